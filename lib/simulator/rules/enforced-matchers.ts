import type { Matcher } from '../../promql/expression';
import type { SourcedObject } from '../kube-object';
import { namespaceOf } from '../operator/problem';
import { isEnforcedOn, type RuleReader } from './rule-problems';

/** What the Operator adds to every selector of a rule: the label with the namespace of the rule, where it is enforced. */
export function enforcedMatchers(rule: SourcedObject, reader: RuleReader): readonly Matcher[] {
  return isEnforcedOn(rule, reader)
    ? [{ from: 0, to: 0, label: reader.enforcedLabel, op: '=', value: namespaceOf(rule.object) }]
    : [];
}

/**
 * The conditions of a selector with those that are added; what it says itself of these labels no longer counts.
 *
 * Source: prom-label-proxy v0.14 `injectproxy/enforce.go`, `EnforceMatchers`.
 */
export function withEnforced(matchers: readonly Matcher[], added: readonly Matcher[]): readonly Matcher[] {
  return added.length === 0
    ? matchers
    : [...matchers.filter(({ label }) => !added.some((one) => one.label === label)), ...added];
}
