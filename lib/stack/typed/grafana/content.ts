import type { Duration } from 'cdk8s';
import { DURATION, FLAG, MAP, TEXT, TEXT_MAP } from '../value-kind';
import { at, group, list, type ValueTable } from '../value-table';
import { DATA_SOURCE, DELETED_DATA_SOURCE, type StackDataSource, type StackDeletedDataSource } from './data-source';
import { GRAFANA_OPERATOR, type StackGrafanaOperator } from './grafana-operator';
import { GRAFANA_SIDECAR, type StackGrafanaSidecar } from './sidecar';

/**
 * Dashboards and data sources of Grafana, and what collects them.
 */
export interface StackGrafanaContent {
  /**
   * Sidecars that collect dashboards, data sources and alerts.
   *
   * @default - as the chart sets it
   */
  readonly sidecar?: StackGrafanaSidecar;

  /**
   * Data sources beside those of the chart.
   *
   * @default - none
   */
  readonly additionalDataSources?: StackDataSource[];

  /**
   * Data sources as text that Helm evaluates.
   *
   * @default - none
   */
  readonly additionalDataSourcesString?: string;

  /**
   * Data sources that Grafana removes.
   *
   * @default - none
   */
  readonly deleteDatasources?: StackDeletedDataSource[];

  /**
   * Whether Grafana removes provisioned data sources that are provisioned no more.
   *
   * @default false
   */
  readonly prune?: boolean;

  /**
   * Files with providers of dashboards, in the form of Grafana, for example `{ 'dashboardproviders.yaml': {…} }`.
   *
   * @default - none
   */
  readonly dashboardProviders?: { [key: string]: any };

  /**
   * Dashboards by provider and name: maps with `json`, with `gnetId` and `revision`, or with `url`. Needs
   * `dashboardProviders`.
   *
   * @default - none
   */
  readonly dashboards?: { [key: string]: any };

  /**
   * Names of ConfigMaps with dashboards by provider. Needs `dashboardProviders`.
   *
   * @default - none
   */
  readonly dashboardsConfigMaps?: { [key: string]: string };

  /**
   * Whether there are the chart's own dashboards.
   *
   * @default true
   */
  readonly defaultDashboardsEnabled?: boolean;

  /**
   * Time zone of the chart's own dashboards: `utc`, `browser` or a name such as `Europe/Luxembourg`.
   *
   * @default "utc"
   */
  readonly defaultDashboardsTimezone?: string;

  /**
   * Whether the chart's own dashboards can be changed in the browser.
   *
   * @default true
   */
  readonly defaultDashboardsEditable?: boolean;

  /**
   * Interval of the chart's own dashboards.
   *
   * @default - 1 minute, set by the chart
   */
  readonly defaultDashboardsInterval?: Duration;

  /**
   * Whether there are the ConfigMaps with dashboards even with `enabled` false, for another Grafana.
   *
   * @default false
   */
  readonly forceDeployDashboards?: boolean;

  /**
   * Whether there is the ConfigMap with data sources even with `enabled` false, for another Grafana.
   *
   * @default false
   */
  readonly forceDeployDatasources?: boolean;

  /**
   * Dashboards for a Grafana that the Grafana Operator runs.
   *
   * @default - none
   */
  readonly operator?: StackGrafanaOperator;
}

/** Values below `grafana`. */
export const GRAFANA_CONTENT: ValueTable<StackGrafanaContent> = {
  sidecar: group('sidecar', GRAFANA_SIDECAR),
  additionalDataSources: list('additionalDataSources', DATA_SOURCE, ['name', 'type']),
  additionalDataSourcesString: at('additionalDataSourcesString', TEXT),
  deleteDatasources: list('deleteDatasources', DELETED_DATA_SOURCE, ['name']),
  prune: at('prune', FLAG),
  dashboardProviders: at('dashboardProviders', MAP),
  dashboards: at('dashboards', MAP),
  dashboardsConfigMaps: at('dashboardsConfigMaps', TEXT_MAP),
  defaultDashboardsEnabled: at('defaultDashboardsEnabled', FLAG),
  defaultDashboardsTimezone: at('defaultDashboardsTimezone', TEXT),
  defaultDashboardsEditable: at('defaultDashboardsEditable', FLAG),
  defaultDashboardsInterval: at('defaultDashboardsInterval', DURATION),
  forceDeployDashboards: at('forceDeployDashboards', FLAG),
  forceDeployDatasources: at('forceDeployDatasources', FLAG),
  operator: group('operator', GRAFANA_OPERATOR),
};
