import { Level } from '../../report/finding';
import type { Check } from '../check';
import { poisonDrafts } from '../monitor/problem-drafts';

const CODES = ['poison/operator-failure'];

/**
 * A client secret of Azure that is not there, beside a method of authentication that needs none: the Operator does not look for
 * it until it writes the configuration.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateAzureSDConfigs`, and
 * `pkg/prometheus/promcfg.go`, `generateScrapeConfig`.
 *
 * Silent about a Secret that is not among the objects, unless they are complete.
 */
export const azureSecret: Check = {
  id: 'scrape-config/azure-secret',
  level: Level.ERROR,
  summary: 'client secret of Azure that nobody needs and that is not there',
  why: 'The Operator writes no configuration at all, so no change of any monitor reaches the Prometheus.',
  codes: CODES,
  run: (context) =>
    poisonDrafts(context, CODES, () => ({
      fix: { text: 'remove clientSecret, which the authenticationMethod does not use.' },
    })),
};
