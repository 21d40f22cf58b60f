import { describeCheck } from '../describe-check';
import { endpoint, podMonitor, prometheus, secret, serviceMonitor } from '../manifests';

const KEY = { name: 'web', key: 'key' };
const CREDENTIALS = secret('web', { key: 'x' });

describeCheck('monitor/authentication', {
  flags: [
    {
      title: 'two ways to authenticate',
      objects: [
        prometheus(),
        CREDENTIALS,
        endpoint({ basicAuth: { username: KEY, password: KEY }, authorization: { credentials: KEY } }),
      ],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].basicAuth',
          level: 'error',
          message: /^authorization and basicAuth are set together/,
        },
      ],
    },
    {
      title: 'a token without a Secret beside another way, which newer Operators compare',
      objects: [
        prometheus(),
        CREDENTIALS,
        endpoint({ basicAuth: { username: KEY, password: KEY }, bearerTokenSecret: { key: '' } }),
      ],
      finds: [{ message: /^basicAuth and bearerTokenSecret are set together/ }],
    },
    {
      title: 'basic as the type of authorization',
      objects: [prometheus(), CREDENTIALS, endpoint({ authorization: { type: 'Basic', credentials: KEY } })],
      finds: [{ field: 'spec.endpoints[0].authorization.type', fix: /basicAuth/ }],
    },
    {
      title: 'authorization without credentials',
      objects: [prometheus(), endpoint({ authorization: { type: 'Bearer' } })],
      finds: [{ field: 'spec.endpoints[0].authorization.credentials' }],
    },
  ],
  accepts: [
    {
      title: 'one way in each of two endpoints',
      objects: [
        prometheus(),
        CREDENTIALS,
        serviceMonitor({
          endpoints: [
            { port: 'a', authorization: { credentials: KEY } },
            { port: 'b', basicAuth: { username: KEY, password: KEY } },
          ],
        }),
      ],
    },
    {
      title: 'a token without a Secret beside another way under an Operator that does not compare them',
      options: { operatorVersion: '0.85.0' },
      objects: [
        prometheus(),
        CREDENTIALS,
        endpoint({ basicAuth: { username: KEY, password: KEY }, bearerTokenSecret: { key: '' } }),
      ],
    },
    {
      title: 'two ways in a PodMonitor under an Operator that does not compare them',
      options: { operatorVersion: '0.85.0' },
      objects: [
        prometheus(),
        CREDENTIALS,
        podMonitor({
          podMetricsEndpoints: [
            { port: 'a', authorization: { credentials: KEY }, basicAuth: { username: KEY, password: KEY } },
          ],
        }),
      ],
    },
  ],
});
