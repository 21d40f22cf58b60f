import { describeCheck } from '../describe-check';
import { object, probe, scraper } from '../manifests';

const SERVICE = object(
  'v1',
  'Service',
  'blackbox',
  { spec: { ports: [{ name: 'http', port: 9115 }] } },
  { namespace: 'monitoring' },
);

describeCheck('probe/prober-exists', {
  flags: [
    {
      title: 'a port that the Service does not have',
      objects: [scraper(), SERVICE, probe({ prober: { url: 'blackbox.monitoring.svc.cluster.local:80' } })],
      finds: [
        {
          object: 'Probe shop/web',
          field: 'spec.prober.url',
          level: 'error',
          message: 'Its port is 80, and Service monitoring/blackbox has port http (9115).',
          patch: [{ op: 'replace', path: '/spec/prober/url', value: 'blackbox.monitoring.svc.cluster.local:9115' }],
        },
      ],
    },
    {
      title: 'no port, which means 443 with https',
      objects: [scraper(), SERVICE, probe({ prober: { url: 'blackbox.monitoring', scheme: 'https' } })],
      finds: [{ message: /^The address names no port, which means 443, and Service monitoring\/blackbox has port/ }],
    },
    {
      title: 'a bare name of the namespace of the Probe, and not of the Prometheus',
      objects: [
        scraper(),
        { ...SERVICE, metadata: { name: 'blackbox', namespace: 'shop' } },
        probe({ prober: { url: 'blackbox:9115' } }),
      ],
      finds: [
        {
          message:
            'There is no Service "blackbox" in namespace "monitoring", where Prometheus looks for a bare name; Service shop/blackbox is in that of the Probe.',
          fix: 'url: blackbox.shop.svc:9115',
        },
      ],
    },
    {
      title: 'a slip of the pen',
      objects: [scraper(), SERVICE, probe({ prober: { url: 'blackbx.monitoring.svc:9115' } })],
      finds: [{ message: /; there is "blackbox"\.$/, fix: 'url: blackbox.monitoring.svc:9115' }],
    },
  ],
  accepts: [
    { title: 'the port of the Service', objects: [scraper(), SERVICE, probe({ prober: { url: 'blackbox:9115' } })] },
    { title: 'a name of the world', objects: [scraper(), SERVICE, probe({ prober: { url: 'prober.example:80' } })] },
    { title: 'an address', objects: [scraper(), SERVICE, probe({ prober: { url: '10.0.0.9:80' } })] },
    {
      title: 'a Service in a namespace of which nothing is shown',
      objects: [scraper(), SERVICE, probe({ prober: { url: 'prober.elsewhere.svc:80' } })],
    },
    {
      title: 'any port of a Service whose name leads to pods',
      objects: [
        scraper(),
        { ...SERVICE, spec: { clusterIP: 'None', ports: [{ port: 9115 }] } },
        probe({ prober: { url: 'blackbox:80' } }),
      ],
    },
    {
      title: 'a namespace that a release is installed into',
      objects: [
        scraper(),
        object(
          'helm.toolkit.fluxcd.io/v2',
          'HelmRelease',
          'blackbox',
          { spec: { chart: { spec: { chart: 'prometheus-blackbox-exporter' } } } },
          { namespace: 'monitoring' },
        ),
        probe({ prober: { url: 'blackbox-prometheus-blackbox-exporter:9115' } }),
      ],
    },
  ],
});
