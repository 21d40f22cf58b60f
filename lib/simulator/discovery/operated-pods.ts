import type { Bag } from '../bag/bag';
import { type BagKind, Kind } from '../bag/bag-kind';
import type { Container } from '../bag/normalize-pod';
import type { SourcedObject } from '../kube-object';
import { isAssumed } from '../operator/assumed-instance';
import type { Labels } from '../relabel/relabel-rule';
import type { VirtualPod } from './raw-target';
import { MADE_UP, symbolicAddress } from './symbolic';

/** What the Operator makes of one kind. */
interface Operated {
  /** Prefix of the StatefulSet's name. */
  readonly prefix: string;
  readonly appName: string;
  /** Labels beside those that all operated pods have. */
  readonly labels: (name: string) => { readonly [key: string]: string };
  readonly container: string;
  readonly port: number;
  readonly morePorts: readonly Container['ports'][number][];
}

/**
 * Pods of the Prometheus, PrometheusAgent, Alertmanager and ThanosRuler objects of a bag: the Operator makes a
 * StatefulSet of each (or a DaemonSet of an agent), so that a Service may well select them.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/statefulset.go`, `pkg/alertmanager/statefulset.go`,
 * `pkg/thanos/statefulset.go`.
 */
export function operatedPods(bag: Bag): VirtualPod[] {
  return [...OPERATED].flatMap(([kind, operated]) =>
    bag
      .all(kind)
      // Of an instance that only stands in for one, nobody knows the pods.
      .filter((object) => !isAssumed(object))
      .map((object) => podOf(object, operated)),
  );
}

function podOf(object: SourcedObject, operated: Operated): VirtualPod {
  const { metadata, spec, kind } = object.object;
  const { name } = metadata;
  const namespace = metadata.namespace as string;
  const owner = `${operated.prefix}-${name}`;
  const daemonSet = kind === 'PrometheusAgent' && spec.mode === 'DaemonSet';
  const ip = symbolicAddress(name, kind, namespace);
  const added = daemonSet
    ? { 'controller-revision-hash': MADE_UP.hash }
    : {
        'controller-revision-hash': `${owner}-${MADE_UP.hash}`,
        'statefulset.kubernetes.io/pod-name': `${owner}-0`,
        'apps.kubernetes.io/pod-index': '0',
      };
  const labels: Labels = Object.assign(
    Object.create(null),
    { 'app.kubernetes.io/version': typeof spec.version === 'string' ? spec.version.replace(/^v/, '') : MADE_UP.hash },
    spec.podMetadata?.labels,
    {
      'app.kubernetes.io/name': operated.appName,
      'app.kubernetes.io/instance': name,
      'app.kubernetes.io/managed-by': 'prometheus-operator',
    },
    operated.labels(name),
    added,
  );
  return {
    namespace,
    name: daemonSet ? `${owner}-${MADE_UP.suffix}` : `${owner}-0`,
    labels,
    annotations: spec.podMetadata?.annotations ?? Object.create(null),
    opaqueLabels: new Set([
      ...Object.keys(added),
      'operator.prometheus.io/shard',
      ...(typeof spec.version === 'string' ? [] : ['app.kubernetes.io/version']),
    ]),
    spec: { containers: containersOf(spec, operated), initContainers: spec.initContainers ?? [] },
    workload: object,
    phase: 'Running',
    ready: 'true',
    terminating: false,
    ip,
    hostIp: `host.${ip}`,
    nodeName: `node.${ip}`,
    uid: `uid.${ip}`,
    controller: { kind: daemonSet ? 'DaemonSet' : 'StatefulSet', name: owner },
  };
}

function containersOf(spec: any, operated: Operated): Container[] {
  const web = tcp(typeof spec.portName === 'string' && spec.portName !== '' ? spec.portName : 'web', operated.port);
  const own: Container[] = [
    {
      name: operated.container,
      image: typeof spec.image === 'string' ? spec.image : '',
      ports: [...(spec.listenLocal === true ? [] : [web]), ...operated.morePorts],
    },
    { name: 'config-reloader', image: '', ports: [tcp('reloader-web', 8080)] },
  ];
  if (operated.container === 'prometheus' && spec.thanos) {
    own.push({ name: 'thanos-sidecar', image: '', ports: [tcp('http', 10902), tcp('grpc', 10901)] });
  }
  // A container of the user's with the name of a generated one is merged into it.
  const given: readonly Container[] = spec.containers ?? [];
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own.map((container) => {
      const more = given.filter(({ name }) => name === container.name).flatMap(({ ports }) => ports);
      return more.length === 0 ? container : { ...container, ports: [...container.ports, ...more] };
    }),
    ...given.filter(({ name }) => !names.has(name)),
  ];
}

function tcp(name: string, containerPort: number): Container['ports'][number] {
  return { name, containerPort, protocol: 'TCP' };
}

const OPERATED: ReadonlyMap<BagKind, Operated> = new Map<BagKind, Operated>([
  [
    Kind.PROMETHEUS,
    {
      prefix: 'prometheus',
      appName: 'prometheus',
      labels: (name) => ({
        prometheus: name,
        'operator.prometheus.io/name': name,
        'operator.prometheus.io/shard': '0',
      }),
      container: 'prometheus',
      port: 9090,
      morePorts: [],
    },
  ],
  [
    Kind.PROMETHEUS_AGENT,
    {
      prefix: 'prom-agent',
      appName: 'prometheus-agent',
      labels: (name) => ({ 'operator.prometheus.io/name': name, 'operator.prometheus.io/shard': '0' }),
      container: 'prometheus',
      port: 9090,
      morePorts: [],
    },
  ],
  [
    Kind.ALERTMANAGER,
    {
      prefix: 'alertmanager',
      appName: 'alertmanager',
      labels: (name) => ({ alertmanager: name }),
      container: 'alertmanager',
      port: 9093,
      morePorts: [tcp('mesh-tcp', 9094), { name: 'mesh-udp', containerPort: 9094, protocol: 'UDP' }],
    },
  ],
  [
    Kind.THANOS_RULER,
    {
      prefix: 'thanos-ruler',
      appName: 'thanos-ruler',
      labels: (name) => ({ 'thanos-ruler': name }),
      container: 'thanos-ruler',
      port: 10902,
      morePorts: [tcp('grpc', 10901)],
    },
  ],
]);
