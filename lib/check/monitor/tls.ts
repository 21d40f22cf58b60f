import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = [
  'rejected/tls-cert-without-key',
  'rejected/tls-key-without-cert',
  'rejected/tls-versions-crossed',
  'rejected/tls-ca-unreadable',
  'rejected/tls-pair-broken',
  'rejected/tls-source-twice',
];

/**
 * TLS settings of an endpoint that contradict each other, or whose certificates cannot be read.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/apis/monitoring/v1/tls_types.go`, `TLSConfig.Validate`, and `pkg/assets/tls.go`,
 * `addTLSAssets`. Silent about the content of Secrets that are not there, or whose data a controller fills in.
 */
export const tls: Check = {
  id: 'monitor/tls',
  level: Level.ERROR,
  summary: 'TLS settings that contradict each other or cannot be read',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
