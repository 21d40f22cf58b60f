import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from '../monitor/problem-drafts';

const CODES = [
  'rejected/scrape-config-version',
  'rejected/discovery-version',
  'rejected/discovery-field',
  'rejected/discovery-address',
  'rejected/own-namespace',
  'rejected/selector-role',
  'rejected/selector-text',
];

/**
 * A ScrapeConfig whose discovery the Operator does not take: for the version of Prometheus, for a field that is not set or one
 * that contradicts another, or for a selector.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, from `validateKubernetesSDConfigs` to
 * `validateIonosSDConfigs`.
 */
export const rejected: Check = {
  id: 'scrape-config/rejected',
  level: Level.ERROR,
  summary: 'ScrapeConfig with a discovery that the Operator does not take',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
