import type { ContainerResources } from 'cdk8s-plus-27';
import { FLAG, RESOURCES } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import { SIDECAR_DASHBOARDS, type StackSidecarDashboards } from './sidecar-dashboards';
import { SIDECAR_DATASOURCES, type StackSidecarDatasources } from './sidecar-datasources';
import { SIDECAR_SEARCH, type StackSidecarSearch } from './sidecar-search';

/**
 * Sidecars that collect dashboards, data sources and alerts from ConfigMaps and Secrets.
 */
export interface StackGrafanaSidecar {
  /**
   * Dashboards.
   *
   * @default - on, from all namespaces
   */
  readonly dashboards?: StackSidecarDashboards;

  /**
   * Data sources, those of the chart included.
   *
   * @default - on, from the namespace of Grafana
   */
  readonly datasources?: StackSidecarDatasources;

  /**
   * Alerts of Grafana itself.
   *
   * @default - off
   */
  readonly alerts?: StackSidecarSearch;

  /**
   * Whether the names of files get the namespace and name of their object, so that equal keys of two ConfigMaps do not
   * overwrite each other.
   *
   * @default false
   */
  readonly enableUniqueFilenames?: boolean;

  /**
   * CPU and memory of each sidecar.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

/** Values below `grafana.sidecar`. */
export const GRAFANA_SIDECAR: ValueTable<StackGrafanaSidecar> = {
  dashboards: group('dashboards', SIDECAR_DASHBOARDS),
  datasources: group('datasources', SIDECAR_DATASOURCES),
  alerts: group('alerts', SIDECAR_SEARCH),
  enableUniqueFilenames: at('enableUniqueFilenames', FLAG),
  resources: at('resources', RESOURCES),
};
