import { checkExpression } from '../../lib/promql/check-expression';
import type { Matcher } from '../../lib/promql/expression';
import { withEnforced } from '../../lib/simulator/rules/enforced-matchers';
import type { RuleGroupTruth, RuleTruth } from '../scenario/truth';

const ANY = {
  version: { major: 3, minor: 15, patch: 0, prerelease: [] },
  features: ['promql-experimental-functions', 'promql-duration-expr', 'promql-extended-range-selectors'],
};

/**
 * Groups of rules in a form in which they can be compared: Prometheus writes expressions in its own way, so that only the
 * series count that they ask for.
 */
export function comparableRules(groups: readonly RuleGroupTruth[]): unknown {
  return groups.map(({ rules, ...group }) => ({ ...group, rules: rules.map(comparable) }));
}

function comparable({ query, added, ...rule }: RuleTruth & { readonly added?: readonly Matcher[] }): object {
  const series = checkExpression(query, ANY).series.map(({ metric, matchers }) => [
    metric ?? null,
    withEnforced(matchers, added ?? [])
      .map(({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`)
      .sort(),
  ]);
  return { ...rule, series };
}
