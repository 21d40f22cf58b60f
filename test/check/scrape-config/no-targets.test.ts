import { describeCheck } from '../describe-check';
import { object, scrapeConfig, scraper } from '../manifests';

describeCheck('scrape-config/no-targets', {
  flags: [
    {
      title: 'a ScrapeConfig that describes nothing',
      objects: [scraper(), scrapeConfig({ jobName: 'x' })],
      finds: [
        {
          object: 'ScrapeConfig shop/web',
          field: 'spec',
          level: 'error',
          message: 'There is no static target and no way to discover one.',
        },
      ],
    },
    {
      title: 'a namespace of which the objects show that there is nothing',
      objects: [
        scraper(),
        object('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }] } }),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'Ingress', namespaces: { names: ['shop'] } }] }),
      ],
      finds: [
        {
          field: 'spec.kubernetesSDConfigs[0]',
          message: 'Discovery with role "ingress" finds nothing in namespace "shop".',
        },
      ],
    },
    {
      title: 'a relabeling that drops all',
      objects: [
        scraper(),
        scrapeConfig({
          staticConfigs: [{ targets: ['a'] }],
          relabelings: [{ sourceLabels: ['team'], regex: '.+', action: 'keep' }],
        }),
      ],
      finds: [{ field: 'spec.relabelings[0]' }],
    },
    {
      title: 'a relabeling of the class, at the Prometheus',
      objects: [
        scraper({
          scrapeClasses: [
            { name: 'main', default: true, relabelings: [{ sourceLabels: ['team'], regex: '.+', action: 'Keep' }] },
          ],
        }),
        scrapeConfig({ staticConfigs: [{ targets: ['a'] }] }),
      ],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.scrapeClasses[0].relabelings[0]',
          message: /drops every target of ScrapeConfig shop\/web/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'what only a server, DNS or a file can tell',
      objects: [
        scraper(),
        scrapeConfig({
          httpSDConfigs: [{ url: 'http://discovery.example' }],
          dnsSDConfigs: [{ names: ['a'] }],
          fileSDConfigs: [{ files: ['a.json'] }],
        }),
      ],
    },
    {
      title: 'a namespace of which nothing is shown',
      objects: [scraper(), scrapeConfig({ kubernetesSDConfigs: [{ role: 'Pod', namespaces: { names: ['x'] } }] })],
    },
    { title: 'nodes', objects: [scraper(), scrapeConfig({ kubernetesSDConfigs: [{ role: 'Node' }] })] },
  ],
});
