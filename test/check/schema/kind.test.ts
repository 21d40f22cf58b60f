import { describeCheck } from '../describe-check';
import { monitoring, object } from '../manifests';

describeCheck('schema/kind', {
  flags: [
    {
      title: 'a kind that does not exist',
      objects: [monitoring('ServiceMonitors', 'web', {})],
      finds: [{ level: 'error' }],
    },
  ],
  accepts: [{ title: 'a kind of another group', objects: [object('example.com/v1', 'ServiceMonitors', 'web')] }],
});
