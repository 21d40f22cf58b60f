/** Label of a node, and since Kubernetes 1.35 of its pods, with its zone. */
export const ZONE = 'topology.kubernetes.io/zone';
/** The same with its region. */
export const REGION = 'topology.kubernetes.io/region';

/**
 * The zone that a pod asks for; `undefined` where the scheduler chooses.
 *
 * Source: kubernetes v1.36 `staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go`,
 * `GetRequiredNodeAffinity`: the selector and the required terms must both hold.
 */
export function zoneAskedFor({ nodeSelector, affinity }: any): string | undefined {
  const selected = nodeSelector?.[ZONE];
  if (typeof selected === 'string') {
    return selected;
  }
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  // Of several terms any one may hold.
  const expressions = Array.isArray(terms) && terms.length === 1 ? terms[0]?.matchExpressions : undefined;
  const zones = (Array.isArray(expressions) ? expressions : []).find(
    (one) => one?.key === ZONE && one.operator === 'In',
  )?.values;
  return Array.isArray(zones) && zones.length === 1 && typeof zones[0] === 'string' ? zones[0] : undefined;
}
