import { describeCheck } from '../describe-check';
import { endpoint, podMonitor, prometheus, secret, serviceMonitor } from '../manifests';

const EQUAL = { action: 'keepequal', sourceLabels: ['a'], targetLabel: 'b' };

describeCheck('monitor/refused-config', {
  flags: [
    {
      title: 'the default regular expression spelled out where labels are compared',
      objects: [prometheus(), endpoint({ relabelings: [{ ...EQUAL, regex: '(.*)' }] })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].relabelings[0].regex',
          level: 'error',
          message: /regex is set, and "keepequal" takes only sourceLabels and targetLabel/,
          why: /all other monitors suffer/,
        },
      ],
    },
    {
      title: 'a label to copy that is empty',
      objects: [prometheus(), serviceMonitor({ targetLabels: [''] })],
      finds: [{ field: 'spec.targetLabels[0]', message: /^targetLabels\[0\] is empty/ }],
    },
    {
      title: 'a label to copy that begins with a digit, for Prometheus 2',
      objects: [prometheus({ version: 'v2.53.3' }), podMonitor({ podTargetLabels: ['1st'] })],
      finds: [
        {
          object: 'PodMonitor shop/web',
          message: /"1st" is copied to a label "1st", which is no label name of Prometheus 2/,
        },
      ],
    },
    {
      title: 'an interval that nothing can hold',
      objects: [prometheus(), endpoint({ interval: '300y' })],
      finds: [{ field: 'spec.endpoints[0].interval' }],
    },
    {
      title: 'a size that begins with a word',
      objects: [prometheus(), serviceMonitor({ bodySizeLimit: 'about 5MB' })],
      finds: [{ field: 'spec.bodySizeLimit', fix: /10MB/ }],
    },
    {
      title: 'an id of a client that is empty',
      objects: [
        prometheus(),
        secret('login', { id: '', secret: 'x' }),
        endpoint({
          oauth2: {
            clientId: { secret: { name: 'login', key: 'id' } },
            clientSecret: { name: 'login', key: 'secret' },
            tokenUrl: 'https://login.example/token',
          },
        }),
      ],
      finds: [{ field: 'spec.endpoints[0].oauth2.clientId' }],
    },
    {
      title: 'half of a pair from a class',
      objects: [
        prometheus({
          scrapeClasses: [
            { name: 'mesh', default: true, tlsConfig: { certFile: '/c', keySecret: { name: 'mesh', key: 'k' } } },
          ],
        }),
        secret('mesh', { k: 'x' }, { namespace: 'monitoring' }),
        endpoint({ tlsConfig: { insecureSkipVerify: true } }),
      ],
      finds: [{ field: 'spec.endpoints[0].tlsConfig', message: /certFile of scrape class "mesh" and no key/ }],
    },
  ],
  accepts: [
    {
      title: 'labels that are compared, and nothing more',
      objects: [prometheus(), endpoint({ relabelings: [EQUAL] })],
    },
    {
      title: 'a label to copy that begins with a digit, for Prometheus 3',
      objects: [prometheus(), serviceMonitor({ targetLabels: ['1st'] })],
    },
    {
      title: 'mistakes of a monitor that the Operator rejects',
      objects: [
        prometheus(),
        serviceMonitor({ targetLabels: [''], endpoints: [{ port: 'http', interval: '1s', scrapeTimeout: '2s' }] }),
      ],
    },
  ],
});
