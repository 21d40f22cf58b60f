import { describeCheck } from '../describe-check';
import { endpoint, prometheus, secret } from '../manifests';

describeCheck('monitor/tls', {
  flags: [
    {
      title: 'a certificate without its key',
      objects: [prometheus(), endpoint({ tlsConfig: { certFile: '/cert.pem' } })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].tlsConfig',
          level: 'error',
          message: /^tlsConfig has a client certificate without its key/,
        },
      ],
    },
    {
      title: 'versions in the wrong order',
      objects: [prometheus(), endpoint({ tlsConfig: { minVersion: 'TLS13', maxVersion: 'TLS12' } })],
      finds: [{ field: 'spec.endpoints[0].tlsConfig.maxVersion', message: /"TLS12" is below minVersion "TLS13"/ }],
    },
    {
      title: 'a certificate of an authority that is none',
      objects: [
        prometheus(),
        secret('ca', { 'ca.crt': 'hello' }),
        endpoint({ tlsConfig: { ca: { secret: { name: 'ca', key: 'ca.crt' } } } }),
      ],
      finds: [{ field: 'spec.endpoints[0].tlsConfig.ca', message: /is no certificate in PEM form/ }],
    },
  ],
  accepts: [
    {
      title: 'a certificate that another tool puts in',
      objects: [
        prometheus(),
        secret('ca', { 'ca.crt': '<path:pki/data/ca#crt>' }),
        endpoint({ tlsConfig: { ca: { secret: { name: 'ca', key: 'ca.crt' } } } }),
      ],
    },
    {
      title: 'the same version twice',
      objects: [
        prometheus(),
        endpoint({ tlsConfig: { minVersion: 'TLS12', maxVersion: 'TLS12', insecureSkipVerify: true } }),
      ],
    },
  ],
});
