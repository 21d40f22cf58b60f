import { describeCheck } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('schema/missing-field', {
  flags: [
    {
      title: 'a monitor without a selector',
      objects: [prometheus(), serviceMonitor({ selector: undefined })],
      finds: [{ field: 'spec.selector', level: 'error' }],
    },
  ],
  accepts: [{ title: 'a selector that is empty', objects: [prometheus(), serviceMonitor({ selector: {} })] }],
});
