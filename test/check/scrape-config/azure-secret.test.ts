import { describeCheck } from '../describe-check';
import { scrapeConfig, scraper, secret } from '../manifests';

const CONFIG = scrapeConfig({
  azureSDConfigs: [
    {
      subscriptionID: 'x',
      authenticationMethod: 'ManagedIdentity',
      clientSecret: { name: 'azure', key: 'secret' },
    },
  ],
});

describeCheck('scrape-config/azure-secret', {
  flags: [
    {
      title: 'a key that is not there',
      objects: [scraper(), secret('azure', { other: 'x' }), CONFIG],
      finds: [
        {
          field: 'spec.azureSDConfigs[0].clientSecret.key',
          level: 'error',
          message: /^Secret shop\/azure has no key "secret"/,
        },
      ],
    },
    {
      title: 'a Secret that is not there, where the objects are complete',
      objects: [scraper(), CONFIG],
      options: { absence: 'complete' },
      finds: [{ field: 'spec.azureSDConfigs[0].clientSecret.name' }],
    },
  ],
  accepts: [
    { title: 'a Secret that may be in the cluster', objects: [scraper(), CONFIG] },
    { title: 'a Secret that is there and not needed', objects: [scraper(), secret('azure', { secret: 'x' }), CONFIG] },
  ],
});
