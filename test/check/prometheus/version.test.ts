import { describeCheck } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('prometheus/version', {
  flags: [
    {
      title: 'a word in place of a version',
      objects: [prometheus({ version: 'latest' }), serviceMonitor()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.version',
          level: 'error',
          message: /"latest" is no version of Prometheus 2 or 3.* One of the monitors here/,
        },
      ],
    },
    {
      title: 'a version that the Operator does not run',
      objects: [prometheus({ version: 'v1.8.2' })],
      finds: [{ field: 'spec.version' }],
    },
  ],
  accepts: [
    { title: 'a version with a suffix', objects: [prometheus({ version: 'v3.5.0-distroless' })] },
    { title: 'a version without its v', objects: [prometheus({ version: '2.55' })] },
  ],
});
