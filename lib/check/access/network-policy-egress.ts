import { isIP } from 'node:net';
import { Level } from '../../report/finding';
import { takesNamespace } from '../../simulator/access/network/judge-connection';
import type { NetworkPolicy, Peer, PortRange } from '../../simulator/access/network/network-policy';
import type { VirtualPod } from '../../simulator/discovery/raw-target';
import type { SourcedObject } from '../../simulator/kube-object';
import { nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { podsOfInstances } from './denied-connections';
import { deniedDrafts } from './denied-drafts';

/**
 * A NetworkPolicy that isolates the pods of a Prometheus, where no rule of any policy lets it out to what it needs: the API
 * server, names, what it scrapes, its Alertmanager.
 *
 * Mirrors: kubernetes v1.36 `staging/src/k8s.io/api/networking/v1/types.go`, `NetworkPolicySpec`. Nothing here was tried out
 * in a cluster: who enforces policies is the network plugin.
 *
 * Stays silent where a rule may be about the API server: its address no manifest shows. Without it nothing is discovered, so
 * of targets nothing is said then.
 */
export const networkPolicyEgress: Check = {
  id: 'access/network-policy-egress',
  level: Level.ERROR,
  summary: 'NetworkPolicy that does not let Prometheus out to what it needs',
  why: 'Where the network of the cluster enforces policies, the connection comes to nothing: "context deadline exceeded". That it does, no manifest shows.',
  *run(context) {
    const { network } = context.simulation;
    const cut = new Set<SourcedObject>();
    for (const [object, pod] of podsOfInstances(context)) {
      if (!network.isolates(pod, 'egress') || network.partyOf(pod).hostNetwork || !network.tellsAll(pod.namespace)) {
        continue;
      }
      const policies = network.policiesOf(pod, 'egress');
      if (!reaches(policies, context, API_SERVER)) {
        cut.add(object);
        yield draft(object, pod, policies, 'the API server', 'it discovers no target at all', API_RULE);
      }
      const named = namedRemotes(object.object.spec);
      if (named.length > 0 && !reaches(policies, context, DNS)) {
        const consequence = `it finds no address for "${named[0]}"`;
        yield draft(object, pod, policies, 'port 53, so it resolves no names', consequence, DNS_RULE);
      }
    }
    yield* deniedDrafts(context, 'egress', cut);
  },
};

/** A place that may be anywhere: the ports that it may have, and namespaces that it may be in. */
interface Place {
  readonly protocols: readonly string[];
  readonly ports: readonly number[];
  readonly namespaces: readonly string[];
}

/** The ports of common distributions; the API server runs outside of the cluster, or in the network of its nodes. */
const API_SERVER: Place = {
  protocols: ['TCP'],
  ports: [443, 4443, 6443, 8443, 16443],
  namespaces: ['default', 'kube-system'],
};

/** Behind the Service its pods may listen at another port. */
const DNS: Place = {
  protocols: ['UDP', 'TCP'],
  ports: [53, 1053, 5353, 8053],
  namespaces: ['kube-system', 'openshift-dns'],
};

const API_RULE =
  'add an egress rule for the API server: ports: [{ port: 443 }, { port: 6443 }], for everybody or its ipBlock.';
const DNS_RULE =
  'add an egress rule with to: - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }, and ports: [{ port: 53, protocol: UDP }, { port: 53 }].';

/** Whether some rule may let pods out to a place. */
function reaches(policies: readonly NetworkPolicy[], context: CheckContext, place: Place): boolean {
  return policies.some(({ egress = [] }) =>
    egress.some(
      ({ peers, ports }) =>
        (ports.length === 0 || ports.some((port) => mayBePort(port, place))) &&
        (peers.length === 0 || peers.some((peer) => mayBePeer(peer, context, place))),
    ),
  );
}

function mayBePort({ protocol, port, endPort }: PortRange, { protocols, ports }: Place): boolean {
  return (
    protocols.includes(protocol) &&
    (typeof port !== 'number' || ports.some((one) => one >= port && one <= (endPort ?? port)))
  );
}

function mayBePeer({ addresses, namespaces }: Peer, { simulation: { bag } }: CheckContext, place: Place): boolean {
  if (addresses) {
    return true;
  }
  return (
    namespaces !== undefined &&
    place.namespaces.some((namespace) => {
      const { labels, complete } = bag.namespaceLabels(namespace);
      return takesNamespace(namespaces, { namespaceLabels: labels, labelsComplete: complete }) !== 'no';
    })
  );
}

/** Hosts that samples are written to or read from, but for addresses. */
function namedRemotes(spec: any): string[] {
  const remotes = [spec?.remoteWrite, spec?.remoteRead].flatMap((list) => (Array.isArray(list) ? list : []));
  return remotes.flatMap((remote) => {
    const host = typeof remote?.url === 'string' && URL.canParse(remote.url) ? new URL(remote.url).hostname : '';
    return host === '' || isIP(host.replace(/^\[|\]$/g, '')) !== 0 ? [] : [host];
  });
}

function draft(
  object: SourcedObject,
  { workload }: VirtualPod,
  [{ object: policy }]: readonly NetworkPolicy[],
  what: string,
  consequence: string,
  fix: string,
): Draft {
  return {
    object: policy,
    field: 'spec.podSelector',
    message: `${nameOf(policy)} isolates ${nameOf(object)}, and no rule lets it out to ${what}: ${consequence}.`,
    // What allows more may be elsewhere.
    basis: 'absent',
    level: Level.WARNING,
    fix: { text: fix },
    related: [{ object: workload, message: 'has the pods that it isolates' }],
  };
}
