import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/two-default-scrape-classes'];

/**
 * Two scrape classes that are both the default.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `getScrapeClassConfig`.
 */
export const scrapeClass: Check = {
  id: 'prometheus/scrape-class',
  level: Level.ERROR,
  summary: 'two default scrape classes',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
