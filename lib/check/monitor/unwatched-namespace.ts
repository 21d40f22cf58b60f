import { Level } from '../../report/finding';
import { selectionProblems } from '../../simulator/operator/describe-selection';
import type { Check } from '../check';
import { draftOfProblem } from '../draft-of-problem';
import { nearestOutcomes } from './nearest-outcome';

const CODES = ['unseen/unwatched-namespace'];

/**
 * A monitor in a namespace that the Operator does not watch.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/informers/informers.go`, `newInformerOptions`: monitors are looked for in
 * `--namespaces` less `--deny-namespaces`, whatever a Prometheus selects.
 */
export const unwatchedNamespace: Check = {
  id: 'monitor/unwatched-namespace',
  level: Level.ERROR,
  summary: 'the Operator does not watch the namespace of the monitor',
  why: 'Nothing happens at all: no event, no line in the log, no job, whatever a Prometheus selects.',
  codes: CODES,
  *run(context) {
    for (const outcome of nearestOutcomes(context)) {
      if (outcome.state === 'unseen') {
        const [problem] = selectionProblems(outcome);
        const { operator } = outcome.instance;
        yield draftOfProblem(problem, {
          related: operator?.object === undefined ? [] : [{ object: operator.object, message: 'is this Operator' }],
        });
      }
    }
  },
};
