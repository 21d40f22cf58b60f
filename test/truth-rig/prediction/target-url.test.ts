import { addressIn, readTargetUrl, targetUrl } from '../../../truth/prediction/target-url';

const PLAIN = { scheme: 'http', address: '10.0.0.1:8080', metricsPath: '/metrics', params: {} };

/** What Prometheus tells on the right, as Go writes it. */
const URLS: readonly [what: string, target: Parameters<typeof targetUrl>[0], told: string][] = [
  ['without parameters', PLAIN, 'http://10.0.0.1:8080/metrics'],
  ['with a name for an address', { ...PLAIN, scheme: 'https', address: 'web.shop' }, 'https://web.shop/metrics'],
  ['with an address of IPv6', { ...PLAIN, address: '[2001:db8::1]:80' }, 'http://[2001:db8::1]:80/metrics'],
  [
    'with parameters, by name, values as given',
    { ...PLAIN, params: { target: ['b', 'a'], module: ['http_2xx'] } },
    'http://10.0.0.1:8080/metrics?module=http_2xx&target=b&target=a',
  ],
  [
    'with what is escaped in parameters',
    { ...PLAIN, params: { 'match[]': ['{job="a b"}', 'a&b=c+d%', 'ü'] } },
    'http://10.0.0.1:8080/metrics?match%5B%5D=%7Bjob%3D%22a+b%22%7D&match%5B%5D=a%26b%3Dc%2Bd%25&match%5B%5D=%C3%BC',
  ],
  ['with an empty parameter', { ...PLAIN, params: { a: [''] } }, 'http://10.0.0.1:8080/metrics?a='],
  ['with a question mark in the path', { ...PLAIN, metricsPath: '/m?a=b' }, 'http://10.0.0.1:8080/m%3Fa=b'],
  ['with a blank and a percent sign in the path', { ...PLAIN, metricsPath: '/a b%' }, 'http://10.0.0.1:8080/a%20b%25'],
  ['with a path that does not begin at the root', { ...PLAIN, metricsPath: 'metrics' }, 'http://10.0.0.1:8080/metrics'],
  ['with an empty path', { ...PLAIN, metricsPath: '' }, 'http://10.0.0.1:8080'],
  ['without a scheme', { ...PLAIN, scheme: '' }, '//10.0.0.1:8080/metrics'],
];

test.each(URLS)('the URL of a target %s is the one that Prometheus tells', (_what, target, told) => {
  expect(readTargetUrl(told)).toBe(targetUrl(target));
});

test('nothing is escaped in the URL of a target', () => {
  expect(targetUrl({ ...PLAIN, metricsPath: '/a b', params: { q: ['a b', '&'] } })).toBe(
    'http://10.0.0.1:8080/a b?q=a b&q=&',
  );
});

test('a URL that cannot be unescaped is left as it is', () => {
  expect(readTargetUrl('http://10.0.0.1:8080/%ff')).toBe('http://10.0.0.1:8080/%ff');
});

test.each(URLS)('the URL of a target %s has its address in it', (_what, target) => {
  expect(addressIn(targetUrl(target))).toBe(target.address);
});
