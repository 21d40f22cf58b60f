import { describeCheck } from '../describe-check';
import { endpoint, prometheus, secret } from '../manifests';

const KEY = { name: 'web', key: 'key' };

describeCheck('monitor/authentication-clash', {
  flags: [
    {
      title: 'a token from a file beside another way',
      objects: [
        prometheus(),
        secret('web', { key: 'x' }),
        endpoint({ bearerTokenFile: '/token', authorization: { credentials: KEY } }),
      ],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].bearerTokenFile',
          level: 'error',
          message: /"\/token" stands beside authorization/,
          why: /all other monitors suffer/,
        },
      ],
    },
    {
      title: 'a way beside that of the default class',
      objects: [
        prometheus({ scrapeClasses: [{ name: 'mesh', default: true, authorization: { credentialsFile: '/token' } }] }),
        secret('web', { key: 'x' }),
        endpoint({ bearerTokenSecret: KEY }),
      ],
      finds: [{ field: 'spec.endpoints[0].bearerTokenSecret', message: /scrape class "mesh"/ }],
    },
  ],
  accepts: [
    {
      title: 'authorization in place of that of the class',
      objects: [
        prometheus({ scrapeClasses: [{ name: 'mesh', default: true, authorization: { credentialsFile: '/token' } }] }),
        secret('web', { key: 'x' }),
        endpoint({ authorization: { credentials: KEY } }),
      ],
    },
    { title: 'a token from a file alone', objects: [prometheus(), endpoint({ bearerTokenFile: '/token' })] },
  ],
});
