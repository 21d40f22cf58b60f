import { Level } from '../../report/finding';
import { isAssumed } from '../../simulator/operator/assumed-instance';
import { droppedRuleFields } from '../../simulator/rules/dropped-rule-fields';
import type { Check } from '../check';
import { distinct, draftOfProblem } from '../draft-of-problem';

/**
 * A field of rules that the Operator leaves out for an old Prometheus or Thanos, or for a Prometheus at all.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/rules.go`, `sanitizePrometheusRulesSpec`.
 *
 * Silent about rules that nobody loads.
 */
export const ruleDroppedField: Check = {
  id: 'rule/dropped-field',
  level: Level.INFO,
  summary: 'field of a rule that an instance is too old for',
  why: 'The rules are loaded without it; the Operator says so in its log alone.',
  codes: ['dropped-rule/*'],
  run: ({ simulation }) =>
    distinct(
      simulation.ruleOutcomes
        .filter(({ state, instance }) => state === 'selected' && !isAssumed(instance.object))
        .flatMap(({ monitor, instance }) => droppedRuleFields(monitor, instance))
        .map((problem) => draftOfProblem(problem, problem.code.endsWith('/labels') ? { level: Level.WARNING } : {})),
    ),
};
