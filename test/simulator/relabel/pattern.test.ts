import * as fc from 'fast-check';
import { compilePattern, type Pattern, re2Engine, simpleEngine } from '../../../lib/simulator/relabel/pattern';
import { compileTemplate } from '../../../lib/simulator/relabel/template';

const compiled = (regex: string): Pattern => {
  const pattern = compilePattern(regex, true);
  if ('problem' in pattern) {
    throw new Error(pattern.problem);
  }
  return pattern;
};

/** Whole matches in RE2's syntax, as Go answers them. */
test.each([
  ['(?P<n>a)', 'a', true],
  ['(?<n>a)', 'a', true],
  ['(?i)abc', 'aBC', true],
  ['a|b', 'ab', false],
  ['a|ab', 'ab', true],
  ['.', '\n', true],
  ['(?-s:.)', '\n', false],
  ['.', '𝒳', true],
  ['\\Qa.b\\E', 'a.b', true],
  ['\\Qa.b\\E', 'axb', false],
  ['a\\z', 'a', true],
  ['\\pL+', 'éß', true],
  ['[[:alpha:]]', 'z', true],
  ['\\w', 'é', false],
  ['\\s', '\u00a0', false],
  ['(?i)k', '\u212a', true],
  ['a$', 'a\n', false],
  ['{', '{', true],
  [']', ']', true],
  ['a)|(?:b', 'ax', true],
])('%j against %j is %s', (regex, text, matches) => {
  expect(compiled(regex).test(text)).toBe(matches);
});

test.each(['(', ')', '[a', 'a{1001}', '(?=a)', '(a)\\1', '\\Z', '*', 'a**', '(?P<n>', '\\p{Foo}', '\ud800'])(
  'refuses %j with a reason',
  (regex) => {
    expect(compilePattern(regex, true)).toEqual({ problem: expect.stringMatching(/\w{3}/) });
  },
);

test('lets several groups share a name, of which the first with a text counts', () => {
  const pattern = compiled('(?:(?P<n>a)|(?P<n>b)[(?P<n>]\\(?P?<n>)');
  expect(compileTemplate('$n').expand(pattern.match('b<(P<n>') as any)).toBe('b');
});

test('replaces every match where an expression undoes the anchors', () => {
  // Go: regexp.MustCompile("^(?s:a)|(?:b)$").ReplaceAllString("a-b", "<$0>")
  expect(compiled('a)|(?:b').replaceAll('a-b', compileTemplate('<$0>'))).toBe('<a>-<b>');
});

describe('the fast way and RE2', () => {
  const piece = fc.constantFrom('a', 'b', '\\.', '.', ';', '𝒳', '\\\\', '\\|', '_', '\\_', ' ', '\n', '-', '/');
  const plain = fc
    .array(
      piece.filter((p) => p !== '.'),
      { maxLength: 3 },
    )
    .map((pieces) => pieces.join(''));
  const group = fc
    .tuple(fc.constantFrom('(', '(?:'), fc.array(plain, { minLength: 1, maxLength: 4 }))
    .map(([open, alternatives]) => `${open}${alternatives.join('|')})`);
  const any = fc.constantFrom('.*', '.+', '(.*)', '(.+)', '(?:.*)', '(?:.+)');
  const regex = fc
    .array(fc.oneof(plain, plain, group, any, fc.constant('|')), { maxLength: 6 })
    .map((pieces) => pieces.join(''));
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '.', ';', '𝒳', '\\', '|', '\n', '_', '\r', '\u2028'),
    maxLength: 8,
  });

  test('give the same groups for every expression and text', () => {
    let compared = 0;
    fc.assert(
      fc.property(regex, text, fc.boolean(), (expression, value, dot) => {
        const fast = simpleEngine(expression, dot);
        if (fast) {
          compared += 1;
          const slow = re2Engine(expression, dot) as Pattern;
          const groups = (pattern: Pattern) => {
            const match = pattern.match(value);
            return match && Array.from(match.groups, (g) => g ?? '');
          };
          expect(groups(fast)).toEqual(groups(slow));
          expect(fast.test(value)).toBe(slow.test(value));
        }
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test.each(['.*(.+)()', '.*.+(a)', '(a|b)(a|b)c', '(.*)(.*)'])(
    'leave %s to RE2, which could take long otherwise',
    (expression) => {
      expect(simpleEngine(expression, true)).toBeUndefined();
    },
  );

  test.each([
    '',
    'web',
    '(.*)',
    '(.+)',
    '(a|b|c)',
    '(web);true',
    'Pod;(.*)',
    'a|b',
    '__meta_kubernetes_pod_label_(.+)',
  ])('take %j the fast way', (expression) => {
    expect(simpleEngine(expression, true)).toBeDefined();
  });

  test.each([
    'a*',
    '(a|b)+',
    '(.*)(.*)',
    '(|a)(|a)',
    '\\d',
    '[ab]',
    'a{2}',
    '.*?',
    '(?i)a',
    '\\Qa\\E',
    'a**',
    '(',
    ')',
    '|*',
  ])('leave %j to RE2', (expression) => {
    expect(simpleEngine(expression, true)).toBeUndefined();
  });
});

describe('hostile expressions', () => {
  test.each([
    '(a+)+$',
    '(a|a)*b',
    '(a|aa)+c',
    '((a*)*)*b',
    '(.*)(.*)(.*)(.*)(.*)x',
    `${'(|a)'.repeat(40)}${'a'.repeat(40)}b`,
  ])('%j comes to an end on a long text', (regex) => {
    const start = performance.now();
    expect(compiled(regex).test(`${'a'.repeat(20_000)}!`)).toBe(false);
    // Backtracking would not end in a lifetime; the bound only has to be far from that.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test.each([
    ['parentheses', `${'('.repeat(50_000)}${')'.repeat(50_000)}`],
    ['repetitions', '((((a{900}){900}){900}){900})'],
    ['open groups', '(?:'.repeat(50_000)],
  ])('that nest %s are refused', (_, regex) => {
    expect(compilePattern(regex, true)).toHaveProperty('problem');
  });

  test('a long list of names is compiled and run', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `name-${i}`);
    const pattern = compiled(`(${names.join('|')})`);
    expect(pattern.test('name-19999')).toBe(true);
    expect(pattern.test('name-20000')).toBe(false);
  });

  test('of any characters never throw', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'()[]{}|*+?.^$\\aPpQE<>:=!-1,n\ud800é') });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (regex, text) => {
        const pattern = compilePattern(regex, true);
        if (!('problem' in pattern)) {
          expect(pattern.match(text) !== undefined).toBe(pattern.test(text));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
