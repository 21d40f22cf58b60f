import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from './problem-drafts';

const CODES = ['poison/source-label'];

/**
 * A `sourceLabels` entry that is empty, or no label name for Prometheus 2. The Operator does not look at them.
 *
 * Mirrors: prometheus v3.13 `model/relabel/relabel.go`, `Config.Validate`, and `config/config.go`.
 */
export const sourceLabels: Check = {
  id: 'monitor/source-labels',
  level: Level.ERROR,
  summary: 'source label that Prometheus does not take for a name',
  why: POISONED,
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
