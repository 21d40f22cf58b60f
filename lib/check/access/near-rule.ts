import type { Fix } from '../../report/finding';
import { requirementHolds } from '../../selection/label-requirement';
import {
  type Connection,
  type Party,
  type RuleVerdict,
  takesNamespace,
  takesPod,
  type Verdict,
} from '../../simulator/access/network/judge-connection';
import type { Direction, NetworkPolicy, Peer, PortRange } from '../../simulator/access/network/network-policy';
import type { KubeSelector } from '../../simulator/bag/kube-selector';
import type { SourcedObject } from '../../simulator/kube-object';
import { nameOf } from '../../simulator/operator/problem';
import { pathSegments, pointer, setField } from '../field-edit';
import { flowMap, quoted } from '../list-text';
import { declaredPorts, podsText, portsOfService } from '../ports-text';

/** The rule that comes nearest to allowing a connection, and what it lacks. */
export interface NearRule {
  readonly policy: NetworkPolicy;
  readonly field: string;
  /** What it lacks, as a sentence. */
  readonly text: string;
  readonly fix: Fix;
}

/** What is called, and the Service before it. */
export interface Called {
  readonly connection: Connection;
  readonly direction: Direction;
  readonly service: SourcedObject | undefined;
}

interface Miss extends NearRule {
  /** Higher for what is nearer. */
  readonly weight: number;
}

/** The rule of a verdict that somebody seems to have meant; `undefined` where there is none. */
export function nearRule({ rules }: Verdict, called: Called): NearRule | undefined {
  const misses = rules.flatMap((one) =>
    one.port === 'yes'
      ? one.rule.peers.flatMap((peer) => peerMiss(one, peer, called) ?? [])
      : one.peer === 'yes'
        ? one.rule.ports.flatMap((port) => portMiss(one, port, called) ?? [])
        : [],
  );
  // The sort is stable, so that of what is equally near the first counts.
  return [...misses].sort((a, b) => b.weight - a.weight)[0];
}

/** What keeps a rule for the right peers from allowing a port, unless it is a rule about another port. */
function portMiss({ policy, rule }: RuleVerdict, range: PortRange, called: Called): Miss | undefined {
  const { connection, service } = called;
  const { port: wanted, to } = connection;
  const { port, protocol, field } = range;
  const forIt = rule.peers.some((peer) => isSpecific(peer.pods) || isSpecific(peer.namespaces));
  if (!forIt && !isSpecific(policy.pods)) {
    return undefined;
  }
  const at = { policy, field: `${field}.port` };
  if (protocol !== 'TCP') {
    return port !== wanted
      ? undefined
      : {
          ...at,
          field: `${field}.protocol`,
          weight: 12,
          text: `${field} is about ${protocol}, and scrapes come over TCP.`,
          fix: { text: 'protocol: TCP', patch: setField(policy.object, `${field}.protocol`, 'TCP') },
        };
  }
  if (typeof port === 'number' && service !== undefined && leadsTo(service, port, connection)) {
    return {
      ...at,
      weight: 13,
      text: `${field} names port ${port}, which is the port of ${nameOf(service)}. Policies are about the port of the container behind it, ${wanted}.`,
      fix: { text: `port: ${wanted}`, patch: setField(policy.object, `${field}.port`, wanted) },
    };
  }
  if (!forIt) {
    return undefined;
  }
  const own = declaredPorts(to.pod).find(({ name }) => name === port);
  const text =
    typeof port !== 'string'
      ? `${field} allows port ${port}, and what is called is ${wanted}.`
      : `${field} names port ${quoted(port)}, which ${own === undefined ? `${podsText(to.pod)} do not declare` : `is port ${own.containerPort} of ${podsText(to.pod)}`}; what is called is ${wanted}.`;
  const more = { op: 'add', path: `${pointer(pathSegments(rule.field))}/ports/-`, value: { port: wanted } } as const;
  return {
    ...at,
    weight: typeof port === 'string' && own === undefined ? 11 : 10,
    text,
    fix: { text: `add { port: ${wanted} } to ${rule.field}.ports.`, patch: [more] },
  };
}

function isSpecific(selector: KubeSelector | undefined): boolean {
  return selector !== undefined && selector.requirements.length > 0;
}

/** Whether a port of a Service leads to the port of the container that is called, and is another number. */
function leadsTo(service: SourcedObject, number: number, { port, to }: Connection): boolean {
  return portsOfService(service).some(
    (one) =>
      one.port === number &&
      number !== port &&
      (one.targetPort === port ||
        declaredPorts(to.pod).some(({ name, containerPort }) => name === one.targetPort && containerPort === port)),
  );
}

function peerMiss({ policy }: RuleVerdict, peer: Peer, { connection, direction }: Called): Miss | undefined {
  const other = direction === 'ingress' ? connection.from : connection.to;
  const own = direction === 'ingress' ? connection.to.pod.namespace : connection.from.pod.namespace;
  const pods = peer.pods === undefined ? undefined : takesPod(peer.pods, other.pod);
  const namespaces = peer.namespaces === undefined ? undefined : takesNamespace(peer.namespaces, other);
  const at = { policy, field: peer.field };
  if (peer.pods !== undefined && peer.namespaces === undefined && other.pod.namespace !== own) {
    if (!isMeant(peer.pods, other) && !(pods === 'yes' && peer.pods.requirements.length > 0)) {
      return undefined;
    }
    const labels = pods === 'no' ? ` Nor have they ${requirementsText(peer.pods, other.pod.labels)}.` : '';
    return {
      ...at,
      field: `${peer.field}.podSelector`,
      weight: pods === 'yes' ? 9 : 6,
      text: `The podSelector of ${peer.field} stands alone, so it is about pods of namespace ${quoted(own)}, and ${who(other)} run in ${quoted(other.pod.namespace)}. Items of the list are alternatives: what belongs together is one item.${labels}`,
      fix:
        pods === 'yes'
          ? {
              text: `namespaceSelector: { matchLabels: ${flowMap(nameLabel(other))} }, in the same item as the podSelector`,
              patch: setField(policy.object, `${peer.field}.namespaceSelector`, { matchLabels: nameLabel(other) }),
            }
          : { text: peerText(other) },
    };
  }
  if (peer.namespaces !== undefined && namespaces === 'no') {
    const strong = pods === 'yes' && (peer.pods?.requirements.length ?? 0) > 0;
    if ((!strong && !namesNamespace(peer.namespaces, other)) || pods === 'no') {
      return undefined;
    }
    return {
      ...at,
      field: `${peer.field}.namespaceSelector`,
      weight: strong ? 8 : 7,
      text: `The namespaceSelector of ${peer.field} asks for ${requirementsText(peer.namespaces, other.namespaceLabels)}, which namespace ${quoted(other.pod.namespace)} does not have.`,
      fix: {
        text: `namespaceSelector: { matchLabels: ${flowMap(nameLabel(other))} }`,
        patch: setField(policy.object, `${peer.field}.namespaceSelector`, { matchLabels: nameLabel(other) }),
      },
    };
  }
  if (peer.pods !== undefined && pods === 'no') {
    const strong = namespaces === 'yes' && (peer.namespaces?.requirements.length ?? 0) > 0;
    if (!strong && !isMeant(peer.pods, other)) {
      return undefined;
    }
    const old = isOld(peer.pods, other) ? ' Older guides have that label; the Operator does not set it.' : '';
    const right = podLabels(other);
    return {
      ...at,
      field: `${peer.field}.podSelector`,
      weight: strong || old !== '' ? 8 : 6,
      text: `The podSelector of ${peer.field} asks for ${requirementsText(peer.pods, other.pod.labels)}, which ${who(other)} do not have.${old}`,
      fix: {
        text: `podSelector: { matchLabels: ${flowMap(right)} }`,
        ...(old === '' ? {} : { patch: setField(policy.object, `${peer.field}.podSelector`, { matchLabels: right }) }),
      },
    };
  }
  return undefined;
}

/** Whether a selector of pods is about those of a Prometheus, though it does not take them. */
function isMeant({ requirements }: KubeSelector, { pod }: Party): boolean {
  const own = /^(?:Prometheus|PrometheusAgent)$/.test(pod.workload.object.kind);
  return (
    own &&
    requirements.some(({ key, values = [] }) => [key, ...values].some((text) => /prometheus/i.test(String(text))))
  );
}

/** Whether a selector of namespaces has the name of one as a value. */
function namesNamespace({ requirements }: KubeSelector, { pod }: Party): boolean {
  return requirements.some(({ values = [] }) => values.includes(pod.namespace));
}

/** The label that older guides, and the examples of the Operator, have for the pods of a Prometheus. */
function isOld({ requirements }: KubeSelector, { pod }: Party): boolean {
  return (
    requirements.some(({ key, values = [] }) => key === 'app' && values.join() === 'prometheus') &&
    !Object.hasOwn(pod.labels, 'app')
  );
}

/** The requirements that labels do not meet. */
function requirementsText({ requirements }: KubeSelector, labels: { readonly [key: string]: string }): string {
  const labelOf = (key: string): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  return requirements
    .filter((one) => !requirementHolds(one, labelOf(one.key)))
    .map(({ key, operator, values = [] }) =>
      values.length === 1 && operator === 'In'
        ? `${key}=${values[0]}`
        : `${key} ${operator} ${values.join(', ')}`.trim(),
    )
    .join(' and ');
}

function who({ pod }: Party): string {
  return podsText(pod);
}

function nameLabel({ pod }: Party): { [key: string]: string } {
  return { 'kubernetes.io/metadata.name': pod.namespace };
}

/** Labels that tell the pods of an instance, or of a workload, from others. */
function podLabels({ pod }: Party): { [key: string]: string } {
  const name = pod.labels['app.kubernetes.io/name'];
  if (/^(?:Prometheus|PrometheusAgent|Alertmanager)$/.test(pod.workload.object.kind)) {
    return { 'app.kubernetes.io/name': name };
  }
  return Object.fromEntries(Object.entries(pod.labels).filter(([key]) => !pod.opaqueLabels.has(key)));
}

/** The peer that a rule needs, in one item. */
export function peerText(other: Party): string {
  return `- namespaceSelector: { matchLabels: ${flowMap(nameLabel(other))} } and, in the same item, podSelector: { matchLabels: ${flowMap(podLabels(other))} }`;
}
