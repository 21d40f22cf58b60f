import type { SourcedObject } from '../kube-object';
import type { Instance } from '../operator/instance';
import { atLeast } from '../versions/version';

/** Fields of monitors and of a Prometheus, with the first version for which the Operator hands each of them on. */
const FIELDS = [
  ['scrapeNativeHistograms', '3.8.0', '3.8.0'],
  ['scrapeClassicHistograms', '3.0.0', '3.5.0'],
  ['convertClassicHistogramsToNHCB', '3.0.0', '3.4.0'],
] as const;

/** How a job deals with histograms, of which Prometheus tells its targets. */
export type HistogramSettings = { readonly [field in (typeof FIELDS)[number][0]]: boolean };

/**
 * What a monitor says of histograms, else its Prometheus.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addNativeHistogramConfig` and `buildGlobalConfig`;
 * prometheus v3.15 `config/config.go`, `ScrapeConfig.Validate`.
 */
export function histogramSettings({ object }: SourcedObject, { object: own, settings }: Instance): HistogramSettings {
  const { version } = settings;
  const values = FIELDS.map(([field, since, sinceOwn]) => {
    const ofMonitor = version && atLeast(version, since) ? object.spec?.[field] : undefined;
    const ofInstance = version && atLeast(version, sinceOwn) ? own.object.spec?.[field] : undefined;
    return [field, (ofMonitor ?? ofInstance) === true];
  });
  return Object.fromEntries(values);
}

/** What of an instance decides about it. */
export function ownHistogramFields({ object: { object } }: Instance): string {
  return FIELDS.map(([field]) => String(object.spec?.[field] ?? '')).join();
}
