import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = ['rejected/scrape-class-unknown'];

/**
 * A `scrapeClass` that a Prometheus which selects the monitor does not have.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateScrapeClass`.
 *
 * Silent without any Prometheus, whose classes nobody knows.
 */
export const scrapeClass: Check = {
  id: 'monitor/scrape-class',
  level: Level.ERROR,
  summary: 'monitor names a scrape class that its Prometheus does not have',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
