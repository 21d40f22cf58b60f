import type { KubeObject } from '../../lib/simulator/kube-object';
import { CONTROLLER_ID } from '../../lib/simulator/operator/find-operators';

/** Namespaces that every cluster has. */
export const SYSTEM_NAMESPACES: readonly string[] = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/**
 * The objects of a scenario with what a cluster needs so that they can be applied at all: namespaces, the service
 * accounts of instances. The rig and the simulator both get these.
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
    const name = isInstance(object) ? object.spec?.serviceAccountName : undefined;
    const key = `${object.metadata.namespace}/${name}`;
    if (typeof name !== 'string' || name === '' || name === 'default' || known.has(key)) {
      return [];
    }
    known.add(key);
    const { namespace } = object.metadata;
    return [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }];
  });
}

/** Whether it is a Prometheus or a PrometheusAgent. */
export function isInstance({ kind, apiVersion }: KubeObject): boolean {
  return apiVersion?.startsWith('monitoring.coreos.com/') && (kind === 'Prometheus' || kind === 'PrometheusAgent');
}

/** The controllers that instances name; `''` for the one without a name. */
export function controllersOf(objects: readonly KubeObject[]): string[] {
  const ids = objects.filter(isInstance).map(({ metadata }) => String(metadata.annotations?.[CONTROLLER_ID] ?? ''));
  return [...new Set(['', ...ids])].sort();
}

const CLUSTER_SCOPED = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
]);

/** What names no namespace goes to `default`, as with kubectl. */
function withNamespace(object: KubeObject): KubeObject {
  return object.metadata?.namespace !== undefined || CLUSTER_SCOPED.has(object.kind)
    ? object
    : { ...object, metadata: { ...object.metadata, namespace: 'default' } };
}
