import { describeCheck } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('monitor/scrape-protocols', {
  flags: [
    {
      title: 'a list of which nothing is left',
      objects: [prometheus({ version: 'v2.50.0' }), serviceMonitor({ scrapeProtocols: ['PrometheusText1.0.0'] })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.scrapeProtocols',
          level: 'error',
          message: /holds "PrometheusText1\.0\.0" alone/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'the same list for Prometheus 3',
      objects: [prometheus(), serviceMonitor({ scrapeProtocols: ['PrometheusText1.0.0'] })],
    },
    {
      title: 'a list of which something is left',
      objects: [
        prometheus({ version: 'v2.50.0' }),
        serviceMonitor({ scrapeProtocols: ['PrometheusText1.0.0', 'PrometheusText0.0.4'] }),
      ],
    },
  ],
});
