import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from './problem-drafts';

const CODES = ['poison/no-scrape-protocol-left'];

/**
 * `scrapeProtocols` that hold nothing that an old Prometheus knows: the Operator leaves all of them out, and Prometheus
 * refuses the empty list.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addScrapeProtocols`; prometheus v2.49 `config/config.go`,
 * `validateAcceptHeaderFormat`.
 */
export const scrapeProtocols: Check = {
  id: 'monitor/scrape-protocols',
  level: Level.ERROR,
  summary: 'list of scrape protocols of which nothing is left',
  why: POISONED,
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
