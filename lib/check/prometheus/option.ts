import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = [
  'frozen/option',
  'frozen/option-version',
  'frozen/azure-methods',
  'frozen/azure-uuid',
  'frozen/azure-version',
];

/**
 * Options of storage, OTLP, tracing or remote write that contradict each other, or that this version of Prometheus is too old
 * for.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendStorageSettingsConfig`, `appendOTLPConfig` and
 * `appendTracingConfig`; `pkg/prometheus/operator.go`, `validateRemoteWriteSpec`.
 */
export const option: Check = {
  id: 'prometheus/option',
  level: Level.ERROR,
  summary: 'option that contradicts another or that the version does not have',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
