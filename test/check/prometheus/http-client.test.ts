import { describeCheck } from '../describe-check';
import { monitoring, prometheus } from '../manifests';

describeCheck('prometheus/http-client', {
  flags: [
    {
      title: 'two ways to authenticate of remote write',
      objects: [
        prometheus({ remoteWrite: [{ url: 'http://x', sigv4: {}, authorization: { credentialsFile: '/a' } }] }),
      ],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.remoteWrite[0].sigv4',
          level: 'error',
          message: /^authorization and sigv4 are set together/,
        },
      ],
    },
    {
      title: 'a token from a file beside another way of an Alertmanager',
      objects: [
        prometheus({ alerting: { alertmanagers: [{ name: 'a', port: 'web', bearerTokenFile: '/a', sigv4: {} }] } }),
      ],
      finds: [{ field: 'spec.alerting.alertmanagers[0].sigv4' }],
    },
    {
      title: 'a certificate without its key in a scrape class',
      objects: [prometheus({ scrapeClasses: [{ name: 'a', tlsConfig: { certFile: '/c' } }] })],
      finds: [{ field: 'spec.scrapeClasses[0].tlsConfig' }],
    },
    {
      title: 'noProxy without a proxy',
      objects: [prometheus({ remoteRead: [{ url: 'http://x', noProxy: 'a' }] })],
      finds: [{ field: 'spec.remoteRead[0].noProxy' }],
    },
  ],
  accepts: [
    {
      title: 'one way for each of two remotes',
      objects: [
        prometheus({
          remoteWrite: [
            { url: 'http://x', sigv4: {} },
            { url: 'http://y', authorization: { credentialsFile: '/a' } },
          ],
        }),
      ],
    },
    {
      title: 'remote write of a Prometheus whose configuration is left to people',
      objects: [
        monitoring('Prometheus', 'own', {
          remoteWrite: [{ url: 'http://x', sigv4: {}, authorization: { credentialsFile: '/a' } }],
        }),
      ],
    },
  ],
});
