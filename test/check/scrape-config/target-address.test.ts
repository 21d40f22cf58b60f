import { describeCheck } from '../describe-check';
import { scrapeConfig, scraper } from '../manifests';

describeCheck('scrape-config/target-address', {
  flags: [
    {
      title: 'a URL, and offers the host',
      objects: [scraper(), scrapeConfig({ staticConfigs: [{ targets: ['a:1', 'http://b:9100/metrics'] }] })],
      finds: [
        {
          object: 'ScrapeConfig shop/web',
          field: 'spec.staticConfigs[0].targets[1]',
          level: 'error',
          message: '"http://b:9100/metrics" is a URL, and a target is a host or a host and a port.',
          fix: '"b:9100".',
          patch: [{ op: 'replace', path: '/spec/staticConfigs/0/targets/1', value: 'b:9100' }],
        },
      ],
    },
    {
      title: 'a URL of which more is meant than the host',
      objects: [scraper(), scrapeConfig({ staticConfigs: [{ targets: ['https://b/stats'] }] })],
      finds: [{ fix: '"b" in its place, and scheme: HTTPS and metricsPath: /stats in the spec.', patch: undefined }],
    },
    {
      title: 'a relabeling that leaves no address',
      objects: [
        scraper(),
        scrapeConfig({
          staticConfigs: [{ targets: ['b'] }],
          relabelings: [{ targetLabel: '__address__', replacement: 'b/c' }],
        }),
      ],
      finds: [{ fix: '"b".', message: /./ }],
    },
  ],
  accepts: [
    { title: 'an address without a port', objects: [scraper(), scrapeConfig({ staticConfigs: [{ targets: ['b'] }] })] },
    {
      title: 'a URL of which a relabeling makes an address',
      objects: [
        scraper(),
        scrapeConfig({
          staticConfigs: [{ targets: ['http://b:1/x'] }],
          relabelings: [{ sourceLabels: ['__address__'], regex: 'http://([^/]+)/.*', targetLabel: '__address__' }],
        }),
      ],
    },
  ],
});
