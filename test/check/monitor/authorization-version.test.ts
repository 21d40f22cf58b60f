import { describeCheck } from '../describe-check';
import { endpoint, prometheus, secret } from '../manifests';

const KEY = { name: 'web', key: 'key' };

describeCheck('monitor/authorization-version', {
  flags: [
    {
      title: 'authorization for a Prometheus that is too old',
      objects: [
        prometheus({ version: 'v2.25.0' }),
        secret('web', { key: 'x' }),
        endpoint({ authorization: { credentials: KEY } }),
      ],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].authorization',
          level: 'error',
          message: /needs Prometheus 2\.26\.0, and this one runs 2\.25\.0/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'authorization for the first Prometheus that has it',
      objects: [
        prometheus({ version: 'v2.26.0' }),
        secret('web', { key: 'x' }),
        endpoint({ authorization: { credentials: KEY } }),
      ],
    },
    {
      title: 'basicAuth for an old Prometheus',
      objects: [
        prometheus({ version: 'v2.25.0' }),
        secret('web', { key: 'x' }),
        endpoint({ basicAuth: { username: KEY, password: KEY } }),
      ],
    },
  ],
});
