import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = [
  'rejected/proxy-header-without-proxy',
  'rejected/proxy-twice',
  'rejected/no-proxy-beside-environment',
  'rejected/no-proxy-without-proxy',
  'rejected/proxy-url',
  'rejected/proxy-header-empty',
];

/**
 * Proxy settings of an endpoint, or of its OAuth 2, that contradict each other.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/apis/monitoring/v1/types.go`, `ProxyConfig.Validate`, and `pkg/assets/store.go`,
 * `AddProxyConfig`.
 */
export const proxy: Check = {
  id: 'monitor/proxy',
  level: Level.ERROR,
  summary: 'proxy settings that contradict each other',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
