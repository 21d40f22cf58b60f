import { Level } from '../../report/finding';
import { selectionProblems } from '../../simulator/operator/describe-selection';
import type { Check } from '../check';
import { draftOfProblem } from '../draft-of-problem';
import { nearestRuleOutcomes } from './rule-drafts';

/**
 * A PrometheusRule with the right labels in a namespace that no Prometheus and no ThanosRuler looks into, or that the Operator
 * does not watch.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/operator.go`, `SelectNamespacesFromCache`; `pkg/informers/informers.go`,
 * `newInformerOptions`.
 *
 * Silent where the labels of the Namespace decide and are not known, unless the objects are complete.
 */
export const ruleNamespace: Check = {
  id: 'rule/namespace',
  level: Level.ERROR,
  summary: 'no Prometheus looks for rules in this namespace',
  why: 'The Operator passes the rules over without an event, so none of their alerts can ever fire.',
  *run(context) {
    for (const outcome of nearestRuleOutcomes(context)) {
      if (outcome.misses.every(({ link }) => link === 'namespace')) {
        const { instance, misses } = outcome;
        const [problem] = selectionProblems(outcome);
        yield draftOfProblem(problem, {
          related: [
            {
              object: instance.object,
              field: misses[0]?.failed?.requirement.field ?? 'spec',
              message: 'says where it looks',
            },
          ],
        });
      }
    }
  },
};
