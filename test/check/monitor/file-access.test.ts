import { describeCheck } from '../describe-check';
import { endpoint, prometheus } from '../manifests';

describeCheck('monitor/file-access', {
  flags: [
    {
      title: 'a token from a file where that is forbidden',
      objects: [prometheus({ arbitraryFSAccessThroughSMs: { deny: true } }), endpoint({ bearerTokenFile: '/token' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].bearerTokenFile',
          level: 'error',
          message: /"\/token" is a file of the Prometheus container/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a token from a file where nobody forbids it',
      objects: [prometheus(), endpoint({ bearerTokenFile: '/token' })],
    },
    {
      title: 'a forbidden file that is no file',
      objects: [prometheus({ arbitraryFSAccessThroughSMs: { deny: true } }), endpoint({ bearerTokenFile: '' })],
    },
  ],
});
