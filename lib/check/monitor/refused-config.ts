import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from './problem-drafts';

const CODES = [
  'poison/relabeling',
  'poison/target-label',
  'poison/duration',
  'poison/size',
  'poison/client-id',
  'poison/half-pair',
  'poison/selector-regex',
  'poison/discovery-url',
];

/**
 * Values of a monitor that the Operator lets pass and that Prometheus does not take: labels without a name, relabelings,
 * durations, sizes, client ids, addresses, and values of a selector for Ingresses.
 *
 * Mirrors: prometheus v3.15 `config/config.go` and `model/relabel/relabel.go`, `Config.Validate`; prometheus/common v0.71
 * `model/time.go`, `ParseDuration`, and `config/http_config.go`, `HTTPClientConfig.Validate`.
 */
export const refusedConfig: Check = {
  id: 'monitor/refused-config',
  level: Level.ERROR,
  summary: 'value of a monitor that Prometheus refuses',
  why: POISONED,
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
