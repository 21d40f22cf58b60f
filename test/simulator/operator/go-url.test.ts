import { whyNoUrl } from '../../../lib/simulator/operator/go-url';

describe('an address', () => {
  test.each([
    'http://egress:3128',
    'http://127.0.0.1:',
    'http://127.0.0.1:99999',
    'http://[::1]:3128/path',
    'http://[fe80::1%25en0]:3128',
    'http://[fe80::1%25Local%20Area%5f1]:3128',
    'http://metrics:p@ss@127.0.0.1:9',
    'http://a@b:c@egress',
    'http://a%40b@egress',
    'http://egress_proxy/a?b=%zz',
    'socks5://a:b:1',
    'http://ausgang-für-alle:3128',
    'kubernetes.default:443',
    'egress:%zz',
    'egress',
    '//egress/a:b',
    '///a b',
  ])('may be %s', (url) => {
    expect(whyNoUrl(url)).toBeUndefined();
  });

  test.each([
    ['http://egress:proxy', /":proxy" is no port/],
    ['http://::1', /"::1" is no port/],
    ['http://egress proxy:3128', /character that no host has/],
    ['http://{egress}:3128', /character that no host has/],
    ['http://egress%20proxy', /may be escaped/],
    ['http://egress%zz', /hexadecimal digits/],
    ['http://egress/%zz', /hexadecimal digits/],
    ['http://egress/#%zz', /hexadecimal digits/],
    ['http://[::1', /never closed/],
    ['http://[egress]', /no address of IPv6/],
    ['http://[fe80::1%en0]', /no address of IPv6/],
    ['http://[fe80::1%25]', /no address of IPv6/],
    ['http://[fe80::1%25%2f]', /no address of IPv6/],
    ['http://[fe80::1%25%zz]', /no address of IPv6/],
    ['http://[::1]x', /"x" is no port/],
    ['10.0.0.1:3128', /has a colon/],
    [':3128', /has a colon/],
    ['egress/%zz', /hexadecimal digits/],
    ['//a b', /character that no host has/],
    ['http://a[::1]', /in the middle/],
    ['http://a b@egress', /in front of the "@"/],
    ['http://a%zz@egress', /hexadecimal digits/],
    ['http://egress/\u007f', /control character/],
  ])('may not be %j', (url, why) => {
    expect(whyNoUrl(url)).toMatch(why);
  });
});
