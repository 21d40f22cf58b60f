import type { Duration } from 'cdk8s';
import { MONITOR_OPTIONS, type StackMonitorOptions } from '../service-monitor';
import { DURATION, FLAG, TEXT_MAP } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * One endpoint of kube-state-metrics.
 */
export interface StackKubeStateMetricsEndpoint extends StackMonitorOptions {
  /**
   * Time that a scrape may take. At most `interval`.
   *
   * @default - that of the Prometheus object
   */
  readonly scrapeTimeout?: Duration;

  /**
   * Whether labels of the metrics win over those of the target. Without it `namespace` and `pod` are those of
   * kube-state-metrics itself, and rules and dashboards find nothing.
   *
   * @default true
   */
  readonly honorLabels?: boolean;
}

/**
 * The ServiceMonitor of kube-state-metrics.
 */
export interface StackKubeStateMetricsMonitor {
  /**
   * Labels of the ServiceMonitor, for a Prometheus with a selector of its own.
   *
   * @default - only those of the chart
   */
  readonly additionalLabels?: { [key: string]: string };

  /**
   * The metrics of Kubernetes objects.
   *
   * @default - as the chart sets it
   */
  readonly http?: StackKubeStateMetricsEndpoint;

  /**
   * Its metrics about itself, with `selfMonitor`.
   *
   * @default - as the chart sets it
   */
  readonly metrics?: StackKubeStateMetricsEndpoint;
}

/**
 * How kube-state-metrics is scraped.
 */
export interface StackKubeStateMetricsPrometheus {
  /**
   * The ServiceMonitor. A selector of your own misses it unless `additionalLabels` or `releaseLabel` fit.
   *
   * @default - as the chart sets it
   */
  readonly monitor?: StackKubeStateMetricsMonitor;
}

const ENDPOINT: ValueTable<StackKubeStateMetricsEndpoint> = {
  ...MONITOR_OPTIONS,
  scrapeTimeout: at('scrapeTimeout', DURATION),
  honorLabels: at('honorLabels', FLAG),
};

const MONITOR: ValueTable<StackKubeStateMetricsMonitor> = {
  additionalLabels: at('additionalLabels', TEXT_MAP),
  http: group('http', ENDPOINT),
  metrics: group('metrics', ENDPOINT),
};

/** Values below `prometheus` of kube-state-metrics. */
export const KUBE_STATE_METRICS_PROMETHEUS: ValueTable<StackKubeStateMetricsPrometheus> = {
  monitor: group('monitor', MONITOR),
};
