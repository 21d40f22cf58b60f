/** NetworkPolicies for the tests of checks, as plain objects. */

/** A NetworkPolicy about all pods of a namespace, unless a test says otherwise. */
export function networkPolicy(namespace: string, spec: object, name = 'policy'): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: { podSelector: {}, ...spec },
  };
}

/** A NetworkPolicy that lets nobody in. */
export function denyAll(namespace: string): object {
  return networkPolicy(namespace, { policyTypes: ['Ingress'] }, 'deny');
}

/** Peers in a namespace, all of them or those with some labels. */
export function peer(namespace: string, labels?: object): object {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    ...(labels === undefined ? {} : { podSelector: { matchLabels: labels } }),
  };
}

export const PROMETHEUS_LABELS = { 'app.kubernetes.io/name': 'prometheus' };
