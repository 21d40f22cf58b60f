import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/daemon-set-gate'];

/**
 * `mode: DaemonSet` without the feature gate of the Operator that it needs.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/agent/operator.go`, `syncDaemonSet`.
 */
export const mode: Check = {
  id: 'prometheus/mode',
  level: Level.ERROR,
  summary: 'agent on every node, with an Operator that does not do that',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
