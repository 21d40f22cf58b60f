import type { Problems } from '../private/problems';
import { toPrometheusSize } from '../private/prometheus-size';
import type { MonitorOptions } from './monitor-options';

const LIMITS = [
  'sampleLimit',
  'targetLimit',
  'labelLimit',
  'labelNameLengthLimit',
  'labelValueLengthLimit',
  'keepDroppedTargets',
] as const;

/** Adds to `problems` whatever the API server or the Operator would refuse. */
export function checkMonitorOptions(options: MonitorOptions, field: string, problems: Problems): void {
  for (const name of LIMITS) {
    const limit = options[name];
    if (limit !== undefined && (!Number.isInteger(limit) || limit < 0)) {
      problems.add(
        `${field}${name}`,
        `${limit} is not a whole number of at least 0, and the API server refuses it.`,
        `${name}: a whole number, or leave it out for no limit.`,
      );
    }
  }
  if (options.scrapeClass === '') {
    problems.add(
      `${field}scrapeClass`,
      'is empty, and the API server refuses it.',
      'leave it out for the default class.',
    );
  }
  if (options.scrapeProtocols?.length === 0) {
    problems.add(
      `${field}scrapeProtocols`,
      'is an empty list, and Prometheus refuses its whole configuration over it.',
      'leave it out, or name at least one protocol.',
    );
  }
}

/** The fields of a monitor's `spec` that these options set. */
export function renderMonitorOptions(options: MonitorOptions): { [key: string]: any } {
  const histograms = options.nativeHistograms;
  const factor = histograms?.minBucketFactor;
  return {
    jobLabel: options.jobLabel,
    podTargetLabels: options.podTargetLabels,
    ...Object.fromEntries(LIMITS.map((name) => [name, options[name]])),
    bodySizeLimit: options.bodySizeLimit && toPrometheusSize(options.bodySizeLimit),
    scrapeProtocols: options.scrapeProtocols,
    fallbackScrapeProtocol: options.fallbackScrapeProtocol,
    scrapeClass: options.scrapeClass,
    attachMetadata: options.attachNodeMetadata === undefined ? undefined : { node: options.attachNodeMetadata },
    scrapeNativeHistograms: histograms?.scrape,
    scrapeClassicHistograms: histograms?.scrapeClassic,
    convertClassicHistogramsToNHCB: histograms?.convertClassic,
    nativeHistogramBucketLimit: histograms?.bucketLimit,
    // A quantity; a text keeps the figure as written.
    nativeHistogramMinBucketFactor: factor === undefined ? undefined : String(factor),
    additionalFields: options.additionalSpecFields,
  };
}
