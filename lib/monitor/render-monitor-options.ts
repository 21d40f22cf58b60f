import { definedOnly } from '../private/defined-only';
import { whyNoLabelKey } from '../private/kubernetes-names';
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
  const limits: [name: string, limit: number | undefined][] = [
    ...LIMITS.map((name): [string, number | undefined] => [name, options[name]]),
    ['nativeHistograms.bucketLimit', options.nativeHistograms?.bucketLimit],
  ];
  for (const [name, limit] of limits) {
    if (limit !== undefined && (!Number.isInteger(limit) || limit < 0)) {
      problems.add(
        `${field}${name}`,
        `${limit} is not a whole number of at least 0, and the API server refuses it.`,
        `${name.split('.').pop()}: a whole number, or leave it out for no limit.`,
      );
    }
  }
  const factor = options.nativeHistograms?.minBucketFactor;
  if (factor !== undefined && !(Number.isFinite(factor) && factor >= 0)) {
    problems.add(
      `${field}nativeHistograms.minBucketFactor`,
      `${factor} is no growth factor, and the API server refuses it.`,
      'minBucketFactor: 1.1, for example.',
    );
  }
  for (const [name, labels] of [
    ['jobLabel', options.jobLabel === undefined ? [] : [options.jobLabel]],
    ['podTargetLabels', options.podTargetLabels ?? []],
  ] as const) {
    for (const label of labels) {
      const why = whyNoLabelKey(label);
      if (why) {
        problems.add(`${field}${name}`, `"${label}" ${why}, so no object can carry it.`, 'name a label, not a value.');
      }
    }
  }
  if (options.bodySizeLimit !== undefined && typeof options.bodySizeLimit.toKibibytes !== 'function') {
    problems.add(`${field}bodySizeLimit`, `${JSON.stringify(options.bodySizeLimit)} is no Size.`, 'Size.mebibytes(10)');
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
  return definedOnly({
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
  });
}
