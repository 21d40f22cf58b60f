import type { Size } from 'cdk8s';
import type { ScrapeProtocol } from '../../imports/monitoring.coreos.com/v1/enums';

/** What happens to histograms when they are scraped. */
export interface NativeHistogramOptions {
  /**
   * Takes native histograms from the target (Prometheus 3.8 and later; before, a feature flag of the server).
   *
   * @default - left to the Prometheus object
   */
  readonly scrape?: boolean;

  /**
   * Takes the classic buckets too, where a histogram has both (Prometheus 2.45 and later).
   *
   * @default false
   */
  readonly scrapeClassic?: boolean;

  /**
   * Stores classic histograms as native ones with custom buckets (Prometheus 3.0 and later).
   *
   * @default false
   */
  readonly convertClassic?: boolean;

  /**
   * Largest number of buckets; above it, resolution is lowered (Prometheus 2.45 and later).
   *
   * @default - no limit
   */
  readonly bucketLimit?: number;

  /**
   * Smallest growth factor between buckets, for example 1.1 (Prometheus 2.50 and later).
   *
   * @default - no minimum
   */
  readonly minBucketFactor?: number;
}

/**
 * What a monitor says about all of its endpoints; the same for ServiceMonitors and PodMonitors.
 */
export interface MonitorOptions {
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
   * Most samples that one scrape may bring; above it, the whole scrape fails.
   *
   * @default - no limit
   */
  readonly sampleLimit?: number;

  /**
   * Most targets of one endpoint; above it, all of them fail.
   *
   * @default - no limit
   */
  readonly targetLimit?: number;

  /**
   * Most labels of one sample; above it, the whole scrape fails.
   *
   * @default - no limit
   */
  readonly labelLimit?: number;

  /**
   * Longest label name, in characters.
   *
   * @default - no limit
   */
  readonly labelNameLengthLimit?: number;

  /**
   * Longest label value, in characters.
   *
   * @default - no limit
   */
  readonly labelValueLengthLimit?: number;

  /**
   * Most dropped targets that Prometheus remembers for its Targets page.
   *
   * @default - no limit
   */
  readonly keepDroppedTargets?: number;

  /**
   * Largest response; above it, the scrape fails.
   *
   * @default - no limit
   */
  readonly bodySizeLimit?: Size;

  /**
   * Exposition formats to ask for, best first.
   *
   * @default - left to the Prometheus object
   */
  readonly scrapeProtocols?: ScrapeProtocol[];

  /**
   * What to take a response for that has no usable Content-Type; without it, Prometheus 3 refuses such a response.
   *
   * @default - none
   */
  readonly fallbackScrapeProtocol?: ScrapeProtocol;

  /**
   * Scrape class of the Prometheus object. The Operator rejects a monitor that names an unknown one.
   *
   * @default - the default class of the Prometheus object, if it has one
   */
  readonly scrapeClass?: string;

  /**
   * Makes labels of the node known to the relabelings (`__meta_kubernetes_node_…`). Prometheus then needs to list nodes.
   *
   * @default false
   */
  readonly attachNodeMetadata?: boolean;

  /**
   * What happens to histograms.
   *
   * @default - left to the Prometheus object
   */
  readonly nativeHistograms?: NativeHistogramOptions;

  /**
   * Fields of the monitor's `spec` that have no prop here, spelled as the API spells them.
   *
   * @default - none
   */
  readonly additionalSpecFields?: { [key: string]: any };
}
