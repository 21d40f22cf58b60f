import { describeCheck } from '../describe-check';
import { endpoint, object, prometheus, secret } from '../manifests';

const TOKEN = { name: 'web', key: 'token' };
const BASIC = { username: { name: 'web', key: 'user' }, password: { name: 'web', key: 'password' } };

describeCheck('monitor/secret-exists', {
  flags: [
    {
      title: 'a Secret that is in no file, once for all its keys',
      objects: [prometheus(), endpoint({ basicAuth: BASIC })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].basicAuth.username.name',
          level: 'warning',
          fix: 'create Secret "web" with the keys "user" and "password" in namespace "shop".',
          message:
            'There is no Secret "web" in namespace "shop". The Operator skips the whole ServiceMonitor, so none of its targets is scraped.',
        },
      ],
    },
    {
      title: 'a Secret of another namespace, and says where it is',
      objects: [
        prometheus(),
        endpoint({ bearerTokenSecret: TOKEN }),
        secret('web', { token: 'x' }, { namespace: 'vault' }),
      ],
      finds: [{ message: /There is one of this name in namespace "vault"/ }],
    },
    {
      title: 'a key that the Secret does not have, and names those that it has',
      objects: [prometheus(), endpoint({ bearerTokenSecret: TOKEN }), secret('web', { secret: 'x' })],
      finds: [{ level: 'error', message: /has no key "token"; it has secret/, fix: 'key: secret' }],
    },
    {
      title: 'a misspelt key, with the nearest one',
      objects: [
        prometheus(),
        endpoint({ bearerTokenSecret: { name: 'web', key: 'tokne' } }),
        secret('web', { token: 'x', other: 'y' }),
      ],
      finds: [
        {
          fix: 'key: token',
          patch: [{ op: 'replace', path: '/spec/endpoints/0/bearerTokenSecret/key', value: 'token' }],
        },
      ],
    },
    {
      title: 'what is missing from complete objects as an error',
      options: { absence: 'complete' },
      objects: [prometheus(), endpoint({ bearerTokenSecret: TOKEN })],
      finds: [{ level: 'error' }],
    },
    {
      title: 'a Secret that one of the objects is to make as an info',
      objects: [
        prometheus(),
        endpoint({ bearerTokenSecret: TOKEN }),
        object('external-secrets.io/v1', 'ExternalSecret', 'web', { spec: { target: { name: 'web' } } }),
      ],
      finds: [{ level: 'info' }],
    },
    {
      title: 'a Secret and a ConfigMap in one place',
      objects: [prometheus(), endpoint({ tlsConfig: { ca: { secret: TOKEN, configMap: TOKEN } } })],
      finds: [{ level: 'error', field: 'spec.endpoints[0].tlsConfig.ca' }],
    },
    {
      title: 'a monitor once, however many instances skip it',
      objects: [prometheus(), prometheus({}, { name: 'other' }), endpoint({ bearerTokenSecret: TOKEN })],
      finds: [{ related: ['Prometheus monitoring/other'] }],
    },
  ],
  accepts: [
    {
      title: 'stringData, which the API server turns into data',
      objects: [prometheus(), endpoint({ bearerTokenSecret: TOKEN }), secret('web', { token: 'x' })],
    },
    {
      title: 'a monitor that no Prometheus selects, of which that is the finding',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { team: 'web' } } }),
        endpoint({ bearerTokenSecret: TOKEN }),
      ],
    },
  ],
});
