import { LabelOperator, requirementHolds } from '../../../selection/label-requirement';
import type { KubeSelector } from '../../bag/kube-selector';
import type { Container } from '../../bag/normalize-pod';
import type { VirtualPod } from '../../discovery/raw-target';
import type { Labels } from '../../relabel/relabel-rule';
import type { Direction, NetworkPolicy, Peer, PortRange, TrafficRule } from './network-policy';

/** Whether something holds; `unknown` where the objects do not tell. */
export type Answer = 'yes' | 'no' | 'unknown';

/** A pod at one end of a connection. */
export interface Party {
  readonly pod: VirtualPod;
  /** Labels of its namespace. */
  readonly namespaceLabels: Labels;
  /** False where the namespace may have more labels. */
  readonly labelsComplete: boolean;
  /** Whether it has the network of its node: what policies then do the API leaves open. */
  readonly hostNetwork: boolean;
}

/** A connection over TCP. */
export interface Connection {
  readonly from: Party;
  readonly to: Party;
  /** Port of the container. */
  readonly port: number;
}

/** What one rule of a policy does with a connection. */
export interface RuleVerdict {
  readonly policy: NetworkPolicy;
  readonly rule: TrafficRule;
  readonly peer: Answer;
  readonly port: Answer;
}

/** What all policies at one end of a connection do with it. */
export interface Verdict {
  readonly allowed: Answer;
  /** The policies that isolate the pod at this end; none where everything is allowed. */
  readonly policies: readonly NetworkPolicy[];
  readonly rules: readonly RuleVerdict[];
}

/**
 * What policies do with a connection, at the end that their direction is about: allowed is what some rule of some policy
 * allows; what no policy is about is allowed.
 *
 * Source: kubernetes v1.36 `staging/src/k8s.io/api/networking/v1/types.go`, `NetworkPolicySpec`.
 *
 * @param policies of the namespace of that end
 */
export function judgeConnection(
  connection: Connection,
  direction: Direction,
  policies: readonly NetworkPolicy[],
): Verdict {
  const [own, other] = direction === 'ingress' ? [connection.to, connection.from] : [connection.from, connection.to];
  const about = policies.map((policy) => ({ policy, rules: policy[direction], takes: takesPod(policy.pods, own.pod) }));
  const isolating = about.filter(({ rules, takes }) => rules !== undefined && takes === 'yes');
  const perhaps = about.some(({ rules, takes }) => rules !== undefined && takes === 'unknown');
  if (isolating.length === 0) {
    return { allowed: perhaps ? 'unknown' : 'yes', policies: [], rules: [] };
  }
  const rules = isolating.flatMap(({ policy, rules: list = [] }) =>
    list.map((rule) => ({
      policy,
      rule,
      peer: some(rule.peers, (peer) => matchesPeer(peer, own.pod.namespace, other)),
      port: some(rule.ports, (port) => matchesPort(port, connection.port, connection.to.pod)),
    })),
  );
  const answers = rules.map(({ peer, port }) => both(peer, port));
  const allowed = answers.includes('yes') ? 'yes' : perhaps || answers.includes('unknown') ? 'unknown' : 'no';
  return { allowed, policies: isolating.map(({ policy }) => policy), rules };
}

/** Whether a peer is a pod at the other end; a range of addresses may hold any pod. */
export function matchesPeer({ pods, namespaces, addresses }: Peer, policyNamespace: string, other: Party): Answer {
  if (addresses || other.hostNetwork) {
    return 'unknown';
  }
  const inNamespace =
    namespaces === undefined
      ? other.pod.namespace === policyNamespace
        ? 'yes'
        : 'no'
      : takesLabels(namespaces, other.namespaceLabels, NONE, other.labelsComplete);
  return both(inNamespace, pods === undefined ? 'yes' : takesPod(pods, other.pod));
}

/** Whether ports hold the port of a container. A name is that of a port which the called pod declares. */
export function matchesPort({ protocol, port, endPort }: PortRange, wanted: number, pod: VirtualPod): Answer {
  if (protocol !== 'TCP') {
    return 'no';
  }
  if (port === undefined) {
    return 'yes';
  }
  if (typeof port === 'number') {
    return wanted >= port && wanted <= (endPort ?? port) ? 'yes' : 'no';
  }
  const { containers, initContainers } = pod.spec;
  const declared = [...containers, ...initContainers].flatMap((container: Container) => container.ports);
  return declared.some(
    ({ name, containerPort, protocol: own }) => name === port && containerPort === wanted && own === 'TCP',
  )
    ? 'yes'
    : 'no';
}

/** Whether a selector takes a pod, some labels of which only a cluster knows. */
export function takesPod(selector: KubeSelector, { labels, opaqueLabels }: VirtualPod): Answer {
  return takesLabels(selector, labels, opaqueLabels, true);
}

/** Whether a selector takes the namespace of a pod. */
export function takesNamespace(
  selector: KubeSelector,
  { namespaceLabels, labelsComplete }: Pick<Party, 'namespaceLabels' | 'labelsComplete'>,
): Answer {
  return takesLabels(selector, namespaceLabels, NONE, labelsComplete);
}

function takesLabels(
  { requirements, nothing }: KubeSelector,
  labels: Labels,
  opaque: ReadonlySet<string>,
  complete: boolean,
): Answer {
  if (nothing) {
    return 'no';
  }
  const answers = requirements.map((one): Answer => {
    const value = Object.hasOwn(labels, one.key) ? labels[one.key] : undefined;
    const exists = one.operator === LabelOperator.EXISTS || one.operator === LabelOperator.DOES_NOT_EXIST;
    if ((opaque.has(one.key) && !exists) || (value === undefined && !complete)) {
      return 'unknown';
    }
    return requirementHolds(one, value) ? 'yes' : 'no';
  });
  return answers.reduce(both, 'yes');
}

function both(a: Answer, b: Answer): Answer {
  return a === 'no' || b === 'no' ? 'no' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';
}

/** Whether it holds for one of several; an empty list stands for all there are. */
function some<T>(items: readonly T[], holds: (item: T) => Answer): Answer {
  const answers = items.map(holds);
  return items.length === 0 || answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

const NONE: ReadonlySet<string> = new Set();
