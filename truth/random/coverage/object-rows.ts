import type { KubeObject } from '../../../lib/simulator/kube-object';
import type { ClusterFacts, RowGroup } from './cluster-facts';

export const SERVICES: RowGroup = {
  title: 'Service',
  rows: [
    'ClusterIP',
    'headless',
    'headless without ports',
    'NodePort',
    'LoadBalancer',
    'ExternalName',
    'no selector, no endpoints',
    'no selector, Endpoints',
    'no selector, Endpoints not mirrored',
    'no selector, slices only',
    'no selector, Endpoints and slices',
    'publishNotReadyAddresses',
    'nameless port',
    'UDP or SCTP port',
    'targetPort name',
    'targetPort number',
    'no targetPort',
    'several before the same pods',
  ],
  *of({ objects }) {
    const selectors = new Set<string>();
    for (const service of objects.filter(({ kind }) => kind === 'Service')) {
      const { spec, metadata } = service;
      yield kindOf(service, objects);
      if (spec.publishNotReadyAddresses === true) {
        yield 'publishNotReadyAddresses';
      }
      for (const { name, protocol = 'TCP', targetPort } of spec.ports ?? []) {
        if (name === undefined) {
          yield 'nameless port';
        }
        if (protocol !== 'TCP') {
          yield 'UDP or SCTP port';
        }
        yield targetPort === undefined
          ? 'no targetPort'
          : `targetPort ${typeof targetPort === 'number' ? 'number' : 'name'}`;
      }
      const selector = JSON.stringify([metadata.namespace, spec.selector]);
      if (spec.selector !== undefined && selectors.has(selector)) {
        yield 'several before the same pods';
      }
      selectors.add(selector);
    }
  },
};

function kindOf({ metadata: { name, namespace }, spec }: KubeObject, objects: readonly KubeObject[]): string {
  if (spec.type === 'ExternalName') {
    return 'ExternalName';
  }
  if (Object.keys(spec.selector ?? {}).length === 0) {
    const endpoints = objects.find(
      ({ kind, metadata }) => kind === 'Endpoints' && metadata.namespace === namespace && metadata.name === name,
    );
    const slices = objects.some(
      ({ kind, metadata }) =>
        kind === 'EndpointSlice' &&
        metadata.namespace === namespace &&
        metadata.labels?.['kubernetes.io/service-name'] === name,
    );
    const mirrored = endpoints?.metadata.labels?.['endpointslice.kubernetes.io/skip-mirror'] !== 'true';
    const form =
      endpoints === undefined
        ? slices
          ? 'slices only'
          : 'no endpoints'
        : slices
          ? 'Endpoints and slices'
          : mirrored
            ? 'Endpoints'
            : 'Endpoints not mirrored';
    return `no selector, ${form}`;
  }
  if (spec.clusterIP === 'None') {
    return (spec.ports ?? []).length === 0 ? 'headless without ports' : 'headless';
  }
  return spec.type ?? 'ClusterIP';
}

const WORKLOAD_KINDS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Pod',
];

export const WORKLOADS: RowGroup = {
  title: 'workload',
  rows: [
    ...WORKLOAD_KINDS,
    ...['Running', 'Running, not ready', 'Pending', 'Succeeded', 'Failed'].map((phase) => `Pod ${phase}`),
    'several containers',
    'port shared by containers',
    'port name shared by containers',
    'nameless container port',
    'container without ports',
    'UDP or SCTP container port',
    'init container with ports',
    'native sidecar with ports',
  ],
  *of({ objects }) {
    for (const object of objects.filter(({ kind }) => WORKLOAD_KINDS.includes(kind))) {
      yield object.kind;
      if (object.kind === 'Pod' && object.status !== undefined) {
        yield phaseOf(object.status);
      }
      yield* podRows(podSpecOf(object));
    }
  },
};

function phaseOf({ phase, conditions = [] }: any): string {
  const isReady = conditions.some(({ type, status }: any) => type === 'Ready' && status === 'True');
  return `Pod ${phase}${phase === 'Running' && !isReady ? ', not ready' : ''}`;
}

function podSpecOf({ kind, spec }: KubeObject): any {
  return kind === 'Pod' ? spec : kind === 'CronJob' ? spec.jobTemplate.spec.template.spec : spec.template.spec;
}

function* podRows({ containers, initContainers = [] }: any): Iterable<string> {
  const ports: any[] = containers.flatMap(({ ports: own = [] }: any) => own);
  const repeated = (values: readonly unknown[]): boolean => new Set(values).size < values.length;
  if (containers.length > 1) {
    yield 'several containers';
  }
  if (repeated(ports.map(({ containerPort, protocol = 'TCP' }) => `${containerPort} ${protocol}`))) {
    yield 'port shared by containers';
  }
  if (repeated(ports.flatMap(({ name }) => name ?? []))) {
    yield 'port name shared by containers';
  }
  if (ports.some(({ name }) => name === undefined)) {
    yield 'nameless container port';
  }
  if (containers.some(({ ports: own = [] }: any) => own.length === 0)) {
    yield 'container without ports';
  }
  if (ports.some(({ protocol = 'TCP' }) => protocol !== 'TCP')) {
    yield 'UDP or SCTP container port';
  }
  for (const { ports: own = [], restartPolicy } of initContainers) {
    if (own.length > 0) {
      yield restartPolicy === 'Always' ? 'native sidecar with ports' : 'init container with ports';
    }
  }
}

export const NAMESPACES: RowGroup = {
  title: 'namespaces',
  rows: ['1', '2', '3', '4', '5', '6 and more'],
  *of({ objects }: ClusterFacts) {
    const count = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? [])).size;
    yield count > 5 ? '6 and more' : String(count);
  },
};
