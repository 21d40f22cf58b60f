import { Level } from '../../report/finding';
import type { Check } from '../check';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = [
  'rejected/two-authentications',
  'rejected/authorization-without-credentials',
  'rejected/authorization-type-basic',
  'rejected/credentials-twice',
  'rejected/oauth2-without-token-url',
  'rejected/oauth2-without-client-id',
];

/**
 * An endpoint with two ways to authenticate, or with one of which a part is missing.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/apis/monitoring/v1/http_config.go`, `HTTPConfigWithoutTLS.Validate`,
 * `prometheus_types.go`, `SafeAuthorization.Validate`, and `types.go`, `OAuth2.Validate`.
 */
export const authentication: Check = {
  id: 'monitor/authentication',
  level: Level.ERROR,
  summary: 'authentication that contradicts itself or is incomplete',
  why: REJECTED,
  codes: CODES,
  run: (context) => rejectionDrafts(context, CODES),
};
