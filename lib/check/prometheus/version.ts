import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/version'];

/**
 * A `version` that is no version of Prometheus 2 or 3.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `NewConfigGenerator`.
 */
export const version: Check = {
  id: 'prometheus/version',
  level: Level.ERROR,
  summary: 'version of Prometheus that the Operator cannot read',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
