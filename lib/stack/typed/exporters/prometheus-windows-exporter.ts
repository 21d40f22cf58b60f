import type { ContainerResources } from 'cdk8s-plus-27';
import { SCHEDULING, type StackScheduling } from '../scheduling';
import { FLAG, RESOURCES, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import { EXPORTER_PROMETHEUS, type StackExporterPrometheus } from './exporter-monitor';

/**
 * windows-exporter itself, a DaemonSet: the chart's values below `prometheus-windows-exporter`.
 */
export interface StackPrometheusWindowsExporter extends StackScheduling {
  /**
   * Its configuration file, YAML. The rules and dashboards need the collectors `memory` and `container`.
   *
   * @default - the default collectors, memory and container
   */
  readonly config?: string;

  /**
   * CPU and memory of the container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * Flags of windows-exporter.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Labels of the pods. `jobLabel` has to stay `windows-exporter`, the job by which rules and dashboards find it.
   *
   * @default - `jobLabel: windows-exporter`
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * How it is scraped.
   *
   * @default - as the chart sets it
   */
  readonly prometheus?: StackExporterPrometheus;

  /**
   * Whether its objects carry `release: <release name>`, by which Prometheus selects. Keep it.
   *
   * @default true
   */
  readonly releaseLabel?: boolean;
}

/** Values below `prometheus-windows-exporter`. */
export const PROMETHEUS_WINDOWS_EXPORTER: ValueTable<StackPrometheusWindowsExporter> = {
  ...SCHEDULING,
  config: at('config', TEXT),
  resources: at('resources', RESOURCES),
  extraArgs: at('extraArgs', TEXTS),
  podLabels: at('podLabels', TEXT_MAP),
  prometheus: group('prometheus', EXPORTER_PROMETHEUS),
  releaseLabel: at('releaseLabel', FLAG),
};
