import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from '../operator/object-lookup';
import { nameOf, namespaceOf } from '../operator/problem';
import type { Collected, Grafana, Sidecar } from './sidecar';

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Every Grafana that is given as a workload with sidecars. */
export function grafanasOfWorkloads(objects: ObjectLookup): Grafana[] {
  return WORKLOADS.flatMap((kind) => objects.byKind(kind)).flatMap((workload) => {
    const sidecars = containersOf(workload).flatMap((container) => sidecarOf(container, workload) ?? []);
    if (sidecars.length === 0) {
      return [];
    }
    return {
      name: nameOf(workload),
      namespace: namespaceOf(workload.object),
      object: workload,
      dashboards: sidecars.find(({ collects }) => collects === 'dashboards'),
      datasources: sidecars.find(({ collects }) => collects === 'datasources'),
      ownDatasources: undefined,
      ownFiles: [],
    };
  });
}

function containersOf({ object }: SourcedObject): any[] {
  const spec = object.spec?.template?.spec;
  return [spec?.containers, spec?.initContainers].flatMap((list) => (Array.isArray(list) ? list : []));
}

/** Source: k8s-sidecar 2.10.1 `src/sidecar.py`, `main`. */
function sidecarOf(container: any, workload: SourcedObject): Sidecar | undefined {
  if (!/(^|\/)k8s-sidecar(:|@|$)/.test(String(container?.image ?? ''))) {
    return undefined;
  }
  const env = new Environment(container);
  const collects = collectedBy(container, env);
  const label = env.text('LABEL');
  if (collects === undefined || label === '') {
    return undefined;
  }
  const namespaces = env.text('NAMESPACE').split(',');
  const own = namespaceOf(workload.object);
  return {
    collects,
    label,
    labelValue: env.text('LABEL_VALUE'),
    namespaces: namespaces.includes('ALL') ? undefined : namespaces.map((name) => name || own),
    kinds: KINDS[env.text('RESOURCE')] ?? ['ConfigMap'],
    folder: env.text('FOLDER'),
    folderAnnotation: env.text('FOLDER_ANNOTATION') || 'k8s-sidecar-target-directory',
    uniqueNames: env.text('UNIQUE_FILENAMES').toLowerCase() === 'true',
    foldersFromFiles: undefined,
    certain: !env.isHidden('LABEL_VALUE', 'NAMESPACE', 'RESOURCE', 'RESOURCE_NAME'),
  };
}

const KINDS: { readonly [resource: string]: readonly ('ConfigMap' | 'Secret')[] } = {
  both: ['ConfigMap', 'Secret'],
  secret: ['Secret'],
};

/** Others use such sidecars too; what one tells to reload, or is called after, gives it away. */
function collectedBy(container: any, env: Environment): Collected | undefined {
  const hints = [env.text('REQ_URL'), env.text('LABEL'), env.text('FOLDER'), String(container.name ?? '')];
  for (const hint of hints) {
    const [found] = /dashboard|datasource/i.exec(hint) ?? [];
    if (found !== undefined) {
      return found.toLowerCase() === 'dashboard' ? 'dashboards' : 'datasources';
    }
  }
  return undefined;
}

/** Environment of a container, as far as it is written out. */
class Environment {
  private readonly entries: Map<string, any>;

  constructor(container: any) {
    const list: any[] = Array.isArray(container.env) ? container.env : [];
    this.entries = new Map(list.map((entry) => [String(entry?.name), entry]));
  }

  public text(name: string): string {
    const { value } = this.entries.get(name) ?? {};
    return typeof value === 'string' ? value : '';
  }

  /** Whether one of these comes from elsewhere; the namespace of the pod is known. */
  public isHidden(...names: readonly string[]): boolean {
    return names.some((name) => {
      const source = this.entries.get(name)?.valueFrom;
      return source !== undefined && source?.fieldRef?.fieldPath !== 'metadata.namespace';
    });
  }
}
