import type { Duration } from 'cdk8s';
import { mergeValues } from '../../values';
import { FLAG, GO_DURATION, TEXT, TEXT_MAP } from '../value-kind';
import { at, type ValueEntry, type ValueTable } from '../value-table';

/**
 * Dashboards for a Grafana that the Grafana Operator runs: the chart's values below `grafana.operator`. At most one of
 * `folder`, `folderUid` and `folderRef`.
 */
export interface StackGrafanaOperator {
  /**
   * Whether there is a GrafanaDashboard for each of the chart's dashboards. Needs `matchLabels`.
   *
   * @default false
   */
  readonly dashboardsConfigMapRefEnabled?: boolean;

  /**
   * Labels of the Grafana object that takes them.
   *
   * @default - none: the chart cannot be rendered
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Annotations of the GrafanaDashboards.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Title of the folder.
   *
   * @default "General"
   */
  readonly folder?: string;

  /**
   * Id of the folder. Takes away the chart's default of `folder`, with which it could not be rendered.
   *
   * @default - none
   */
  readonly folderUid?: string;

  /**
   * Name of a GrafanaFolder. Takes away the chart's default of `folder`, with which it could not be rendered.
   *
   * @default - none
   */
  readonly folderRef?: string;

  /**
   * How often the dashboards are compared with those of Grafana.
   *
   * @default - 10 minutes, set by the chart
   */
  readonly resyncPeriod?: Duration;
}

/** Values below `grafana.operator`. */
export const GRAFANA_OPERATOR: ValueTable<StackGrafanaOperator> = {
  dashboardsConfigMapRefEnabled: at('dashboardsConfigMapRefEnabled', FLAG),
  matchLabels: at('matchLabels', TEXT_MAP),
  annotations: at('annotations', TEXT_MAP),
  folder: at('folder', TEXT),
  folderUid: insteadOfFolder(at('folderUID', TEXT)),
  folderRef: insteadOfFolder(at('folderRef', TEXT)),
  resyncPeriod: at('resyncPeriod', GO_DURATION),
};

function insteadOfFolder(entry: ValueEntry): ValueEntry {
  return { ...entry, write: (prop) => mergeValues({ folder: '' }, entry.write(prop)) };
}
