import { Level } from '../../report/finding';
import { selectionProblems } from '../../simulator/operator/describe-selection';
import type { Check } from '../check';
import { draftOfProblem } from '../draft-of-problem';
import { setField } from '../field-edit';
import { mayBeSetElsewhere } from '../monitor/unread-values';
import { nearestRuleOutcomes } from './rule-drafts';

/**
 * A PrometheusRule whose labels no Prometheus and no ThanosRuler selects.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/rules.go`, `Select`. Without `ruleSelector` an instance loads no rules.
 *
 * Silent without any Prometheus, and where one is there that does not work for another reason.
 */
export const ruleSelector: Check = {
  id: 'rule/selector',
  level: Level.ERROR,
  summary: 'no Prometheus loads rules with these labels',
  why: 'The Operator passes the rules over without an event, so none of their alerts can ever fire.',
  *run(context) {
    for (const outcome of nearestRuleOutcomes(context)) {
      const miss = outcome.state === 'unselected' && outcome.misses.find(({ link }) => link === 'labels');
      if (miss) {
        const { monitor, instance } = outcome;
        const [problem] = selectionProblems(outcome);
        const unread = mayBeSetElsewhere(context, instance.object, miss.selectorField);
        const { failed } = miss;
        const values = failed?.requirement.operator === 'In' ? failed.requirement.values : [];
        yield draftOfProblem(problem, {
          basis: unread ? 'absent' : 'present',
          ...(unread ? { level: Level.WARNING } : {}),
          ...(problem.fix === undefined
            ? {}
            : {
                fix: {
                  text: problem.fix,
                  ...(values.length === 1 && outcome.misses.length === 1
                    ? { patch: setField(monitor, problem.field, values[0]) }
                    : {}),
                },
              }),
          related: [
            {
              object: instance.object,
              field: failed?.requirement.field ?? 'spec',
              message: failed === undefined ? 'has no ruleSelector' : 'asks for it',
            },
          ],
        });
      }
    }
  },
};
