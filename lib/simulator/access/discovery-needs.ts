import type { Version } from '../versions/version';
import { atLeast } from '../versions/version';

/** A resource that Prometheus has to list and watch to discover something. */
export interface Need {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly resource: string;
  /** Whether it has no namespaces, so that only rights in the whole cluster will do. */
  readonly cluster: boolean;
}

/** Kubernetes service discovery, as far as it decides which rights it needs. */
export interface DiscoveryKind {
  readonly role: string;
  readonly attachNodeMetadata: boolean;
}

const PODS: Need = { group: '', resource: 'pods', cluster: false };
const SERVICES: Need = { group: '', resource: 'services', cluster: false };
const NODES: Need = { group: '', resource: 'nodes', cluster: true };

const BY_ROLE: { readonly [role: string]: readonly Need[] } = {
  endpoints: [{ group: '', resource: 'endpoints', cluster: false }, SERVICES, PODS],
  endpointslice: [{ group: 'discovery.k8s.io', resource: 'endpointslices', cluster: false }, SERVICES, PODS],
  pod: [PODS],
  service: [SERVICES],
  ingress: [{ group: 'networking.k8s.io', resource: 'ingresses', cluster: false }],
  node: [NODES],
};

/**
 * What discovery with a role reads. It waits for all of it before it finds anything.
 *
 * Source: Prometheus `discovery/kubernetes/kubernetes.go`, `Run`, and `WaitForCacheSync` in `endpoints.go`,
 * `endpointslice.go` and `pod.go`.
 */
export function discoveryNeeds({ role, attachNodeMetadata }: DiscoveryKind): readonly Need[] {
  const needs = BY_ROLE[role] ?? [];
  return attachNodeMetadata && role !== 'node' ? [...needs, NODES] : needs;
}

/** The first Prometheus that asks for what there is with the same request as for changes. */
const WATCH_LIST = '3.10.0';

/**
 * Whether the right to watch is enough to learn what there is. Those before list first.
 *
 * Source: client-go v0.35 `features/known_features.go`, `WatchListClient`, which Prometheus 3.10.0 builds with.
 */
export function listsByWatching(version: Version | undefined): boolean {
  return version !== undefined && atLeast(version, WATCH_LIST);
}
