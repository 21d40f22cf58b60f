import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

const withRule = (rule: object) => serviceMonitor([{ port: 'http', relabelings: [rule] }]);

describeCheck('monitor/unusable-target', {
  flags: [
    {
      title: 'an address that a relabeling empties',
      objects: [prometheus(), withRule({ targetLabel: '__address__', replacement: '' }), service(), deployment()],
      finds: [
        {
          field: 'spec.endpoints[0].relabelings',
          level: 'error',
          message: 'After all relabelings the label __address__ of a target is of no use: no address is left.',
        },
      ],
    },
    {
      title: 'a timeout above the interval',
      objects: [
        prometheus(),
        withRule({ targetLabel: '__scrape_timeout__', replacement: '5m' }),
        service(),
        deployment(),
      ],
      finds: [{ fix: /targetLabel: __scrape_timeout__/ }],
    },
  ],
  accepts: [
    {
      title: 'an address from a label',
      objects: [
        prometheus(),
        withRule({ targetLabel: '__address__', replacement: 'web.example.com:80' }),
        service(),
        deployment(),
      ],
    },
  ],
});
