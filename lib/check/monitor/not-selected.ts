import { Level } from '../../report/finding';
import { selectionProblems } from '../../simulator/operator/describe-selection';
import { describeInstance } from '../../simulator/operator/instance';
import type { MonitorOutcome } from '../../simulator/operator/select-monitors';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { draftOfProblem } from '../draft-of-problem';
import { setField } from '../field-edit';

/**
 * A monitor whose labels no Prometheus selects, although a Prometheus looks into its namespace.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `selectObjects`. The selector reads the labels
 * of the monitor itself, never those of the Service or of pods.
 */
export const notSelected: Check = {
  id: 'monitor/not-selected',
  level: Level.ERROR,
  summary: 'no Prometheus selects the labels of the monitor',
  why: 'The Operator passes the monitor over without an event, so there is no job, no target and no error.',
  *run(context) {
    for (const outcomes of context.untaken.values()) {
      const nearest = missedByLabels(outcomes);
      if (nearest !== undefined) {
        yield draftFor(nearest, outcomes.length, context);
      }
    }
  },
};

/** The instance that misses the monitor by the fewest labels, of those that would see it. */
function missedByLabels(outcomes: readonly MonitorOutcome[]): MonitorOutcome | undefined {
  return outcomes.find(
    ({ state, misses }) =>
      state === 'unselected' && misses.every(({ link }) => link === 'labels') && misses.every(({ failed }) => failed),
  );
}

function draftFor(outcome: MonitorOutcome, instances: number, context: CheckContext): Draft {
  const [problem] = selectionProblems(outcome);
  const requirement = outcome.misses[0].failed?.requirement;
  const single = requirement?.operator === 'In' ? requirement.values[0] : undefined;
  const others = instances > 1 ? ` None of the ${context.working.length} instances here takes it.` : '';
  return draftOfProblem(problem, {
    message: problem.message + others,
    related: [
      {
        object: outcome.instance.object,
        field: requirement?.field,
        message: `is what ${describeInstance(outcome.instance.object)} asks for`,
      },
    ],
    ...(single === undefined || problem.fix === undefined
      ? {}
      : { fix: { text: problem.fix, patch: setField(outcome.monitor, problem.field, single) } }),
  });
}
