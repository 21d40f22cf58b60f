import type { Duration } from 'cdk8s';
import type { RelabelConfig } from '../../../imports/monitoring.coreos.com/v1/shared';
import { RELABELINGS } from './bound-kind';
import { DURATION, FLAG, TEXT_MAP } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * How a component of the chart is scraped.
 */
export interface StackMonitorOptions {
  /**
   * Time between two scrapes.
   *
   * @default - that of Prometheus
   */
  readonly interval?: Duration;

  /**
   * Changes of target labels, before the scrape.
   *
   * @default - set by the chart
   */
  readonly relabelings?: RelabelConfig[];

  /**
   * Changes of samples, after the scrape.
   *
   * @default - set by the chart
   */
  readonly metricRelabelings?: RelabelConfig[];
}

/**
 * The ServiceMonitor by which a component of the parent chart is scraped.
 */
export interface StackMonitor extends StackMonitorOptions {
  /**
   * Labels of the ServiceMonitor.
   *
   * @default - only those of the chart
   */
  readonly additionalLabels?: { [key: string]: string };
}

/**
 * The ServiceMonitor by which Prometheus, Alertmanager, Thanos Ruler or the Operator is scraped.
 */
export interface StackSelfMonitor extends StackMonitor {
  /**
   * Whether the component is scraped.
   *
   * @default true
   */
  readonly selfMonitor?: boolean;
}

/** Values below `serviceMonitor`, in all charts. */
export const MONITOR_OPTIONS: ValueTable<StackMonitorOptions> = {
  interval: at('interval', DURATION),
  relabelings: at('relabelings', RELABELINGS),
  metricRelabelings: at('metricRelabelings', RELABELINGS),
};

/** Values below `serviceMonitor`. */
export const MONITOR: ValueTable<StackMonitor> = {
  ...MONITOR_OPTIONS,
  additionalLabels: at('additionalLabels', TEXT_MAP),
};

/** Values below `serviceMonitor` with the switch `selfMonitor`. */
export const SELF_MONITOR: ValueTable<StackSelfMonitor> = { selfMonitor: at('selfMonitor', FLAG), ...MONITOR };
