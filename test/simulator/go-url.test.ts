import { readUrl, whyNoUrl } from '../../lib/simulator/go-url';

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
    'http://metrics:p@s:s@127.0.0.1:9',
    'http://egress_proxy/a?b=%zz',
    'socks5://a:b:1',
    'http://ausgang-für-alle:3128',
    'kubernetes.default:443',
    'mailto:a b%zz',
    '',
    '*',
    'egress/a:b',
    '?a:b',
    '//egress:3128',
    '///[',
    'HTTP://a:b@egress#\u007f',
    'http://[fe80::1%25a%20b]',
    'egress:%zz',
    'egress',
    '//egress/a:b',
    '///a b',
  ])('may be %s', (url) => {
    expect(whyNoUrl(url)).toBeUndefined();
  });

  test.each([
    ['10.0.0.1:6443', /no scheme/],
    ['1http://egress', /no scheme/],
    ['[::1]:6443', /no scheme/],
    ['a_b:c/d', /no scheme/],
    [':8080', /in front of its first colon/],
    ['%zz', /hexadecimal digits/],
    ['//[::1', /never closed/],
    ['//egress:proxy', /":proxy" is no port/],
    ['http:///%zz', /hexadecimal digits/],
    ['http://[fe80::1%25]', /no address of IPv6/],
    ['http://[::1%20]', /no address of IPv6/],
    ['http://[fe80::1%25a%zz]', /hexadecimal digits/],
    ['http://[fe80::1%25a%c3]', /zone/],
    ['http://[fe80::1%25a b]', /zone/],
    ['http://egress:proxy', /":proxy" is no port/],
    ['http://[::1]a', /"a" is no port/],
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
    ['http://[fe80::1%25%2f]', /no zone has/],
    ['http://[fe80::1%25%zz]', /two hexadecimal digits/],
    ['http://[::1]x', /"x" is no port/],
    ['egress/%zz', /hexadecimal digits/],
    ['//a b', /character that no host has/],
    ['http://a[::1]', /in the middle/],
    ['http://a b@egress', /in front of the "@"/],
    ['http://a%zz@egress', /hexadecimal digits/],
    ['http://egress/\u007f', /control character/],
  ])('may not be %j', (url, why) => {
    expect(whyNoUrl(url)).toMatch(why);
  });

  test('has a scheme and a host, or not', () => {
    expect(readUrl('HTTPS://me@egress:3128/a')).toEqual({ scheme: 'https', host: 'egress:3128' });
    expect(readUrl('egress')).toEqual({ scheme: '', host: '' });
    expect(readUrl('http:///path')).toEqual({ scheme: 'http', host: '' });
    expect(readUrl('http:egress')).toEqual({ scheme: 'http', host: '' });
  });
});
