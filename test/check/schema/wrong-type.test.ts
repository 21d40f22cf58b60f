import { describeCheck } from '../describe-check';
import { endpoint, prometheus, serviceMonitor } from '../manifests';

describeCheck('schema/wrong-type', {
  flags: [
    {
      title: 'a port that is a number',
      objects: [prometheus(), endpoint({ port: 8080 })],
      finds: [{ field: 'spec.endpoints[0].port', level: 'error' }],
    },
    {
      title: 'endpoints that are a map',
      objects: [prometheus(), serviceMonitor({ endpoints: { port: 'http' } })],
      finds: [{ field: 'spec.endpoints', level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'a target port that is a number',
      objects: [prometheus(), serviceMonitor({ endpoints: [{ targetPort: 8080 }] })],
    },
  ],
});
