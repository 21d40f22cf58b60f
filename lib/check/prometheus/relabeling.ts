import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/relabeling'];

/**
 * A relabeling of a scrape class, of remote write or of an Alertmanager that the Operator refuses.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/validation/validator.go`, `ValidateRelabelConfig`.
 */
export const relabeling: Check = {
  id: 'prometheus/relabeling',
  level: Level.ERROR,
  summary: 'relabeling of a Prometheus that the Operator refuses',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
