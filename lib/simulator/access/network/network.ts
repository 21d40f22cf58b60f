import type { Bag } from '../../bag/bag';
import { Kind } from '../../bag/bag-kind';
import type { VirtualPod } from '../../discovery/raw-target';
import type { SourcedObject } from '../../kube-object';
import { modelledFrom } from '../../stack/modelled-source';
import { type Connection, judgeConnection, type Party, takesPod, type Verdict } from './judge-connection';
import { type Direction, type NetworkPolicy, readNetworkPolicy } from './network-policy';

/** Who may call whom, by the NetworkPolicies of a bag. Whether a cluster enforces them is for its network to say. */
export class Network {
  private readonly policies = new Map<string, readonly NetworkPolicy[]>();
  private readonly isolating = new Map<Direction, Map<VirtualPod, boolean>>();
  private readonly foreign: readonly SourcedObject[];

  constructor(private readonly bag: Bag) {
    // Kinds of network plugins, which allow what a NetworkPolicy does not.
    this.foreign = bag.kinds
      .filter((kind) => kind !== Kind.NETWORK_POLICY && /NetworkPolicy(?:\.|$)/.test(kind))
      .flatMap((kind) => bag.all(kind));
  }

  /** Whether some policy is about a pod, so that not everything is allowed. */
  public isolates(pod: VirtualPod, direction: Direction): boolean {
    const known = this.isolating.get(direction) ?? new Map<VirtualPod, boolean>();
    this.isolating.set(direction, known);
    let answer = known.get(pod);
    if (answer === undefined) {
      answer = this.policiesOf(pod, direction).length > 0;
      known.set(pod, answer);
    }
    return answer;
  }

  /** The policies that are about a pod. */
  public policiesOf(pod: VirtualPod, direction: Direction): readonly NetworkPolicy[] {
    return this.policiesIn(pod.namespace).filter(
      (policy) => policy[direction] !== undefined && takesPod(policy.pods, pod) === 'yes',
    );
  }

  /** What policies do with a connection at one of its ends; nobody can tell where others may have a say. */
  public judge(connection: Connection, direction: Direction): Verdict {
    const own = direction === 'ingress' ? connection.to : connection.from;
    if (own.hostNetwork || !this.tellsAll(own.pod.namespace)) {
      return UNKNOWN;
    }
    return judgeConnection(connection, direction, this.policiesIn(own.pod.namespace));
  }

  /** A pod as the end of a connection. */
  public partyOf(pod: VirtualPod): Party {
    const { labels, complete } = this.bag.namespaceLabels(pod.namespace);
    // The Operator makes pods from objects that are no workloads.
    const hostNetwork = pod.spec.hostNetwork === true || pod.workload.object.spec?.hostNetwork === true;
    return { pod, namespaceLabels: labels, labelsComplete: complete, hostNetwork };
  }

  /** Whether the policies that are here are all of a namespace, as far as the objects tell. */
  public tellsAll(namespace: string): boolean {
    return (
      this.bag.releases.into(namespace).every((release) => modelledFrom(release) !== undefined) &&
      // One that names no namespace is for all of them.
      this.foreign.every(({ object, given = object }) => ![undefined, namespace].includes(given.metadata?.namespace))
    );
  }

  private policiesIn(namespace: string): readonly NetworkPolicy[] {
    let policies = this.policies.get(namespace);
    if (policies === undefined) {
      policies = this.bag.in(Kind.NETWORK_POLICY, namespace).flatMap((object) => readNetworkPolicy(object) ?? []);
      this.policies.set(namespace, policies);
    }
    return policies;
  }
}

const UNKNOWN: Verdict = { allowed: 'unknown', policies: [], rules: [] };
