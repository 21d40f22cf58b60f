import { Level } from '../../report/finding';
import type { Check } from '../check';
import { POISONED, poisonDrafts } from '../monitor/problem-drafts';

const CODES = ['poison/kubernetes-client'];

/**
 * A discovery of Kubernetes with credentials, TLS, a proxy or another setting of the client, and without the address of an API
 * server.
 *
 * Mirrors: prometheus v3.15 `discovery/kubernetes/kubernetes.go`, `SDConfig.UnmarshalYAML`.
 */
export const kubernetesClient: Check = {
  id: 'scrape-config/kubernetes-client',
  level: Level.ERROR,
  summary: 'client for Kubernetes without the address of an API server',
  why: POISONED,
  codes: CODES,
  run: (context) => poisonDrafts(context, CODES),
};
