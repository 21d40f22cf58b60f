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
 * Limits and formats of a scrape; the same for ServiceMonitors, PodMonitors, Probes and ScrapeConfigs.
 */
export interface ScrapeJobOptions {
  /**
   * Most samples that one scrape may bring; above it, the whole scrape fails.
   *
   * @default - no limit
   */
  readonly sampleLimit?: number;

  /**
   * Most targets of one job; above it, all of them fail.
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
   * What happens to histograms.
   *
   * @default - left to the Prometheus object
   */
  readonly nativeHistograms?: NativeHistogramOptions;

  /**
   * Fields of the object's `spec` that have no prop here, spelled as the API spells them.
   *
   * @default - none
   */
  readonly additionalSpecFields?: { [key: string]: any };
}
