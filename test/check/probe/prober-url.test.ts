import { describeCheck } from '../describe-check';
import { probe, prometheus, scraper } from '../manifests';

describeCheck('probe/prober-url', {
  flags: [
    {
      title: 'a URL, and offers the host',
      objects: [scraper(), probe({ prober: { url: 'http://prober:9115/' } })],
      finds: [
        {
          object: 'Probe shop/web',
          field: 'spec.prober.url',
          level: 'error',
          message:
            'url "http://prober:9115/" is a URL, and it must be a host or a host and a port alone. The Operator skips the whole Probe, so none of its targets is scraped.',
          fix: 'url: prober:9115.',
          patch: [{ op: 'replace', path: '/spec/prober/url', value: 'prober:9115' }],
        },
      ],
    },
    {
      title: 'a URL with a scheme and a path that are meant, without an edit that would lose them',
      objects: [scraper(), probe({ prober: { url: 'https://prober/check' } })],
      finds: [{ fix: 'url: prober, with prober.scheme: https and prober.path: /check.', patch: undefined }],
    },
    {
      title: 'a port that is none',
      objects: [scraper(), probe({ prober: { url: 'prober:http' } })],
      finds: [{ message: /and "http" is no port/, patch: undefined }],
    },
    {
      title: 'no prober at all',
      objects: [scraper(), probe({ prober: undefined })],
      finds: [{ message: /is empty, and a Probe needs the address of its prober/ }],
    },
  ],
  accepts: [
    { title: 'an address of IPv6', objects: [scraper(), probe({ prober: { url: '[::1]:9115' } })] },
    { title: 'a name with an underscore', objects: [scraper(), probe({ prober: { url: 'black_box:9115' } })] },
    {
      title: 'a URL in a Probe that nobody selects, which is found first',
      objects: [prometheus(), probe({ prober: { url: 'http://prober' } })],
    },
  ],
});
