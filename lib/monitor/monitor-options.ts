import type { Size } from 'cdk8s';
import type { ScrapeJobOptions } from './scrape-job-options';

/**
 * What a monitor says about all of its endpoints; the same for ServiceMonitors and PodMonitors.
 */
export interface MonitorOptions extends ScrapeJobOptions {
  /**
   * Label whose value becomes the `job` label of the metrics: of the Service for a ServiceMonitor, of the pod for a
   * PodMonitor. Where the label is missing, the default holds.
   *
   * @default - `job` is the name of the Service, or `<namespace>/<name>` of the PodMonitor
   */
  readonly jobLabel?: string;

  /**
   * Labels of the pod that are copied onto the metrics.
   *
   * @default - none
   */
  readonly podTargetLabels?: string[];

  /**
   * Largest response; above it, the scrape fails.
   *
   * @default - no limit
   */
  readonly bodySizeLimit?: Size;

  /**
   * Makes labels of the node known to the relabelings (`__meta_kubernetes_node_…`). Prometheus then needs to list nodes.
   *
   * @default false
   */
  readonly attachNodeMetadata?: boolean;
}
