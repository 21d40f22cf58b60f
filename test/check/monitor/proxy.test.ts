import { describeCheck } from '../describe-check';
import { endpoint, prometheus } from '../manifests';

describeCheck('monitor/proxy', {
  flags: [
    {
      title: 'noProxy without a proxy',
      objects: [prometheus(), endpoint({ noProxy: 'shop' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].noProxy',
          level: 'error',
          message: /"shop" is set without proxyUrl/,
        },
      ],
    },
    {
      title: 'a proxy beside that of the environment',
      objects: [prometheus(), endpoint({ proxyUrl: 'http://p:1', proxyFromEnvironment: true })],
      finds: [{ field: 'spec.endpoints[0].proxyUrl' }],
    },
  ],
  accepts: [
    {
      title: 'a proxy with exceptions',
      objects: [prometheus(), endpoint({ proxyUrl: 'http://p:1', noProxy: 'shop' })],
    },
    {
      title: 'a proxy of the environment that is switched off',
      objects: [prometheus(), endpoint({ proxyUrl: 'http://p:1', proxyFromEnvironment: false })],
    },
  ],
});
