import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = ['frozen/additional-config'];

/**
 * The text behind `additionalScrapeConfigs`, `additionalAlertRelabelConfigs` or `additionalAlertManagerConfigs` that the Operator
 * cannot read.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateAdditionalScrapeConfigs` and
 * `appendAlertingConfig`. Silent about Secrets that are not there, and about placeholders that another tool fills in.
 */
export const additionalConfig: Check = {
  id: 'prometheus/additional-config',
  level: Level.ERROR,
  summary: 'additional configuration that is no list of YAML maps',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
