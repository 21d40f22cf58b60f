import { Level } from '../../report/finding';
import type { Check } from '../check';
import { instanceDraft } from '../instance-drafts';

const CODES = ['instance/unwatched-namespace', 'instance/instance-selector', 'instance/controller-id'];

/**
 * A Prometheus that no Operator here takes care of.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/resource_reconciler.go`, `isManagedByController`; `cmd/operator/main.go`.
 *
 * Silent without any Operator among the objects, and where the Operator does not even start.
 */
export const unseen: Check = {
  id: 'prometheus/unseen',
  level: Level.ERROR,
  summary: 'Prometheus that no Operator takes care of',
  why: 'Nothing happens: there are no pods and no configuration, or those of before stay as they were.',
  codes: CODES,
  *run(context) {
    const { operators, instances } = context.simulation;
    if (context.assumedInstance || operators.every(({ problems }) => problems.length > 0)) {
      return;
    }
    for (const instance of instances) {
      for (const problem of instance.problems.filter(({ code }) => CODES.includes(code))) {
        yield instanceDraft(context, instance, problem, {
          basis: 'absent',
          related: operators.flatMap(({ object }) =>
            object === undefined ? [] : [{ object, message: 'is the Operator here' }],
          ),
        });
      }
    }
  },
};
