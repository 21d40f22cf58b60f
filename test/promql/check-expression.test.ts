import { checkExpression } from '../../lib/promql/check-expression';
import { parseVersion, type Version } from '../../lib/simulator/versions/version';

const at = (version: string): Version => parseVersion(version) as Version;
const check = (text: string, version = '3.13.1', features: string[] = []) =>
  checkExpression(text, { version: at(version), features });

describe('an expression that Prometheus refuses', () => {
  test.each([
    ['rate(foo)', 'foo', /has to be a range vector, and is an instant vector/, 'add a range, such as [5m].'],
    ['ratee(foo[5m])', 'ratee', /no function "ratee"/, 'did you mean rate?'],
    ['{job=~".*"}', '{job=~".*"}', /takes every series/, undefined],
    ['foo{job=~"(?=a)"}', 'job=~"(?=a)"', /looks ahead or behind/, undefined],
    ['foo{job="\\d"}', '\\d', /"\\d" is no escape/, undefined],
    ['1 > 2', '>', /needs "bool"/, 'write > bool.'],
    ['sum(foo', '(foo', /not closed/, 'add ")".'],
    ['foo[0s]', '0s', /longer than 0/, undefined],
    ['sum(foo)[5m]', '[5m]', /Only a selector/, 'write [5m:], with a colon, for a subquery.'],
    ['rate(foo[5m]) offset 1h', 'rate(foo[5m]) offset 1h', /can only follow a selector/, undefined],
  ])('%s says where and why', (text, place, message, fix) => {
    const [problem, ...others] = check(text).problems;
    expect(others).toEqual([]);
    expect(text.slice(problem.from, problem.to)).toBe(place);
    expect(problem.message).toMatch(message);
    if (fix !== undefined) {
      expect(problem.fix).toBe(fix);
    }
  });

  test('depends on the version', () => {
    const taken = (text: string, version: string) => check(text, version).problems.length === 0;
    expect(['2.53.0', '3.0.0'].map((version) => taken('holt_winters(a[5m], 0.5, 0.5)', version))).toEqual([
      true,
      false,
    ]);
    expect(['2.53.0', '2.54.0'].map((version) => taken('rate(a[300])', version))).toEqual([false, true]);
    expect(['3.13.0', '3.14.0'].map((version) => taken('first_over_time(a[5m])', version))).toEqual([false, true]);
  });

  test('names the feature that would allow it', () => {
    expect(check('limitk(1, foo)').problems).toMatchObject([
      { fix: 'enableFeatures: [promql-experimental-functions]' },
    ]);
    expect(check('limitk(1, foo)', '3.13.1', ['promql-experimental-functions']).problems).toEqual([]);
  });
});

describe('the series that an expression asks for', () => {
  test('are those of each selector, by metric and matchers', () => {
    const { series } = check('rate(a{job="x"}[5m]) / on(job) {__name__="b", job=~"y"} or {"c"}');
    expect(series).toMatchObject([
      { metric: 'a', matchers: [{ label: 'job', op: '=', value: 'x' }] },
      { metric: 'b', matchers: [{ label: 'job', op: '=~', value: 'y' }] },
      { metric: 'c', matchers: [] },
    ]);
  });

  test('are marked where it is about there being none', () => {
    const { series } = check('absent(a) or absent_over_time(b[5m]) or c');
    expect(series.map(({ metric, absent }) => [metric, absent])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
  });

  test('have no metric where a pattern names it', () => {
    expect(check('{__name__=~"a|b"}').series).toMatchObject([{ metric: undefined, matchers: [{ label: '__name__' }] }]);
  });

  test('come with modifiers that belong to the selector, not to the sum', () => {
    expect(check('a + b offset 5m').problems).toEqual([]);
  });
});
