import { type StackSwitch, SWITCH } from '../switch';
import { COUNT, FLAG, TEXT, TEXT_MAP } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import { SIDECAR_SEARCH, type StackSidecarSearch } from './sidecar-search';

/**
 * How Grafana takes the dashboards that the sidecar has collected.
 */
export interface StackDashboardProvider {
  /**
   * Name of the provider.
   *
   * @default "sidecarProvider"
   */
  readonly name?: string;

  /**
   * Organization of Grafana.
   *
   * @default 1
   */
  readonly orgid?: number;

  /**
   * Folder of Grafana for all dashboards. Excludes `foldersFromFilesStructure`.
   *
   * @default - none: General
   */
  readonly folder?: string;

  /**
   * Id of that folder. Excludes `foldersFromFilesStructure`.
   *
   * @default - given by Grafana
   */
  readonly folderUid?: string;

  /**
   * Whether dashboards stay when their file goes.
   *
   * @default false
   */
  readonly disableDelete?: boolean;

  /**
   * Whether dashboards can be saved in the browser, until the next change of their file.
   *
   * @default false
   */
  readonly allowUiUpdates?: boolean;

  /**
   * Whether folders of files become folders of Grafana; see `folderAnnotation`.
   *
   * @default false
   */
  readonly foldersFromFilesStructure?: boolean;
}

/**
 * Dashboards for several clusters, by the label `cluster`.
 */
export interface StackMulticluster {
  /**
   * All dashboards.
   *
   * @default - off
   */
  readonly global?: StackSwitch;

  /**
   * The dashboard of etcd.
   *
   * @default - off
   */
  readonly etcd?: StackSwitch;
}

/**
 * The sidecar for dashboards.
 */
export interface StackSidecarDashboards extends StackSidecarSearch {
  /**
   * Folder in the pod for the collected files.
   *
   * @default "/tmp/dashboards"
   */
  readonly folder?: string;

  /**
   * Folder below `folder` for files without an annotation.
   *
   * @default - none
   */
  readonly defaultFolderName?: string;

  /**
   * Annotation whose value is the folder of a ConfigMap's dashboards. Needs `provider.foldersFromFilesStructure`; without
   * it all land in General.
   *
   * @default - `k8s-sidecar-target-directory`, set by the sidecar
   */
  readonly folderAnnotation?: string;

  /**
   * How Grafana takes the dashboards.
   *
   * @default - into the folder General, not changeable in the browser
   */
  readonly provider?: StackDashboardProvider;

  /**
   * Annotations of the ConfigMaps with the chart's own dashboards, for example the folder.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Whether the chart's own dashboards show several clusters.
   *
   * @default - off
   */
  readonly multicluster?: StackMulticluster;
}

const DASHBOARD_PROVIDER: ValueTable<StackDashboardProvider> = {
  name: at('name', TEXT),
  orgid: at('orgid', COUNT),
  folder: at('folder', TEXT),
  folderUid: at('folderUid', TEXT),
  disableDelete: at('disableDelete', FLAG),
  allowUiUpdates: at('allowUiUpdates', FLAG),
  foldersFromFilesStructure: at('foldersFromFilesStructure', FLAG),
};

const MULTICLUSTER: ValueTable<StackMulticluster> = {
  global: group('global', SWITCH),
  etcd: group('etcd', SWITCH),
};

/** Values below `grafana.sidecar.dashboards`. */
export const SIDECAR_DASHBOARDS: ValueTable<StackSidecarDashboards> = {
  ...SIDECAR_SEARCH,
  folder: at('folder', TEXT),
  defaultFolderName: at('defaultFolderName', TEXT),
  folderAnnotation: at('folderAnnotation', TEXT),
  provider: group('provider', DASHBOARD_PROVIDER),
  annotations: at('annotations', TEXT_MAP),
  multicluster: group('multicluster', MULTICLUSTER),
};
