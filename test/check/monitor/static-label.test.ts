import { describeCheck } from '../describe-check';
import { probe, scrapeConfig, scraper } from '../manifests';

describeCheck('monitor/static-label', {
  flags: [
    {
      title: 'a name that Prometheus 2 does not have, in either kind',
      objects: [
        scraper({ version: 'v2.53.0' }),
        probe({ targets: { staticConfig: { static: ['a'], labels: { 'team.name': 'x' } } } }),
        scrapeConfig({ staticConfigs: [{ targets: ['a'], labels: { 'team.name': 'x' } }] }),
      ],
      finds: [
        {
          object: 'Probe shop/web',
          field: 'spec.targets.staticConfig.labels["team.name"]',
          level: 'error',
          message:
            'A label cannot be called "team.name" in Prometheus 2.53.0. The Operator skips the whole Probe, so none of its targets is scraped.',
        },
        { object: 'ScrapeConfig shop/web', field: 'spec.staticConfigs[0].labels["team.name"]' },
      ],
    },
  ],
  accepts: [
    {
      title: 'a name with a dot at Prometheus 3',
      objects: [scraper(), scrapeConfig({ staticConfigs: [{ targets: ['a'], labels: { 'team.name': 'x' } }] })],
    },
    {
      title: 'a name in a Probe that the Operator does not look at before 0.92',
      objects: [
        scraper({ version: 'v2.53.0' }),
        probe({ targets: { staticConfig: { static: ['a'], labels: { 'team.name': 'x' } } } }),
      ],
      options: { operatorVersion: '0.91.0' },
    },
  ],
});
