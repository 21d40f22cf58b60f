import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from './problem-drafts';

const CODES = ['poison/port-no-regex'];

/**
 * A `port` or `targetPort` that Prometheus cannot read: the Operator puts it into the configuration as a regular expression.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig` and `generatePodMonitorConfig`;
 * prometheus v3.13 `model/relabel/relabel.go`, `NewRegexp`.
 */
export const portPattern: Check = {
  id: 'monitor/port-pattern',
  level: Level.ERROR,
  summary: 'port of a monitor that is no regular expression',
  why: POISONED,
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
