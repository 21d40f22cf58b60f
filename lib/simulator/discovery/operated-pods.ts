import type { Container } from '../bag/normalize-pod';
import type { Labels } from '../relabel/relabel-rule';
import { parseVersion } from '../versions/version';
import type { OperatedInstance } from './operated-instances';
import { OPERATED_KINDS, type OperatedKind, portNameOf, tcp } from './operated-kinds';
import type { VirtualPod } from './raw-target';
import { MADE_UP, symbolicAddress } from './symbolic';
import { zoneAskedFor } from './zone-of-pod';

/**
 * Pods of the Prometheus, PrometheusAgent, Alertmanager and ThanosRuler objects of a bag: the Operator makes a
 * StatefulSet of each (or a DaemonSet of an agent), so that a Service may well select them.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/statefulset.go`, `pkg/alertmanager/statefulset.go`,
 * `pkg/thanos/statefulset.go`.
 */
export function operatedPods(instances: readonly OperatedInstance[]): VirtualPod[] {
  return instances.filter(({ pods }) => pods).map(podOf);
}

function podOf({ object, labels: added }: OperatedInstance): VirtualPod {
  const { metadata, spec, kind } = object.object;
  const { name } = metadata;
  const operated = OPERATED_KINDS.get(kind) as OperatedKind;
  const namespace = metadata.namespace as string;
  const owner = `${operated.prefix}-${name}`;
  const daemonSet = kind === 'PrometheusAgent' && spec.mode === 'DaemonSet';
  const ip = symbolicAddress(name, kind, namespace);
  const version = versionLabel(spec.version);
  const byController = daemonSet
    ? { 'controller-revision-hash': MADE_UP.hash, 'pod-template-generation': '1' }
    : {
        'controller-revision-hash': `${owner}-${MADE_UP.hash}`,
        'statefulset.kubernetes.io/pod-name': `${owner}-0`,
        'apps.kubernetes.io/pod-index': '0',
      };
  const labels: Labels = Object.assign(
    Object.create(null),
    { 'app.kubernetes.io/version': version ?? MADE_UP.hash },
    spec.podMetadata?.labels,
    {
      'app.kubernetes.io/name': operated.appName,
      'app.kubernetes.io/instance': name,
      'app.kubernetes.io/managed-by': 'prometheus-operator',
    },
    operated.labels(name),
    added,
    byController,
  );
  return {
    namespace,
    name: daemonSet ? `${owner}-${MADE_UP.suffix}` : `${owner}-0`,
    labels,
    annotations: Object.assign(
      Object.create(null),
      { 'kubectl.kubernetes.io/default-container': operated.container },
      spec.podMetadata?.annotations,
    ),
    opaqueLabels: new Set([
      ...Object.keys(byController),
      'operator.prometheus.io/shard',
      ...(version === undefined ? ['app.kubernetes.io/version'] : []),
    ]),
    spec: { containers: containersOf(spec, operated), initContainers: initContainersOf(spec, operated) },
    workload: object,
    ...(spec.replicas === 0 && !daemonSet
      ? { phase: 'Pending', ready: 'false', ip: '', idle: 'spec.replicas' }
      : { phase: 'Running', ready: 'true', ip }),
    terminating: false,
    hostIp: `host.${ip}`,
    nodeName: `node.${ip}`,
    zone: zoneAskedFor(spec) ?? MADE_UP.zone,
    uid: `uid.${ip}`,
    controller: { kind: daemonSet ? 'DaemonSet' : 'StatefulSet', name: owner },
  };
}

/** Source: blang/semver v4.0.0 `semver.go`, `Version.String`. `undefined` where the Operator has a default of its own. */
function versionLabel(given: unknown): string | undefined {
  if (typeof given !== 'string') {
    return undefined;
  }
  const version = parseVersion(given);
  if (version === undefined) {
    return given.replace(/^v/, '');
  }
  const { major, minor, patch, prerelease } = version;
  return `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`;
}

function containersOf(spec: any, operated: OperatedKind): Container[] {
  const web = tcp(portNameOf(spec), operated.port);
  // To be reloaded by a signal, it listens to all who ask.
  const local = spec.listenLocal === true && spec.reloadStrategy !== 'ProcessSignal';
  const own: Container[] = [
    {
      name: operated.container,
      image: typeof spec.image === 'string' ? spec.image : '',
      ports: [...(spec.listenLocal === true ? [] : [web]), ...operated.morePorts],
    },
    { name: 'config-reloader', image: '', ports: local ? [] : [tcp('reloader-web', 8080)] },
  ];
  if (operated.container === 'prometheus' && spec.thanos) {
    own.push({ name: 'thanos-sidecar', image: '', ports: [tcp('http', 10902), tcp('grpc', 10901)] });
  }
  return withGiven(own, spec.containers);
}

function initContainersOf(spec: any, { initialized }: OperatedKind): Container[] {
  const own = initialized ? [{ name: 'init-config-reloader', image: '', ports: [tcp('reloader-init', 8081)] }] : [];
  return withGiven(own, spec.initContainers);
}

/**
 * A container of the user's with the name of a generated one is merged into it.
 *
 * Source: prometheus-operator v0.93 `pkg/k8s/merge.go`, `MergePatchContainers`: lists of ports go by their number.
 */
function withGiven(own: readonly Container[], given: readonly Container[] = []): Container[] {
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own.map((container) => {
      const patch = given.find(({ name }) => name === container.name);
      if (patch === undefined) {
        return container;
      }
      const ports = new Map([...container.ports, ...patch.ports].map((port) => [port.containerPort, port]));
      return { ...container, image: patch.image || container.image, ports: [...ports.values()] };
    }),
    ...given.filter(({ name }) => !names.has(name)),
  ];
}
