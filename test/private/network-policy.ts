/** Who knocks at a port of a pod. */
export interface Visitor {
  readonly namespace: string;
  readonly labels?: { [key: string]: string };
  /** Address of a visitor from outside of the cluster; such a one has no namespace worth looking at. */
  readonly address?: string;
}

/**
 * Whether NetworkPolicies let a visitor in, by the words of the Kubernetes API (`networking.k8s.io/v1`): a pod that no
 * policy selects is open; otherwise any rule of any selecting policy may admit.
 */
export function admits(
  policies: any[],
  pod: { namespace: string; labels: { [key: string]: string } },
  visitor: Visitor,
  port: number,
  protocol = 'TCP',
): boolean {
  const selecting = policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === pod.namespace &&
      spec.policyTypes.includes('Ingress') &&
      selects(spec.podSelector, pod.labels),
  );
  if (selecting.length === 0) {
    return true;
  }
  return selecting.some(({ metadata, spec }) =>
    (spec.ingress ?? []).some(
      (rule: any) =>
        (!rule.ports?.length || rule.ports.some((p: any) => p.port === port && (p.protocol ?? 'TCP') === protocol)) &&
        (!rule.from?.length || rule.from.some((peer: any) => fits(peer, visitor, metadata.namespace))),
    ),
  );
}

function fits({ podSelector, namespaceSelector, ipBlock }: any, visitor: Visitor, ownNamespace: string): boolean {
  if (ipBlock) {
    return (
      visitor.address !== undefined &&
      inRange(visitor.address, ipBlock.cidr) &&
      !(ipBlock.except ?? []).some((range: string) => inRange(visitor.address as string, range))
    );
  }
  if (visitor.address !== undefined) {
    return false;
  }
  const rightNamespace = namespaceSelector
    ? selects(namespaceSelector, { 'kubernetes.io/metadata.name': visitor.namespace })
    : visitor.namespace === ownNamespace;
  return rightNamespace && (podSelector === undefined || selects(podSelector, visitor.labels ?? {}));
}

function selects({ matchLabels = {}, matchExpressions = [] }: any, labels: { [key: string]: string }): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values }: any) => {
      if (operator !== 'In') {
        throw new Error(`operator ${operator} is not evaluated here`);
      }
      return values.includes(labels[key]);
    })
  );
}

function inRange(address: string, cidr: string): boolean {
  const [base, bits] = cidr.split('/');
  const number = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(address) / size) === Math.floor(number(base) / size);
}
