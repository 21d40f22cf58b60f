import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from './problem-drafts';

const CODES = ['poison/bearer-token-file-and-more', 'poison/scrape-class-authorization'];

/**
 * Two ways to authenticate that the Operator does not compare: `bearerTokenFile` beside another one, or another one beside the
 * authorization of the scrape class.
 *
 * Mirrors: prometheus/common v0.70 `config/http_config.go`, `HTTPClientConfig.Validate`; prometheus-operator v0.93
 * `pkg/prometheus/promcfg.go`, `mergeAuthorizationWithScrapeClass`.
 */
export const authenticationClash: Check = {
  id: 'monitor/authentication-clash',
  level: Level.ERROR,
  summary: 'second authentication that the Operator lets pass',
  why: POISONED,
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
