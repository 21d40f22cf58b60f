import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = ['rejected/static-label'];

/**
 * A label of static targets of a Probe or ScrapeConfig with a name that the version of Prometheus does not have.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateStaticConfigLabels`; Operators before
 * 0.92 let it pass in a Probe.
 */
export const staticLabel: Check = {
  id: 'monitor/static-label',
  level: Level.ERROR,
  summary: 'label of static targets with a name that is none',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
