import { Level } from '../../report/finding';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';

const CODES = [
  'frozen/two-authentications',
  'frozen/authorization-without-credentials',
  'frozen/authorization-type-basic',
  'frozen/credentials-twice',
  'frozen/oauth2-without-token-url',
  'frozen/oauth2-without-client-id',
  'frozen/tls-cert-without-key',
  'frozen/tls-key-without-cert',
  'frozen/tls-versions-crossed',
  'frozen/tls-ca-unreadable',
  'frozen/tls-pair-broken',
  'frozen/tls-source-twice',
  'frozen/proxy-header-without-proxy',
  'frozen/proxy-twice',
  'frozen/no-proxy-beside-environment',
  'frozen/no-proxy-without-proxy',
  'frozen/proxy-url',
  'frozen/proxy-header-empty',
  'frozen/secret-and-config-map',
  'frozen/sigv4-half',
];

/**
 * Authentication, TLS or proxy settings of a scrape class, of remote write, remote read, an Alertmanager or the API server that
 * contradict each other.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/store.go` and `pkg/prometheus/promcfg.go`, with the `Validate` methods of
 * `pkg/apis/monitoring/v1`.
 */
export const httpClient: Check = {
  id: 'prometheus/http-client',
  level: Level.ERROR,
  summary: 'settings of an HTTP client that contradict each other',
  why: FROZEN,
  codes: CODES,
  run: (context) => instanceDrafts(context, CODES),
};
