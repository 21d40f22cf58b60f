import { whyNoRe2 } from '../../lib/private/re2';

describe('whyNoRe2', () => {
  test.each([
    ['(a', 'has a "(" that is never closed'],
    ['a)b', 'has a ")" that nothing opened'],
    ['[a', 'has a "[" that is never closed'],
    ['a\\', 'ends in a backslash that escapes nothing'],
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
    '\\Q(',
    '(?P<n>a)',
    '(?<n>a)',
    '(?i:a)',
    '[\\]]',
  ])('accepts %s', (regex) => {
    expect(whyNoRe2(regex)).toBeUndefined();
  });
});
