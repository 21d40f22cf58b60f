import { referenceTo } from '../check/to-finding';
import { targetCells } from '../report/target-cells';
import type { Target } from '../report/target-list';
import type { RawTarget, VirtualPod } from '../simulator/discovery/raw-target';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import type { Instance } from '../simulator/operator/instance';
import { namespaceOf } from '../simulator/operator/problem';
import { appOf } from './app-of';
import { Column, LinkStatus, type Part } from './picture';

/** A Prometheus, or what stands for the one that is not among the objects. */
export function prometheusPart({ object, kind, settings, state }: Instance): Part {
  if (isAssumed(object)) {
    return missingPart(Column.PROMETHEUS, 'Prometheus', '', 'not among these objects', LinkStatus.UNKNOWN);
  }
  const detail = [
    ...(settings.shards > 1 ? [`${settings.shards} shards`] : []),
    ...(state === 'managed' ? [] : [STATES[state]]),
  ].join(', ');
  return { ...partOf(object, Column.PROMETHEUS), kind, detail };
}

const STATES = {
  unseen: 'no Operator takes care of it',
  paused: 'paused',
  frozen: 'the Operator fails on it',
  unmanaged: 'configured by people',
};

/** A monitor. */
export function monitorPart(monitor: SourcedObject): Part {
  return partOf(monitor, Column.MONITOR);
}

/** A Service. */
export function servicePart(service: SourcedObject): Part {
  return partOf(service, Column.SERVICE);
}

/** The pods of a workload, or a bare Pod. */
export function podsPart({ workload, labels, opaqueLabels, idle }: VirtualPod): Part {
  const own = Object.fromEntries(Object.entries(labels).filter(([key]) => !opaqueLabels.has(key)));
  const app = appOf(own) || appOf(workload.object.metadata.labels) || workload.object.metadata.name;
  return { ...partOf(workload, Column.PODS), app, detail: idle === undefined ? '' : 'no pods now' };
}

/** What stands between a Service and a target where no pod is known. */
export function addressesPart(service: SourcedObject, assumed: boolean): Part {
  const { name } = service.object.metadata;
  const namespace = namespaceOf(service.object);
  return {
    ...missingPart(Column.PODS, assumed ? 'Pods' : 'Endpoints', namespace, name, LinkStatus.WHOLE),
    app: appOf(service.object.metadata.labels),
    detail: assumed ? 'not among these objects' : 'addresses written by hand',
  };
}

/** The part of a target; one for all instances that scrape it. */
export function targetPart(target: Target, { service, pod }: RawTarget): Part {
  const cells = targetCells({ ...target, params: withoutSecrets(target.params) });
  const [, , , , container, , , path] = cells;
  const { monitor, endpoint, namespace, scheme, interval } = target;
  const address = `${target.address ?? (target.port === null ? '' : `:${target.port}`)}${path}`;
  const probed = monitor.kind === 'Probe' ? target.params.target?.[0] : undefined;
  const id = [monitor.kind, monitor.namespace, monitor.name, endpoint, namespace, service?.object.metadata.name ?? ''];
  const workload = pod && [pod.workload.object.kind, pod.workload.object.metadata.name];
  return {
    id: idOf('target', [...id, ...(workload ?? []), container, scheme, address, target.labels.instance ?? '']),
    column: Column.TARGET,
    kind: 'target',
    namespace,
    name: probed ?? address,
    detail: probed === undefined ? `${scheme}, every ${interval}` : `by ${target.address}, every ${interval}`,
    status: LinkStatus.WHOLE,
    app: '',
    targets: [],
    count: 1,
  };
}

/** What stands for the target that an endpoint of a monitor does not have. */
export function lostTargetPart(monitor: SourcedObject, endpoint: number, field: string, status: LinkStatus): Part {
  const { kind, metadata } = monitor.object;
  const namespace = namespaceOf(monitor.object);
  return {
    id: idOf('none', [kind, namespace, metadata.name, endpoint]),
    column: Column.TARGET,
    kind: 'target',
    namespace,
    name: status === LinkStatus.UNKNOWN ? 'not known' : 'no target',
    detail: field,
    status,
    app: '',
    targets: [],
    count: 1,
  };
}

/** What stands for an object that there is none of. */
export function missingPart(column: Column, kind: string, namespace: string, name: string, status: LinkStatus): Part {
  return {
    id: idOf('missing', [column, kind, namespace, name]),
    column,
    kind,
    namespace,
    name,
    detail: '',
    status,
    app: '',
    targets: [],
    count: 1,
  };
}

function partOf(sourced: SourcedObject, column: Column): Part {
  const { kind, metadata } = sourced.object;
  const namespace = namespaceOf(sourced.object);
  return {
    id: idOf(kind, [namespace, metadata.name]),
    column,
    kind,
    namespace,
    name: metadata.name,
    detail: '',
    status: LinkStatus.WHOLE,
    app: appOf(metadata.labels),
    object: { ...referenceTo(sourced.object), namespace },
    targets: [],
    count: 1,
  };
}

/** Names hold no slashes, but values of labels and paths may hold anything. */
function idOf(kind: string, names: readonly (string | number)[]): string {
  return [kind, ...names].map((name) => String(name).replaceAll('%', '%25').replaceAll('/', '%2f')).join('/');
}

/** Parameters of a URL whose names tell that their values are secret, without the values. */
function withoutSecrets(params: Target['params']): Target['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, values]) => [name, isSecretName(name) ? values.map(() => '…') : values]),
  );
}

/** Whether a name tells that its value is secret. */
export function isSecretName(name: string): boolean {
  return /passw|secret|token|credential|api_?-?key|access_?-?key|authorization|signature/i.test(name);
}
