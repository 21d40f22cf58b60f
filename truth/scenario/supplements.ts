import { bagKind, isClusterScoped } from '../../lib/simulator/bag/bag-kind';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { CONTROLLER_ID } from '../../lib/simulator/operator/find-operators';

/** Namespaces that every cluster has. */
export const SYSTEM_NAMESPACES: readonly string[] = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/**
 * The objects of a scenario with what a cluster needs so that they can be applied at all and pods are made of them:
 * namespaces, the service accounts of instances and workloads. The rig and the simulator both get these.
 */
export function withSupplements(objects: readonly KubeObject[]): KubeObject[] {
  const complete = objects.map(withNamespace);
  const wanted = new Set(complete.flatMap(({ metadata }) => metadata.namespace ?? []));
  const namespaces = new Set(complete.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  const missing = [...wanted].filter((name) => !namespaces.has(name) && !SYSTEM_NAMESPACES.includes(name)).sort();
  return [...missing.map(namespaceObject), ...complete, ...missingServiceAccounts(complete)];
}

function namespaceObject(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function missingServiceAccounts(objects: readonly KubeObject[]): KubeObject[] {
  const known = new Set(
    objects
      .filter(({ kind }) => kind === 'ServiceAccount')
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
  );
  return objects.flatMap((object) => {
    const name = serviceAccountOf(object);
    const key = `${object.metadata.namespace}/${name}`;
    if (typeof name !== 'string' || name === '' || name === 'default' || known.has(key)) {
      return [];
    }
    known.add(key);
    const { namespace } = object.metadata;
    return [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }];
  });
}

/** Without the service account that a pod names, the API server refuses the pod. */
function serviceAccountOf(object: KubeObject): unknown {
  const { spec } = object;
  if (isInstance(object)) {
    return spec?.serviceAccountName;
  }
  const pod = object.kind === 'Pod' ? spec : (spec?.jobTemplate?.spec ?? spec)?.template?.spec;
  return pod?.serviceAccountName ?? pod?.serviceAccount;
}

/** Whether it is a Prometheus or a PrometheusAgent. */
export function isInstance({ kind, apiVersion }: KubeObject): boolean {
  return apiVersion?.startsWith('monitoring.coreos.com/') && (kind === 'Prometheus' || kind === 'PrometheusAgent');
}

/** Whether it is an Alertmanager. */
export function isAlertmanager({ kind, apiVersion }: KubeObject): boolean {
  return apiVersion?.startsWith('monitoring.coreos.com/') && kind === 'Alertmanager';
}

/** The controllers that instances name; `''` for the one without a name. */
export function controllersOf(objects: readonly KubeObject[]): string[] {
  const takenCareOf = objects.filter((object) => isInstance(object) || isAlertmanager(object));
  const ids = takenCareOf.map(({ metadata }) => String(metadata.annotations?.[CONTROLLER_ID] ?? ''));
  return [...new Set(['', ...ids])].sort();
}

/** What names no namespace goes to `default`, as with kubectl. */
function withNamespace(object: KubeObject): KubeObject {
  const kind = bagKind(object.apiVersion ?? '', object.kind);
  return object.metadata?.namespace !== undefined || isClusterScoped(kind, new Map(), false)
    ? object
    : { ...object, metadata: { ...object.metadata, namespace: 'default' } };
}
