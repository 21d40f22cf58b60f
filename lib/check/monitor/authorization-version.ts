import { Level } from '../../report/finding';
import type { Check } from '../check';
import { poisonDrafts } from './problem-drafts';

const CODES = ['poison/operator-crash'];

/**
 * `authorization` of an endpoint, or of its scrape class, for a Prometheus before 2.26: the Operator crashes.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addAuthorizationToYaml`, which takes the first element of an
 * empty list there; nothing above it recovers.
 */
export const authorizationVersion: Check = {
  id: 'monitor/authorization-version',
  level: Level.ERROR,
  summary: 'authorization for a Prometheus that is too old for it',
  why: 'The Operator starts anew and crashes again, whatever else is in the cluster.',
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
