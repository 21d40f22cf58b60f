/** A field that the Operator leaves out of the configuration of an older Prometheus, with a warning in its log alone. */
export interface PrometheusGate {
  /** Where the field is: in the monitor's spec, in each of its endpoints, or in what the endpoint holds. */
  readonly at: 'spec' | 'endpoint';
  /** Path below `at`. */
  readonly path: readonly string[];
  /** First Prometheus that gets the field. */
  readonly since: string;
  /** Where given, only this element of the list is left out. */
  readonly element?: string;
  /** Where given, only monitors of this kind. */
  readonly kind?: 'ServiceMonitor' | 'PodMonitor' | 'Probe' | 'ScrapeConfig';
  /** Where the loss is felt: what Prometheus then does. */
  readonly consequence?: string;
}

/** Prometheus for which the Operator takes a ScrapeConfig. Source: prometheus-operator v0.93 `validateOVHCloudSDConfigs`. */
export const SCRAPE_CONFIG_SINCE = '2.40.0';

/** Gates of other places, which the simulator asks for by name. */
export const PROMETHEUS_FEATURES = {
  roleSelector: '2.17.0',
  authorization: '2.26.0',
  endpointSlice: '2.21.0',
  caseActions: '2.36.0',
  equalActions: '2.41.0',
  globalLimits: '2.45.0',
  utf8Names: '3.0.0',
} as const;

/**
 * Every field of a monitor that depends on the version of Prometheus. `authorization` is not among
 * them: on it the Operator does not leave anything out but breaks down.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, the calls of `WithMinimumVersion`.
 */
export const PROMETHEUS_GATES: readonly PrometheusGate[] = [
  { at: 'endpoint', path: ['honorTimestamps'], since: '2.9.0' },
  { at: 'endpoint', path: ['trackTimestampsStaleness'], since: '2.48.0' },
  { at: 'endpoint', path: ['followRedirects'], since: '2.26.0' },
  { at: 'endpoint', path: ['enableHttp2'], since: '2.35.0' },
  {
    at: 'endpoint',
    path: ['oauth2'],
    since: '2.27.0',
    consequence: 'Prometheus scrapes without credentials, which a guarded endpoint answers with 401.',
  },
  { at: 'endpoint', path: ['oauth2', 'tlsConfig'], since: '2.43.0' },
  ...['proxyUrl', 'noProxy', 'proxyFromEnvironment', 'proxyConnectHeader'].map(
    (field): PrometheusGate => ({ at: 'endpoint', path: ['oauth2', field], since: '2.43.0' }),
  ),
  ...['noProxy', 'proxyFromEnvironment', 'proxyConnectHeader'].map(
    (field): PrometheusGate => ({ at: 'endpoint', path: [field], since: '2.43.0' }),
  ),
  { at: 'endpoint', path: ['tlsConfig', 'minVersion'], since: '2.35.0' },
  { at: 'endpoint', path: ['tlsConfig', 'maxVersion'], since: '2.41.0' },
  { at: 'spec', path: ['attachMetadata'], since: '2.37.0', kind: 'ServiceMonitor' },
  { at: 'spec', path: ['attachMetadata'], since: '2.35.0', kind: 'PodMonitor' },
  { at: 'spec', path: ['enableCompression'], since: '2.49.0', kind: 'ScrapeConfig' },
  { at: 'spec', path: ['nameValidationScheme'], since: '3.0.0', kind: 'ScrapeConfig' },
  { at: 'spec', path: ['nameEscapingScheme'], since: '3.4.0', kind: 'ScrapeConfig' },
  { at: 'spec', path: ['targetLimit'], since: '2.21.0' },
  { at: 'spec', path: ['labelLimit'], since: '2.27.0' },
  { at: 'spec', path: ['labelNameLengthLimit'], since: '2.27.0' },
  { at: 'spec', path: ['labelValueLengthLimit'], since: '2.27.0' },
  { at: 'spec', path: ['keepDroppedTargets'], since: '2.47.0' },
  { at: 'spec', path: ['bodySizeLimit'], since: '2.28.0' },
  { at: 'spec', path: ['scrapeProtocols'], since: '2.49.0' },
  { at: 'spec', path: ['scrapeProtocols'], since: '3.0.0-rc.0', element: 'PrometheusText1.0.0' },
  { at: 'spec', path: ['fallbackScrapeProtocol'], since: '3.0.0' },
  { at: 'spec', path: ['scrapeNativeHistograms'], since: '3.8.0' },
  { at: 'spec', path: ['scrapeClassicHistograms'], since: '2.45.0' },
  { at: 'spec', path: ['nativeHistogramBucketLimit'], since: '2.45.0' },
  { at: 'spec', path: ['nativeHistogramMinBucketFactor'], since: '2.50.0' },
  { at: 'spec', path: ['convertClassicHistogramsToNHCB'], since: '3.0.0' },
];
