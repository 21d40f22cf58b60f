import { isMap } from '../../bag/field-reader';
import { type KubeSelector, parseSelector } from '../../bag/kube-selector';
import type { SourcedObject } from '../../kube-object';
import { listOf } from '../policy-rule';

/** Which way traffic goes, seen from the pods of a policy. */
export type Direction = 'ingress' | 'egress';

/** A NetworkPolicy. */
export interface NetworkPolicy {
  readonly object: SourcedObject;
  /** The pods that it is about. */
  readonly pods: KubeSelector;
  /** What it lets in; `undefined` where it says nothing of that. */
  readonly ingress: readonly TrafficRule[] | undefined;
  /** What it lets out. */
  readonly egress: readonly TrafficRule[] | undefined;
}

/** Traffic that a policy allows: from or to one of the peers, at one of the ports. */
export interface TrafficRule {
  /** `spec.ingress[0]`. */
  readonly field: string;
  /** Empty for everybody. */
  readonly peers: readonly Peer[];
  /** Empty for all ports. */
  readonly ports: readonly PortRange[];
}

/** Somebody at the other end. */
export interface Peer {
  /** `spec.ingress[0].from[0]`. */
  readonly field: string;
  readonly pods?: KubeSelector;
  readonly namespaces?: KubeSelector;
  /** Whether it is a range of addresses. */
  readonly addresses: boolean;
}

/** Ports of one protocol. */
export interface PortRange {
  /** `spec.ingress[0].ports[0]`. */
  readonly field: string;
  readonly protocol: string;
  /** A number, or the name of a port of the pod that is called; `undefined` for all ports. */
  readonly port: number | string | undefined;
  readonly endPort: number | undefined;
}

/**
 * A NetworkPolicy as it was written; `undefined` where the API server would refuse a selector of it.
 *
 * Source: kubernetes v1.36 `pkg/apis/networking/v1/defaults.go`, `SetDefaults_NetworkPolicy`.
 */
export function readNetworkPolicy(object: SourcedObject): NetworkPolicy | undefined {
  const spec = isMap(object.object.spec) ? object.object.spec : {};
  const pods = selectorOf(spec.podSelector ?? {});
  const types = listOf(spec.policyTypes);
  const given = types.length > 0;
  const egress = given ? types.includes('Egress') : listOf(spec.egress).length > 0;
  const ingress = given ? types.includes('Ingress') : true;
  const rules = {
    ingress: ingress ? readRules(spec.ingress, 'spec.ingress', 'from') : undefined,
    egress: egress ? readRules(spec.egress, 'spec.egress', 'to') : undefined,
  };
  return pods === undefined || rules.ingress === 'refused' || rules.egress === 'refused'
    ? undefined
    : { object, pods, ingress: rules.ingress, egress: rules.egress };
}

function readRules(rules: unknown, field: string, side: 'from' | 'to'): TrafficRule[] | 'refused' {
  const read: TrafficRule[] = [];
  for (const [i, rule] of listOf(rules).entries()) {
    const at = `${field}[${i}]`;
    const parts = isMap(rule) ? rule : {};
    const peers = listOf(parts[side]).map((peer, j) => readPeer(peer, `${at}.${side}[${j}]`));
    if (peers.some((peer) => peer === undefined)) {
      return 'refused';
    }
    read.push({
      field: at,
      peers: peers.flatMap((peer) => peer ?? []),
      ports: listOf(parts.ports).map((port, j) => readPort(port, `${at}.ports[${j}]`)),
    });
  }
  return read;
}

function readPeer(peer: unknown, field: string): Peer | undefined {
  const { podSelector, namespaceSelector, ipBlock } = isMap(peer) ? peer : ({} as any);
  const pods = podSelector === undefined ? null : selectorOf(podSelector);
  const namespaces = namespaceSelector === undefined ? null : selectorOf(namespaceSelector);
  return pods === undefined || namespaces === undefined
    ? undefined
    : {
        field,
        ...(pods === null ? {} : { pods }),
        ...(namespaces === null ? {} : { namespaces }),
        addresses: isMap(ipBlock),
      };
}

function readPort(given: unknown, field: string): PortRange {
  const { protocol, port, endPort } = isMap(given) ? given : ({} as any);
  return {
    field,
    protocol: typeof protocol === 'string' ? protocol : 'TCP',
    port: typeof port === 'number' || typeof port === 'string' ? port : undefined,
    endPort: typeof endPort === 'number' ? endPort : undefined,
  };
}

/** A selector that is `null` is one that is not there; one of a policy then takes everything. */
function selectorOf(selector: unknown): KubeSelector | undefined {
  return parseSelector(selector ?? {}, '').selector;
}
