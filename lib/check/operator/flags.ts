import { Level } from '../../report/finding';
import type { Check } from '../check';
import { draftOfProblem } from '../draft-of-problem';

const CODES = [
  'operator/command',
  'operator/flag-syntax',
  'operator/flag-value',
  'operator/namespaces-and-deny-namespaces',
  'operator/instance-selector',
  'operator/unknown-feature-gate',
  'operator/unknown-flag',
];

/**
 * Flags of the Operator with which it does not start.
 *
 * Mirrors: prometheus-operator v0.93 `cmd/operator/main.go`, `parseFlags`, and `pkg/operator/config.go`.
 */
export const flags: Check = {
  id: 'operator/flags',
  level: Level.ERROR,
  summary: 'flags with which the Operator does not start',
  why: 'Without the Operator no monitor takes effect, and every Prometheus stays as it was.',
  codes: CODES,
  *run({ simulation }) {
    for (const problem of simulation.operators.flatMap(({ problems }) => problems)) {
      yield draftOfProblem(problem);
    }
  },
};
