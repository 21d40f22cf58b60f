import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

const honoring = serviceMonitor([{ port: 'http', honorLabels: true }]);

describeCheck('monitor/honor-labels', {
  flags: [
    {
      title: 'a Prometheus that overrides it',
      objects: [prometheus({ overrideHonorLabels: true }), honoring, service(), deployment()],
      finds: [
        {
          field: 'spec.endpoints[0].honorLabels',
          level: 'info',
          message: 'Prometheus monitoring/k8s has overrideHonorLabels: true, so honorLabels: true has no effect.',
          related: ['Prometheus monitoring/k8s'],
        },
      ],
    },
  ],
  accepts: [
    { title: 'a Prometheus that does not', objects: [prometheus(), honoring, service(), deployment()] },
    {
      title: 'a monitor that does not ask for it',
      objects: [prometheus({ overrideHonorLabels: true }), serviceMonitor(), service(), deployment()],
    },
  ],
});
