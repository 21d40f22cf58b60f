import { describeCheck } from '../describe-check';
import { endpoint, prometheus } from '../manifests';

describeCheck('monitor/timeout', {
  flags: [
    {
      title: 'a timeout above the interval of the endpoint',
      objects: [prometheus(), endpoint({ interval: '10s', scrapeTimeout: '20s' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].scrapeTimeout',
          level: 'error',
          message:
            'scrapeTimeout "20s" is longer than the interval of "10s". The Operator skips the whole ServiceMonitor, so none of its targets is scraped.',
          fix: 'scrapeTimeout: 10s, or less.',
        },
      ],
    },
    {
      title: 'a timeout above the interval that it inherits',
      objects: [prometheus(), endpoint({ scrapeTimeout: '1m' })],
      finds: [{ message: /interval of "30s", which Prometheus monitoring\/k8s sets/ }],
    },
    {
      title: 'the shortest of the intervals that several instances have',
      objects: [
        prometheus({ scrapeInterval: '50s' }),
        prometheus({ scrapeInterval: '20s' }, { name: 'other' }),
        endpoint({ scrapeTimeout: '1m' }),
      ],
      finds: [{ fix: 'scrapeTimeout: 20s, or less.', related: ['Prometheus monitoring/k8s'] }],
    },
    {
      title: 'a monitor of an instance on which the Operator fails after looking at its monitors',
      objects: [prometheus({ scrapeTimeout: '1m' }), endpoint({ interval: '10s', scrapeTimeout: '20s' })],
      finds: [{ object: 'ServiceMonitor shop/web', field: 'spec.endpoints[0].scrapeTimeout' }],
    },
    {
      title: 'a monitor that one instance takes and another does not',
      objects: [
        prometheus(),
        prometheus({ scrapeInterval: '1m' }, { name: 'slow' }),
        endpoint({ scrapeTimeout: '40s' }),
      ],
      finds: [{ message: /So it is with Prometheus monitoring\/k8s; Prometheus monitoring\/slow takes it\.$/ }],
    },
  ],
  accepts: [
    { title: 'a timeout that is as long as the interval', objects: [prometheus(), endpoint({ scrapeTimeout: '30s' })] },
    {
      title: 'a long timeout under a longer interval of the Prometheus',
      objects: [prometheus({ scrapeInterval: '2m' }), endpoint({ scrapeTimeout: '1m' })],
    },
    {
      title: 'a monitor that the Operator does not get to, since its selector is malformed',
      objects: [
        prometheus({ serviceMonitorSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
        endpoint({ interval: '10s', scrapeTimeout: '20s' }),
      ],
    },
    { title: 'a long timeout where nobody knows the Prometheus', objects: [endpoint({ scrapeTimeout: '1m' })] },
  ],
});
