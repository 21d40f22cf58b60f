import { describeCheck } from '../describe-check';
import { monitoring, prometheus, serviceMonitor } from '../manifests';

describeCheck('prometheus/timeout', {
  flags: [
    {
      title: 'a timeout above the default interval',
      objects: [prometheus({ scrapeTimeout: '40s' }), serviceMonitor()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.scrapeTimeout',
          level: 'error',
          message: /"40s" is longer than the interval of "30s"/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a timeout under a longer interval',
      objects: [prometheus({ scrapeTimeout: '40s', scrapeInterval: '1m' })],
    },
    {
      title: 'a timeout of a Prometheus whose configuration is left to people',
      objects: [monitoring('Prometheus', 'own', { scrapeTimeout: '40s' })],
    },
  ],
});
