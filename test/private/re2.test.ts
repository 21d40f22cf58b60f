import { whyNoRe2 } from '../../lib/private/re2';

describe('whyNoRe2', () => {
  test.each([
    ['(a', 'is no RE2 expression: missing closing ): `(a`'],
    ['a)b', 'is no RE2 expression: unexpected ): `a)b`'],
    ['[a', 'is no RE2 expression: missing closing ]: `[a`'],
    ['*a', 'is no RE2 expression: missing argument to repetition operator: `*`'],
    ['a{2,1}', 'is no RE2 expression: invalid repeat count: `{2,1}`'],
    ['\\Q(', 'is no RE2 expression: missing closing ): `^(?s:\\Q()$`'],
    ['a(?=b)', 'looks ahead or behind, which RE2 cannot'],
    ['(?<!a)b', 'looks ahead or behind, which RE2 cannot'],
    ['(a)\\1', 'holds the back-reference "\\1", which RE2 does not have'],
  ])('refuses %s', (regex, why) => {
    expect(whyNoRe2(regex)).toBe(why);
  });

  test.each([
    '',
    '(.*)',
    '\\(',
    '[(]',
    '[]a]',
    '[^]a]',
    '[[:alpha:](]',
    '\\Q(\\E',
    '(?P<n>a)',
    '(?<n>a)',
    '(?i:a)',
    '(?P<n>a)(?P<n>b)',
    'a)|(?:b',
    '[\\]]',
  ])('accepts %s', (regex) => {
    expect(whyNoRe2(regex)).toBeUndefined();
  });
});
