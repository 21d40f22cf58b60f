import { durationMilliseconds } from '../duration-text';
import { atLeast } from '../versions/version';
import { checkStaticTargets, DISCOVERY, isOtherDiscovery } from './discovery-shapes';
import { checkHttpClient, HTTP_CLIENT } from './http-client-shape';
import { relabelConfigs } from './relabel-shape';
import {
  bool,
  count,
  duration,
  type Fields,
  fieldOf,
  list,
  map,
  number,
  oneOf,
  type Reader,
  type Shape,
  scalar,
  size,
  struct,
  text,
  type Values,
} from './shape';

/** Protocols, with the first version that has them where that is not known to all. */
const PROTOCOLS: { readonly [name: string]: string } = {
  PrometheusProto: '2.49.0',
  'PrometheusText0.0.4': '2.49.0',
  'OpenMetricsText0.0.1': '2.49.0',
  'OpenMetricsText1.0.0': '2.49.0',
  'PrometheusText1.0.0': '3.0.0',
  // Nobody has looked which version of 3 brought it, so it is claimed of none that it does not.
  'OpenMetricsText2.0.0': '3.0.0',
};

const protocol = scalar(({ text: name }, { version }) =>
  Object.hasOwn(PROTOCOLS, name) && atLeast(version, PROTOCOLS[name]) ? undefined : 'is no protocol',
);

/** Nothing stands for none. */
const fallbackProtocol: Shape = (node, path, reader) => {
  if (node.kind !== 'scalar' || node.text !== '') {
    protocol(node, path, reader);
  }
};

/** Source: prometheus v3.15 `config/config.go`, `validateAcceptScrapeProtocols`. */
const protocols: Shape = (node, path, reader) => {
  list(protocol)(node, path, reader);
  if (node.kind === 'list') {
    const names = node.items.map((one) => (one.kind === 'scalar' ? one.text.toLowerCase() : undefined));
    if (names.length === 0) {
      reader.report(path, 'is empty');
    }
    if (names.some((name, i) => name !== undefined && names.indexOf(name) < i)) {
      reader.report(path, 'has a protocol twice');
    }
  }
};

/** Fields of a job. Source: prometheus v3.15 `config/config.go`, `ScrapeConfig`; v2.53, v2.55, v3.0, v3.5, v3.8, v3.10 there. */
const FIELDS: Fields = {
  job_name: text,
  honor_labels: bool,
  honor_timestamps: bool,
  track_timestamps_staleness: bool,
  params: map(list(text)),
  scrape_interval: duration,
  scrape_timeout: duration,
  scrape_protocols: protocols,
  fallback_scrape_protocol: { shape: fallbackProtocol, since: '3.0.0' },
  scrape_native_histograms: { shape: bool, since: '3.8.0' },
  always_scrape_classic_histograms: { shape: bool, since: '3.0.0' },
  scrape_classic_histograms: { shape: bool, until: '3.0.0' },
  convert_classic_histograms_to_nhcb: { shape: bool, since: '3.0.0' },
  scrape_failure_log_file: { shape: text, since: '2.55.0' },
  metrics_path: text,
  scheme: text,
  enable_compression: bool,
  body_size_limit: size,
  sample_limit: count,
  target_limit: count,
  label_limit: count,
  label_name_length_limit: count,
  label_value_length_limit: count,
  native_histogram_bucket_limit: count,
  native_histogram_min_bucket_factor: number,
  keep_dropped_targets: count,
  metric_name_validation_scheme: { shape: oneOf(['', 'legacy', 'utf8'], 'scheme'), since: '2.55.0' },
  metric_name_escaping_scheme: {
    shape: oneOf(['', 'allow-utf-8', 'underscores', 'dots', 'values'], 'scheme'),
    since: '3.2.0',
  },
  extra_scrape_metrics: { shape: bool, since: '3.9.0' },
  metric_relabel_configs: relabelConfigs,
  relabel_configs: relabelConfigs,
  ...HTTP_CLIENT,
  ...DISCOVERY,
};

/** What a job takes over from the Prometheus. */
export interface JobDefaults {
  readonly scrapeInterval: string;
  /** Whether the Operator adds relabelings to it, which a job with shards gets. */
  readonly relabeled: boolean;
}

/**
 * A job of one's own. That it has a name, and one of its own, is looked at elsewhere.
 *
 * Source: prometheus v3.15 `config/config.go`, `ScrapeConfig.UnmarshalYAML` and `ScrapeConfig.Validate`.
 */
export function scrapeConfig({ scrapeInterval, relabeled }: JobDefaults): Shape {
  const shape = struct(
    FIELDS,
    (values, path, reader) => {
      checkHttpClient(values, path, reader);
      if (!relabeled) {
        checkStaticTargets(values, path, reader);
      }
      checkTiming(values, scrapeInterval, path, reader);
      if (values.text('metric_name_validation_scheme') === 'legacy') {
        if (values.text('metric_name_escaping_scheme') === 'allow-utf-8') {
          reader.report(
            fieldOf(path, 'metric_name_escaping_scheme'),
            'does not go with metric_name_validation_scheme: legacy',
          );
        }
      }
    },
    isOtherDiscovery,
  );
  return (node, path, reader) => shape(node, path, withScheme(node, reader));
}

/** A job may have names of its own, unless its Prometheus knows one kind only. */
function withScheme(node: Parameters<Shape>[0], reader: Reader): Reader {
  const entry =
    node.kind === 'map' ? node.entries.find(([name]) => name === 'metric_name_validation_scheme') : undefined;
  const scheme = entry?.[1].kind === 'scalar' ? entry[1].text : '';
  return (scheme === 'legacy' || scheme === 'utf8') && atLeast(reader.version, '3.0.0')
    ? {
        version: reader.version,
        dialect: { ...reader.dialect, nameValidation: scheme },
        report: (path, message) => reader.report(path, message),
      }
    : reader;
}

/** A minute is what Prometheus takes where 0 is set. */
function checkTiming(values: Values, inherited: string, path: string, reader: Reader): void {
  const [own, timeout] = ['scrape_interval', 'scrape_timeout'].map((name) =>
    durationMilliseconds(values.text(name) || '0'),
  );
  const interval = own || durationMilliseconds(inherited) || 60_000;
  if (own !== undefined && timeout !== undefined && timeout > interval) {
    reader.report(fieldOf(path, 'scrape_timeout'), 'is longer than the scrape interval');
  }
}
