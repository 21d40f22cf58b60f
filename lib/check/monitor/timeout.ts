import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = ['rejected/timeout-above-interval', 'rejected/timeout-unreadable', 'rejected/interval-unreadable'];

/**
 * A `scrapeTimeout` above the interval of the endpoint or, where that has none, of the Prometheus; with several, of each.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateScrapeIntervalAndTimeout`.
 *
 * Silent without any Prometheus about a timeout whose interval nobody knows.
 */
export const timeout: Check = {
  id: 'monitor/timeout',
  level: Level.ERROR,
  summary: 'scrape timeout that is longer than the interval',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
