import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDraft } from '../instance-drafts';

const CODES = ['frozen/daemon-set-gate'];

const NOT_SHOWN =
  'mode "DaemonSet" needs the feature gate PrometheusAgentDaemonSet, which is off unless the Operator is started with it, and the Operator is not among these objects. Without it the Operator fails on this PrometheusAgent as a whole.';

/**
 * `mode: DaemonSet` without the feature gate of the Operator that it needs. An info where the Operator is not among the
 * objects, since nobody knows its gates, and silent there about an agent that the API server refuses.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/agent/operator.go`, `syncDaemonSet`.
 */
export const mode: Check = {
  id: 'prometheus/mode',
  level: Level.ERROR,
  summary: 'agent on every node, with an Operator that does not do that',
  why: FROZEN,
  codes: CODES,
  *run(context) {
    for (const instance of context.simulation.instances) {
      for (const problem of instance.problems.filter(({ code }) => CODES.includes(code))) {
        if (problem.certainty === 'certain' || context.absence === 'complete') {
          yield instanceDraft(context, instance, problem);
        } else if (!context.prepared.refused.has(instance.object.given ?? instance.object.object)) {
          const notShown = { basis: 'reference', level: Level.INFO, message: NOT_SHOWN } as const;
          yield instanceDraft(context, instance, problem, notShown);
        }
      }
    }
  },
};
