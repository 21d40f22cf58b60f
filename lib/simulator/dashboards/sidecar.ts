import type { SourcedObject } from '../kube-object';
import { namespaceOf } from '../operator/problem';

/** What a sidecar collects. */
export type Collected = 'dashboards' | 'datasources';

/** A container beside Grafana that writes ConfigMaps and Secrets with a label into files. */
export interface Sidecar {
  readonly collects: Collected;
  readonly label: string;
  /** Value that the label must have; empty where any will do. */
  readonly labelValue: string;
  /** Namespaces that are searched; `undefined` for all. */
  readonly namespaces: readonly string[] | undefined;
  /** Kinds that are searched. */
  readonly kinds: readonly ('ConfigMap' | 'Secret')[];
  /** Folder on disk that the files go to. */
  readonly folder: string;
  /** Annotation that names another folder. */
  readonly folderAnnotation: string;
  /** Whether namespace, kind and name of the object become part of the name of the file. */
  readonly uniqueNames: boolean;
  /** Whether folders on disk become folders of Grafana; `undefined` where that is not known. */
  readonly foldersFromFiles: boolean | undefined;
  /** Whether all of this is known; without it, what is not taken may be taken all the same. */
  readonly certain: boolean;
}

/** Why a sidecar passes an object over. */
export type SidecarMiss = 'label' | 'value' | 'namespace' | 'kind';

/**
 * Why a sidecar passes an object over; `undefined` where it takes it.
 *
 * Source: k8s-sidecar 2.10.1 `src/resources.py`, `list_resources`.
 */
export function missOf(sidecar: Sidecar, { object }: SourcedObject): SidecarMiss | undefined {
  const labels = object.metadata.labels ?? {};
  if (!Object.hasOwn(labels, sidecar.label)) {
    return 'label';
  }
  if (sidecar.labelValue !== '' && labels[sidecar.label] !== sidecar.labelValue) {
    return 'value';
  }
  if (!sidecar.kinds.some((kind) => kind === object.kind)) {
    return 'kind';
  }
  if (sidecar.namespaces !== undefined && !sidecar.namespaces.includes(namespaceOf(object))) {
    return 'namespace';
  }
  return undefined;
}

/** A Grafana with the sidecars that are known. */
export interface Grafana {
  /** `Grafana of release monitoring/prometheus-stack`, `Deployment monitoring/grafana`. */
  readonly name: string;
  readonly namespace: string;
  /** The workload, where it is given. */
  readonly object: SourcedObject | undefined;
  readonly dashboards: Sidecar | undefined;
  readonly datasources: Sidecar | undefined;
  /** Datasources that it has of itself; `undefined` where they are not known. */
  readonly ownDatasources: readonly Datasource[] | undefined;
  /** Names of dashboard files that its release brings along. */
  readonly ownFiles: readonly string[];
}

/** A datasource as dashboards refer to it. */
export interface Datasource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
}
