import { describeCheck } from '../describe-check';
import { endpoint, prometheus, secret, serviceMonitor } from '../manifests';

const KEY = { name: 'web', key: 'key' };

describeCheck('monitor/dropped-field', {
  flags: [
    {
      title: 'a field that the Prometheus does not know',
      objects: [prometheus({ version: 'v2.46.0' }), serviceMonitor({ keepDroppedTargets: 5 })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.keepDroppedTargets',
          level: 'info',
          message: /needs Prometheus 2\.47\.0, and Prometheus monitoring\/k8s runs 2\.46\.0/,
        },
      ],
    },
    {
      title: 'a way to authenticate that is left out, as a warning',
      objects: [
        prometheus({ version: 'v2.26.0' }),
        secret('web', { key: 'x' }),
        endpoint({ oauth2: { tokenUrl: 'http://x', clientId: { secret: KEY }, clientSecret: KEY } }),
      ],
      finds: [{ level: 'warning', message: /without credentials/ }],
    },
    {
      title: 'a field once, however many instances leave it out',
      objects: [
        prometheus({ version: 'v2.46.0' }),
        prometheus({ version: 'v2.46.0' }, { name: 'other' }),
        serviceMonitor({ keepDroppedTargets: 5 }),
      ],
      finds: [{ message: /So it is with 2 instances\.$/ }],
    },
  ],
  accepts: [
    {
      title: 'the same field with a Prometheus that knows it',
      objects: [prometheus({ version: 'v2.47.0' }), serviceMonitor({ keepDroppedTargets: 5 })],
    },
  ],
});
