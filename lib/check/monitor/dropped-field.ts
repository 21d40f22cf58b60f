import { Level } from '../../report/finding';
import type { Check } from '../check';
import { draftOfProblem, sentenceOf } from '../draft-of-problem';
import { monitorProblems } from './monitor-problems';

const CODES = ['dropped/*'];

/**
 * A field that the Operator leaves out of the configuration of an old Prometheus. A warning where the loss is felt: a scrape
 * without credentials.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, the calls of `WithMinimumVersion`.
 */
export const droppedField: Check = {
  id: 'monitor/dropped-field',
  level: Level.INFO,
  summary: 'field that a Prometheus is too old for',
  why: 'What the field asks for does not happen; the Operator says so in its log alone.',
  codes: CODES,
  *run(context) {
    for (const { problem, instances } of monitorProblems(context).dropped) {
      const more = instances.length > 1 ? ` So it is with ${instances.length} instances.` : '';
      yield draftOfProblem(problem, {
        message: sentenceOf(problem) + more,
        ...(problem.values.felt === true ? { level: Level.WARNING } : {}),
      });
    }
  },
};
