import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from './problem-drafts';

const CODES = [
  'poison/bearer-token-file-and-more',
  'poison/scrape-class-authorization',
  'poison/several-authentications',
  'poison/authorization-type',
];

/**
 * Two ways to authenticate that the Operator does not compare: `bearerTokenFile` beside another one, another one beside the
 * authorization of the scrape class, or any two of a Probe or of a discovery; and a type of authorization that it looks at only
 * where there are credentials.
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
