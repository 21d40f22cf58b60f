import { ProbeTargets } from '../../lib/probe/probe-targets';
import { LabelOperator } from '../../lib/selection/label-requirement';
import { messageOf } from '../private/synth';

test.each(['https://example.com', 'http://10.0.0.1:8080/health?x=1', 'HTTPS://EXAMPLE.COM'])('%s is a URL', (url) => {
  expect(ProbeTargets.urls(url)._source.targets).toEqual([url]);
});

test('all URLs that are none are told at once', () => {
  expect(messageOf(() => ProbeTargets.urls('example.com', 'htps://example.com', 'https://a', 'https://a'))).toBe(
    [
      'ProbeTargets.urls has 3 problems:',
      '  targets[0]: "example.com" is no http or https URL, so the prober would ask for something else.',
      '    Fix: write it with its scheme and host.',
      '  targets[1]: "htps://example.com" is no http or https URL, so the prober would ask for something else.',
      '    Fix: write it with its scheme and host.',
      '  targets[3]: "https://a" is given twice, and is probed once.',
      '    Fix: remove one of the two.',
    ].join('\n'),
  );
});

test.each(['example.com', 'db.example.com:5432', '10.0.0.1', '[2001:db8::1]:53', '2001:db8::1'])(
  '%s is an address',
  (address) => {
    expect(ProbeTargets.addresses(address)._source.targets).toEqual([address]);
  },
);

test.each([
  ['https://example.com', 'use ProbeTargets.urls'],
  ['example.com/health', 'use ProbeTargets.urls'],
  ['example.com:http', 'is neither host nor host:port'],
  ['example.com:', 'is neither host nor host:port'],
  ['two words', 'is neither host nor host:port'],
  ['', 'is neither host nor host:port'],
])('"%s" is no address', (address, why) => {
  expect(messageOf(() => ProbeTargets.addresses(address))).toContain(why);
});

test('a list that is not spread is told from a text', () => {
  expect(messageOf(() => ProbeTargets.urls(['https://a'] as any))).toContain('a list must be spread');
});

test('no target at all is refused', () => {
  expect(messageOf(() => ProbeTargets.urls())).toContain('nothing would be probed');
});

test('labels of Ingresses that would break a regular expression are refused', () => {
  const message = messageOf(() =>
    ProbeTargets.ingresses({
      selector: {
        matchLabels: { app: 'web(' },
        matchExpressions: [{ key: 'a/b/c', operator: LabelOperator.IN, values: ['x', '*'] }],
      },
      namespaces: ['Shop'],
      allNamespaces: true,
    }),
  );
  expect(message).toContain('has 5 problems');
  expect(message).toContain('"web(" of "app"');
  expect(message).toContain('the key "a/b/c"');
  expect(message).toContain('"*" of "a/b/c"');
  expect(message).toContain('namespaces: "Shop"');
  expect(message).toContain('allNamespaces: stands beside namespaces');
});

test('an empty list of namespaces is refused', () => {
  expect(messageOf(() => ProbeTargets.ingresses({ namespaces: [] }))).toContain('means the namespace of the Probe');
});
