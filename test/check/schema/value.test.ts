import { describeCheck } from '../describe-check';
import { endpoint, podMonitor, prometheus } from '../manifests';

describeCheck('schema/value', {
  flags: [
    {
      title: 'a duration with a fraction',
      objects: [prometheus(), endpoint({ interval: '1.5m' })],
      finds: [{ field: 'spec.endpoints[0].interval', level: 'error', fix: 'interval: 1m30s' }],
    },
    {
      title: 'a port beyond all ports',
      objects: [prometheus(), podMonitor({ podMetricsEndpoints: [{ portNumber: 70000 }] })],
      finds: [{ field: 'spec.podMetricsEndpoints[0].portNumber' }],
    },
  ],
  accepts: [
    { title: 'a duration of nothing', objects: [prometheus(), endpoint({ interval: '0' })] },
    { title: 'a scheme in capitals', objects: [prometheus(), endpoint({ scheme: 'HTTPS' })] },
  ],
});
