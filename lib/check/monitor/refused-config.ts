import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from './problem-drafts';

const CODES = [
  'poison/duration',
  'poison/half-pair',
  'poison/label-name',
  'poison/oauth2-empty-client-id',
  'poison/relabeling',
  'poison/size',
];

/**
 * Something else in a monitor that the Operator lets pass and for which Prometheus refuses its whole configuration: names of
 * labels that make none, relabelings, durations and sizes that only Prometheus reads, TLS of which a scrape class gives half.
 *
 * Mirrors: prometheus v3.15 `config/config.go`, `ScrapeConfig.UnmarshalYAML` and `ScrapeConfig.Validate`, and
 * `model/relabel/relabel.go`, `Config.Validate`; prometheus/common v0.71 `config/http_config.go`.
 */
export const refusedConfig: Check = {
  id: 'monitor/refused-config',
  level: Level.ERROR,
  summary: 'something in a monitor that Prometheus refuses',
  why: POISONED,
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
