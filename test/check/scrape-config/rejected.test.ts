import { describeCheck } from '../describe-check';
import { scrapeConfig, scraper } from '../manifests';

describeCheck('scrape-config/rejected', {
  flags: [
    {
      title: 'any ScrapeConfig at an old Prometheus',
      objects: [scraper({ version: 'v2.39.0' }), scrapeConfig({ staticConfigs: [{ targets: ['a'] }] })],
      finds: [
        {
          object: 'ScrapeConfig shop/web',
          field: 'spec',
          level: 'error',
          message: /for Prometheus 2\.40\.0 and later only, and Prometheus monitoring\/k8s runs 2\.39\.0/,
        },
      ],
    },
    {
      title: 'a field that needs a newer Prometheus',
      objects: [
        scraper({ version: 'v2.53.0' }),
        scrapeConfig({ consulSDConfigs: [{ server: 'consul:8500', filter: 'x' }] }),
      ],
      finds: [{ field: 'spec.consulSDConfigs[0].filter', message: /needs Prometheus 3\.0\.0/ }],
    },
    {
      title: 'records of DNS without a port',
      objects: [scraper(), scrapeConfig({ dnsSDConfigs: [{ names: ['a'], type: 'A' }] })],
      finds: [{ field: 'spec.dnsSDConfigs[0].port' }],
    },
    {
      title: 'a selector that the role does not have, and one that cannot be read',
      objects: [
        scraper(),
        scrapeConfig({
          kubernetesSDConfigs: [{ role: 'Service', selectors: [{ role: 'Pod', label: 'app in web' }] }],
        }),
      ],
      finds: [
        { field: 'spec.kubernetesSDConfigs[0].selectors[0].role', fix: 'role: Service' },
        { field: 'spec.kubernetesSDConfigs[0].selectors[0].label', message: /"app in web" is no selector/ },
      ],
    },
    {
      title: 'the own namespace of another cluster',
      objects: [
        scraper(),
        scrapeConfig({
          kubernetesSDConfigs: [
            { role: 'Pod', apiServer: 'https://other.example', namespaces: { ownNamespace: true } },
          ],
        }),
      ],
      finds: [{ field: 'spec.kubernetesSDConfigs[0].namespaces.ownNamespace' }],
    },
    {
      title: 'Azure without what the usual way to authenticate needs',
      objects: [scraper(), scrapeConfig({ azureSDConfigs: [{ subscriptionID: 'x' }] })],
      finds: ['clientID', 'clientSecret', 'tenantID'].map((field) => ({ field: `spec.azureSDConfigs[0].${field}` })),
    },
  ],
  accepts: [
    {
      title: 'records of DNS that bring their port',
      objects: [scraper(), scrapeConfig({ dnsSDConfigs: [{ names: ['a'] }] })],
    },
    {
      title: 'Azure with an identity of its own',
      objects: [
        scraper(),
        scrapeConfig({ azureSDConfigs: [{ subscriptionID: 'x', authenticationMethod: 'ManagedIdentity' }] }),
      ],
    },
    {
      title: 'a selector for Services beside endpoints',
      objects: [
        scraper(),
        scrapeConfig({
          kubernetesSDConfigs: [{ role: 'Endpoints', selectors: [{ role: 'Service', label: 'app in (a, b)' }] }],
        }),
      ],
    },
  ],
});
