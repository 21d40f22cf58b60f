import { describeCheck } from '../describe-check';
import { scrapeConfig, scraper } from '../manifests';

describeCheck('scrape-config/kubernetes-client', {
  flags: [
    {
      title: 'settings of a client without an API server',
      objects: [
        scraper(),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'Pod', tlsConfig: { serverName: 'x' }, enableHTTP2: false }] }),
      ],
      finds: [
        {
          field: 'spec.kubernetesSDConfigs[0].tlsConfig',
          level: 'error',
          message: /^tlsConfig and enableHTTP2 are set without apiServer/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'settings that are so anyway',
      objects: [
        scraper(),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'Pod', tlsConfig: {}, followRedirects: true }] }),
      ],
    },
    {
      title: 'settings for an API server that is named',
      objects: [
        scraper(),
        scrapeConfig({
          kubernetesSDConfigs: [{ role: 'Pod', apiServer: 'https://other.example', enableHTTP2: false }],
        }),
      ],
    },
  ],
});
