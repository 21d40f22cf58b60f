import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/timeout-above-interval', 'frozen/timeout-unreadable', 'frozen/interval-unreadable'];

/**
 * A `scrapeTimeout` of the Prometheus itself above its `scrapeInterval`.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `buildGlobalConfig`.
 */
export const timeout: Check = {
  id: 'prometheus/timeout',
  level: Level.ERROR,
  summary: 'scrape timeout of a Prometheus that is longer than its interval',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
