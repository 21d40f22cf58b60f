import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = ['rejected/relabeling'];

/**
 * A relabeling of an endpoint that fits the schema and that the Operator refuses nevertheless.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/validation/validator.go`, `ValidateRelabelConfig`, with the version of each
 * Prometheus.
 */
export const relabeling: Check = {
  id: 'monitor/relabeling',
  level: Level.ERROR,
  summary: 'relabeling that the Operator refuses',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
