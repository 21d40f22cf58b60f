import { atLeast, type Version } from '../versions/version';

/** Fields of an HTTP client. */
const CLIENT = [
  ...['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file', 'tls_config', 'follow_redirects'],
  ...['enable_http2', 'http_headers', 'proxy_url', 'no_proxy', 'proxy_from_environment', 'proxy_connect_header'],
];

/** Lists of ways to discover targets, without their ending `_sd_configs`. */
const DISCOVERIES = [
  ...['aws', 'azure', 'consul', 'digitalocean', 'dns', 'docker', 'dockerswarm', 'ec2', 'ecs', 'elasticache', 'eureka'],
  ...[
    'file',
    'gce',
    'hetzner',
    'http',
    'ionos',
    'kubernetes',
    'kuma',
    'lightsail',
    'linode',
    'marathon',
    'msk',
    'nerve',
  ],
  ...['nomad', 'oci', 'openstack', 'outscale', 'ovhcloud', 'puppetdb', 'rds', 'scaleway', 'serverset', 'stackit'],
  ...['triton', 'uyuni', 'vultr'],
].map((name) => `${name}_sd_configs`);

const SHARED = [...CLIENT, ...DISCOVERIES, 'static_configs', 'scheme', 'relabel_configs'];

/** The newest Prometheus whose fields are known here. */
const NEWEST = '3.16.0-0';

/** Fields of a job that came or went since Prometheus 2.50. */
const CHANGED: { readonly [field: string]: { readonly since?: string; readonly until?: string } } = {
  scrape_failure_log_file: { since: '2.55.0' },
  scrape_classic_histograms: { until: '3.0.0' },
  always_scrape_classic_histograms: { since: '3.0.0' },
  convert_classic_histograms_to_nhcb: { since: '3.0.0' },
  fallback_scrape_protocol: { since: '3.0.0' },
  metric_name_validation_scheme: { since: '3.0.0' },
  metric_name_escaping_scheme: { since: '3.4.0' },
  scrape_native_histograms: { since: '3.8.0' },
  extra_scrape_metrics: { since: '3.10.0' },
};

const OF_A_JOB = new Set([
  ...SHARED,
  ...['job_name', 'honor_labels', 'honor_timestamps', 'track_timestamps_staleness', 'params', 'scrape_interval'],
  ...['scrape_timeout', 'scrape_protocols', 'metrics_path', 'enable_compression', 'body_size_limit', 'sample_limit'],
  ...['target_limit', 'label_limit', 'label_name_length_limit', 'label_value_length_limit', 'keep_dropped_targets'],
  ...['native_histogram_bucket_limit', 'native_histogram_min_bucket_factor', 'metric_relabel_configs'],
  ...Object.keys(CHANGED),
]);

const OF_AN_ALERTMANAGER = new Set([
  ...SHARED,
  ...['sigv4', 'path_prefix', 'timeout', 'api_version', 'alert_relabel_configs'],
]);

const OF_A_RELABELING = new Set([
  ...['source_labels', 'separator', 'regex', 'modulus', 'target_label', 'replacement', 'action'],
]);

/** What people write who have the fields of a monitor in mind, and what they mean. */
const MEANT: { readonly [field: string]: string } = {
  interval: 'scrape_interval',
  timeout: 'scrape_timeout',
  scrapeInterval: 'scrape_interval',
  scrapeTimeout: 'scrape_timeout',
  path: 'metrics_path',
  relabelings: 'relabel_configs',
  relabelConfigs: 'relabel_configs',
  metricRelabelings: 'metric_relabel_configs',
  metricRelabelConfigs: 'metric_relabel_configs',
  targets: 'static_configs',
  name: 'job_name',
  jobName: 'job_name',
  sourceLabels: 'source_labels',
  targetLabel: 'target_label',
  sampleLimit: 'sample_limit',
};

/** What a map of the configuration of Prometheus describes. */
export type ConfigKind = 'job' | 'alertmanager' | 'relabeling';

const FIELDS: { readonly [kind in ConfigKind]: ReadonlySet<string> } = {
  job: OF_A_JOB,
  alertmanager: OF_AN_ALERTMANAGER,
  relabeling: OF_A_RELABELING,
};

/**
 * What is wrong with the fields of a map, as a part of a sentence; `undefined` where nothing is. It cites only names that
 * stand in this file, since the text may be that of a Secret.
 *
 * Source: prometheus v2.53 and v3.15 `config/config.go`, `ScrapeConfig` and `AlertmanagerConfig`; `model/relabel/relabel.go`,
 * `Config`; prometheus/common v0.71 `config/http_config.go`, `HTTPClientConfig`.
 */
export function whyUnknownField(map: object, kind: ConfigKind, version: Version | undefined): string | undefined {
  for (const field of Object.keys(map)) {
    const { since, until } = (kind === 'job' && Object.hasOwn(CHANGED, field) && CHANGED[field]) || {};
    if (version && since !== undefined && !atLeast(version, since)) {
      return `has ${field}, which needs Prometheus ${since}`;
    }
    if (version && until !== undefined && atLeast(version, until)) {
      return `has ${field}, which Prometheus ${until} took away`;
    }
    if (!FIELDS[kind].has(field) && !(version && atLeast(version, NEWEST))) {
      const meant = Object.hasOwn(MEANT, field) && FIELDS[kind].has(MEANT[field]) ? MEANT[field] : undefined;
      return meant === undefined
        ? 'has a field that Prometheus does not know'
        : `has ${field}, which Prometheus does not know; it is ${meant} there`;
    }
  }
  return undefined;
}
