import type { Bag } from '../bag/bag';
import { type BagKind, bagKind, Kind } from '../bag/bag-kind';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import { IdleWorkloads } from './idle-workloads';
import type { VirtualPod } from './raw-target';
import { MADE_UP, symbolicAddress } from './symbolic';
import { REGION, ZONE, zoneAskedFor } from './zone-of-pod';

/** All pods that the objects of a bag stand for. */
export interface VirtualPods {
  /** Sorted by namespace, kind of workload and name. */
  readonly pods: readonly VirtualPod[];
  /** Pods by `namespace/name`, with those that a workload in the bag already stands for. */
  readonly byName: ReadonlyMap<string, VirtualPod>;
}

/** How the pods of one kind of workload differ from their template. */
interface WorkloadKind {
  readonly template: (spec: any) => any;
  readonly podName: (name: string) => string;
  readonly controller: (name: string) => { readonly kind: string; readonly name: string };
  /** Labels that the controller adds; see `opaque`. */
  readonly labels: (name: string) => { readonly [key: string]: string };
  /** Keys of the labels whose value is made up. */
  readonly opaque: readonly string[];
}

/**
 * One pod for each workload, whatever its replicas, though one without an address where it has none, and one for each bare
 * Pod. A workload or Pod that another object of the bag controls, as in a dump of a cluster, adds none.
 *
 * @param operated pods that the Operator makes
 * @param topologyLabels whether pods carry zone and region of their nodes, see `withTopology`
 */
export function virtualPods(bag: Bag, operated: readonly VirtualPod[] = [], topologyLabels = true): VirtualPods {
  const placed = (pod: VirtualPod): VirtualPod => (topologyLabels ? withTopology(pod) : pod);
  const pods: VirtualPod[] = operated.map(placed);
  const byName = new Map<string, VirtualPod>();
  const idle = new IdleWorkloads(bag);
  for (const [kind, description] of WORKLOADS) {
    for (const workload of bag.all(kind)) {
      const pod =
        topOwner(bag, workload) === workload ? podOfWorkload(workload, description, idle.whyIdle(workload)) : undefined;
      if (pod !== undefined) {
        pods.push(placed(pod));
      }
    }
  }
  for (const object of bag.all(Kind.POD)) {
    const owner = topOwner(bag, object);
    const pod = placed(barePod(object, owner));
    byName.set(`${pod.namespace}/${pod.name}`, pod);
    if (owner === object) {
      pods.push(pod);
    }
  }
  pods.sort(
    (a, b) =>
      compare(a.namespace, b.namespace) ||
      compare(a.workload.object.kind, b.workload.object.kind) ||
      compare(a.workload.object.metadata.name, b.workload.object.metadata.name),
  );
  for (const pod of pods) {
    const key = `${pod.namespace}/${pod.name}`;
    if (!byName.has(key)) {
      byName.set(key, pod);
    }
  }
  return { pods, byName };
}

function podOfWorkload(
  workload: SourcedObject,
  description: WorkloadKind,
  idle: string | undefined,
): VirtualPod | undefined {
  const { metadata, spec, kind } = workload.object;
  const template = description.template(spec);
  if (template === undefined) {
    return undefined;
  }
  const name = metadata.name;
  const namespace = metadata.namespace as string;
  const ip = symbolicAddress(name, kind, namespace);
  const labels: Labels = Object.assign(Object.create(null), template.metadata.labels, description.labels(name));
  return {
    namespace,
    name: description.podName(name),
    labels,
    annotations: template.metadata.annotations,
    opaqueLabels: new Set(description.opaque),
    spec: template.spec,
    workload,
    ...(idle === undefined
      ? { phase: 'Running', ready: 'true', ip }
      : { phase: 'Pending', ready: 'false', ip: '', idle }),
    terminating: false,
    hostIp: `host.${ip}`,
    nodeName: template.spec.nodeName || `node.${ip}`,
    zone: zoneAskedFor(template.spec) ?? MADE_UP.zone,
    uid: `uid.${ip}`,
    controller: description.controller(name),
  };
}

function barePod(object: SourcedObject, owner: SourcedObject): VirtualPod {
  const { metadata, spec, status = {} } = object.object;
  const namespace = metadata.namespace as string;
  const phase: string = status.phase || 'Running';
  const symbolic = symbolicAddress(metadata.name, 'Pod', namespace);
  // Only a pod that got as far as a node has an address; a manifest without status describes one that will.
  const ip: string = status.podIP || (phase === 'Pending' || isTerminal(phase) ? '' : symbolic);
  const ready = status.conditions?.find((condition: any) => condition.type === 'Ready')?.status?.toLowerCase();
  const controller = metadata.ownerReferences?.find((reference: any) => reference.controller);
  return {
    namespace,
    name: metadata.name,
    labels: metadata.labels as Labels,
    annotations: metadata.annotations as Labels,
    opaqueLabels: new Set(),
    spec,
    workload: owner,
    phase,
    ready: ready ?? (object.object.status ? 'unknown' : 'true'),
    terminating: typeof metadata.deletionTimestamp === 'string',
    ip,
    secondIp: status.podIPs?.[1],
    hostIp: status.hostIP || `host.${symbolic}`,
    nodeName: spec.nodeName || `node.${symbolic}`,
    zone: zoneAskedFor(spec) ?? MADE_UP.zone,
    uid: typeof metadata.uid === 'string' ? metadata.uid : `uid.${symbolic}`,
    controller: controller && { kind: controller.kind, name: controller.name },
  };
}

/**
 * A pod with the labels that it takes over from its node. Nodes nearly always have a zone; whether they have a region too,
 * as in a cloud, nobody knows.
 *
 * Source: kubernetes v1.36 `plugin/pkg/admission/podtopologylabels/admission.go`, on by default since 1.35.
 */
function withTopology(pod: VirtualPod): VirtualPod {
  // What a bare Pod says of itself is taken from a cluster.
  const zone = (pod.workload.object.kind === 'Pod' && pod.labels[ZONE]) || pod.zone;
  const labels: Labels = Object.assign(Object.create(null), pod.labels, { [ZONE]: zone });
  const unknown = zone === MADE_UP.zone ? [ZONE, REGION] : [REGION];
  return { ...pod, zone, labels, opaqueLabels: new Set([...pod.opaqueLabels, ...unknown]) };
}

/** Whether a pod has ended for good. */
export function isTerminal(phase: string): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}

/** The object at the end of the chain of controllers, as far as the bag has it. */
function topOwner(bag: Bag, object: SourcedObject): SourcedObject {
  let top = object;
  // A chain has three links at most (CronJob, Job, Pod); the bound is for references that go in a circle.
  for (let step = 0; step < 5; step++) {
    const reference = top.object.metadata.ownerReferences?.find((owner: any) => owner.controller);
    const kind: BagKind | undefined = reference && bagKind(reference.apiVersion, reference.kind);
    const owner =
      kind !== undefined && OWNERS.has(kind)
        ? bag.find(kind, top.object.metadata.namespace as string, reference.name)
        : undefined;
    if (owner === undefined) {
      return top;
    }
    top = owner;
  }
  return object;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sources: kubernetes `pkg/controller/deployment`, `statefulset`, `daemon`, `job`, `cronjob`, `replicaset`. */
const WORKLOADS: ReadonlyMap<BagKind, WorkloadKind> = new Map<BagKind, WorkloadKind>([
  [
    Kind.DEPLOYMENT,
    {
      template: (spec) => spec.template,
      podName: (name) => `${name}-${MADE_UP.hash}-${MADE_UP.suffix}`,
      controller: (name) => ({ kind: 'ReplicaSet', name: `${name}-${MADE_UP.hash}` }),
      labels: () => ({ 'pod-template-hash': MADE_UP.hash }),
      opaque: ['pod-template-hash'],
    },
  ],
  [
    // A ReplicaSet of a Deployment that is not in the bag carries its hash as a label of its template.
    Kind.REPLICA_SET,
    {
      template: (spec) => spec.template,
      podName: (name) => `${name}-${MADE_UP.suffix}`,
      controller: (name) => ({ kind: 'ReplicaSet', name }),
      labels: () => ({}),
      opaque: [],
    },
  ],
  [
    Kind.REPLICATION_CONTROLLER,
    {
      template: (spec) => spec.template,
      podName: (name) => `${name}-${MADE_UP.suffix}`,
      controller: (name) => ({ kind: 'ReplicationController', name }),
      labels: () => ({}),
      opaque: [],
    },
  ],
  [
    Kind.STATEFUL_SET,
    {
      template: (spec) => spec.template,
      podName: (name) => `${name}-0`,
      controller: (name) => ({ kind: 'StatefulSet', name }),
      labels: (name) => ({
        'controller-revision-hash': `${name}-${MADE_UP.hash}`,
        'statefulset.kubernetes.io/pod-name': `${name}-0`,
        'apps.kubernetes.io/pod-index': '0',
      }),
      opaque: ['controller-revision-hash', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index'],
    },
  ],
  [
    Kind.DAEMON_SET,
    {
      template: (spec) => spec.template,
      podName: (name) => `${name}-${MADE_UP.suffix}`,
      controller: (name) => ({ kind: 'DaemonSet', name }),
      labels: () => ({ 'controller-revision-hash': MADE_UP.hash, 'pod-template-generation': '1' }),
      opaque: ['controller-revision-hash', 'pod-template-generation'],
    },
  ],
  [
    Kind.JOB,
    {
      template: (spec) => spec.template,
      podName: (name) => `${name}-${MADE_UP.suffix}`,
      controller: (name) => ({ kind: 'Job', name }),
      labels: jobLabels,
      opaque: ['controller-uid', 'batch.kubernetes.io/controller-uid'],
    },
  ],
  [
    Kind.CRON_JOB,
    {
      template: (spec) => spec.jobTemplate?.spec?.template,
      podName: (name) => `${name}-${MADE_UP.time}-${MADE_UP.suffix}`,
      controller: (name) => ({ kind: 'Job', name: `${name}-${MADE_UP.time}` }),
      labels: (name) => jobLabels(`${name}-${MADE_UP.time}`),
      opaque: ['controller-uid', 'batch.kubernetes.io/controller-uid', 'job-name', 'batch.kubernetes.io/job-name'],
    },
  ],
]);

const OWNERS: ReadonlySet<BagKind> = new Set(WORKLOADS.keys());

function jobLabels(name: string): { readonly [key: string]: string } {
  return {
    'controller-uid': MADE_UP.uid,
    'batch.kubernetes.io/controller-uid': MADE_UP.uid,
    'job-name': name,
    'batch.kubernetes.io/job-name': name,
  };
}
