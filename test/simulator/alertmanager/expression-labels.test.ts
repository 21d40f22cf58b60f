import { checkExpression } from '../../../lib/promql/check-expression';
import type { Expression } from '../../../lib/promql/expression';
import { expressionLabels } from '../../../lib/simulator/alertmanager/expression-labels';
import { valueIn } from '../../../lib/simulator/alertmanager/known-labels';

const VERSION = { major: 3, minor: 15, patch: 0, prerelease: [] };

/** `a=1` is known, `!a` is surely not there, `?a` is not known. */
function knownOf(text: string, names: readonly string[]): string {
  const { expression, problems } = checkExpression(text, { version: VERSION });
  expect(problems).toEqual([]);
  const labels = expressionLabels(expression as Expression, text);
  return names
    .map((name) => {
      const value = valueIn(labels, name);
      return value === undefined ? `?${name}` : value === '' ? `!${name}` : `${name}=${value}`;
    })
    .join(' ');
}

test.each([
  ['up{a="1", b!="2", c=~"3", d=""}', 'a=1 ?b ?c !d ?e'],
  ['rate(up{a="1"}[5m])', 'a=1 ?b'],
  ['max_over_time(rate(up{a="1"}[5m])[1h:])', 'a=1 ?b'],
  ['-(up{a="1"})', 'a=1 ?b'],
  ['up{a="1"} > 3', 'a=1 ?b'],
  ['3 < bool up{a="1"}', 'a=1 ?b'],
  ['up{a="1"} * scalar(up{b="2"})', 'a=1 ?b'],
  ['vector(1)', '!a !b'],
  ['1 > bool 2', '!a'],
  ['absent(up{a="1", b=~"2"})', 'a=1 !b !c'],
  ['absent(up{a="1", a="2"})', '!a'],
  ['absent(up{a!="2", a="1"})', 'a=1'],
  ['absent(rate(up{a="1"}[5m]))', '!a'],
  ['absent_over_time(up{a="1"}[5m])', 'a=1 !b'],
  ['sum(up{a="1"})', '!a !b'],
  ['sum by (b) (up{a="1"})', '!a ?b !c'],
  ['sum(up{a="1"}) by (a, b)', 'a=1 ?b !c'],
  ['sum without (b) (up{a="1"})', 'a=1 !b ?c'],
  ['sum(max(up{a="1"}) by (a))', '!a'],
  ['sum by (a) (max by (b) (up{a="1"}))', '!a !b'],
  ['topk by (b) (3, up{a="1"})', 'a=1 ?b ?c'],
  ['count_values("v", up{a="1"})', '!a ?v'],
  ['quantile by (a) (0.9, up{a="1"})', 'a=1 !b'],
  ['histogram_quantile(0.9, sum by (le, a) (rate(x_bucket{a="1"}[5m])))', 'a=1 !b'],
  ['label_replace(up{a="1"}, "b", "$1", "a", "(.*)")', 'a=1 ?b'],
  ['label_replace(sum(up), "b", "$1", "a", "(.*)")', '!a ?b'],
  ['up{a="1"} and down{a="2", b="3"}', 'a=1 ?b'],
  ['up{a="1"} unless on (a) down', 'a=1 ?b'],
  ['up{a="1", b="2"} or down{a="1", b="3"}', 'a=1 ?b ?c'],
  ['sum(up) or sum by (a) (up)', '?a !b'],
  ['up{a="1"} / down', 'a=1 ?b'],
  ['up{a="1"} / on (b) down', '!a ?b !c'],
  ['up{a="1"} / ignoring (b) down', 'a=1 !b ?c'],
  ['up{a="1"} * on (b) group_left (c) sum by (b, c) (down)', 'a=1 ?b ?c ?d'],
  ['sum by (b, c) (up) * on (b) group_right (d) down{a="1"}', 'a=1 ?b ?d ?e'],
])('%s has %s', (text, known) => {
  expect(
    knownOf(
      text,
      known.split(' ').map((one) => one.replace(/^[?!]|=.*$/g, '')),
    ),
  ).toBe(known);
});
