import { describeCheck } from '../describe-check';
import { endpoint, prometheus, secret, serviceMonitor } from '../manifests';

const OAUTH2 = {
  clientId: { secret: { name: 'login', key: 'id' } },
  clientSecret: { name: 'login', key: 'secret' },
  tokenUrl: 'https://login.example',
};
const login = (id: string) => secret('login', { id, secret: 'x' });

describeCheck('monitor/refused-config', {
  flags: [
    {
      title: 'the default expression of keepequal, spelled out',
      objects: [
        prometheus(),
        endpoint({
          relabelings: [{ action: 'keepequal', sourceLabels: ['a'], targetLabel: 'b', regex: '(.*)' }],
        }),
      ],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].relabelings[0].regex',
          level: 'error',
          message: /"keepequal" takes only sourceLabels and targetLabel/,
          fix: 'remove regex.',
        },
      ],
    },
    {
      title: 'a label with a dot where Prometheus keeps to the names of old',
      objects: [
        prometheus({ nameValidationScheme: 'Legacy' }),
        endpoint({ metricRelabelings: [{ targetLabel: 'the.team', replacement: 'shop' }] }),
      ],
      finds: [{ field: 'spec.endpoints[0].metricRelabelings[0].targetLabel', message: /"the\.team" is no label name/ }],
    },
    {
      title: 'labels to copy that make no name',
      objects: [prometheus({ version: 'v2.53.3' }), serviceMonitor({ targetLabels: ['', 'team', '1st'] })],
      finds: [
        { field: 'spec.targetLabels[0]', message: /is empty, and no label is called so/ },
        { field: 'spec.targetLabels[2]', message: /"1st" would be the label "1st", which begins with a digit/ },
      ],
    },
    {
      title: 'an interval that nothing can hold',
      objects: [prometheus(), endpoint({ interval: '300y' })],
      finds: [{ field: 'spec.endpoints[0].interval', fix: 'interval: 30s, for example.' }],
    },
    {
      title: 'one half of a pair from a class',
      objects: [
        prometheus({
          scrapeClasses: [
            { name: 'a', default: true, tlsConfig: { certFile: '/cert', keySecret: { name: 'tls', key: 'key' } } },
          ],
        }),
        secret('tls', { key: 'x' }, { namespace: 'monitoring' }),
        endpoint({ tlsConfig: { insecureSkipVerify: true } }),
      ],
      finds: [{ field: 'spec.endpoints[0].tlsConfig', message: /gets the certFile of scrape class "a" and no key/ }],
    },
    {
      title: 'a size with a word in front',
      objects: [prometheus(), serviceMonitor({ bodySizeLimit: 'ca. 5MB' })],
      finds: [{ field: 'spec.bodySizeLimit', message: /"ca\. 5MB" is no size/ }],
    },
    {
      title: 'a client id that is empty, without citing the Secret',
      objects: [prometheus(), endpoint({ oauth2: OAUTH2 }), login('')],
      finds: [
        {
          field: 'spec.endpoints[0].oauth2.clientId.secret',
          message: /The key "id" of Secret "login" is empty/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'files for both from a class',
      objects: [
        prometheus({
          scrapeClasses: [{ name: 'a', default: true, tlsConfig: { certFile: '/cert', keyFile: '/key' } }],
        }),
        endpoint({ tlsConfig: { insecureSkipVerify: true } }),
      ],
    },
    { title: 'a client id', objects: [prometheus(), endpoint({ oauth2: OAUTH2 }), login('shop')] },
    {
      title: 'a label that begins with a digit for Prometheus 3 names',
      objects: [prometheus(), serviceMonitor({ targetLabels: ['1st'] })],
    },
    { title: 'sizes that Prometheus reads', objects: [prometheus(), serviceMonitor({ bodySizeLimit: '.5MB' })] },
    {
      title: 'keepequal alone',
      objects: [
        prometheus(),
        endpoint({ relabelings: [{ action: 'keepequal', sourceLabels: ['a'], targetLabel: 'b' }] }),
      ],
    },
    {
      title: 'a monitor that becomes no job',
      objects: [prometheus(), serviceMonitor({ targetLabels: [''], endpoints: [] })],
    },
  ],
});
