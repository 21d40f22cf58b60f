import type { Duration } from 'cdk8s';
import { Scheme } from '../../imports/monitoring.coreos.com/v1/enums';
import { definedOnly } from '../private/defined-only';
import type { Problems } from '../private/problems';
import { toPrometheusDuration } from '../private/prometheus-duration';
import type { ScrapeOptions } from './scrape-options';
import type { ScrapeTls } from './scrape-tls';
import type { SecretKey } from './secret-key';

/** What is known around an endpoint when its options are checked. */
export interface ScrapeContext {
  /** Namespace of the monitor; Secrets are read there. */
  readonly namespace?: string;
  /** Interval of the Prometheus object, which counts where the endpoint sets none. */
  readonly defaultInterval?: Duration;
}

/**
 * Adds to `problems` whatever would make the Operator reject the monitor.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateScrapeIntervalAndTimeout`.
 *
 * @param field path of these options in the props, with a dot at the end unless empty
 */
export function checkScrapeOptions(
  options: ScrapeOptions,
  field: string,
  problems: Problems,
  context: ScrapeContext,
): void {
  if (checkShapes(options, field, problems)) {
    checkTiming(options, field, problems, context);
  }
  if (options.path !== undefined && !options.path.startsWith('/')) {
    problems.add(
      `${field}path`,
      `"${options.path}" does not begin with a slash, so the URL of the target would be broken.`,
      `path: '/${options.path}'`,
    );
  }
  if (options.tls) {
    checkTls(options.tls, `${field}tls`, problems);
    if (options.scheme === Scheme.HTTP) {
      problems.add(
        `${field}scheme`,
        'HTTP is given together with tls, which then has no effect.',
        'scheme: v1.Scheme.HTTPS, or leave out tls.',
      );
    }
  }
  for (const { key, from } of secretKeysOf(options)) {
    if (key.namespace !== undefined && context.namespace !== undefined && key.namespace !== context.namespace) {
      problems.add(
        `${field}${from}`,
        `Secret "${key.secretName}" is in namespace "${key.namespace}", but the Operator reads it in the monitor's namespace "${context.namespace}" and rejects the monitor when it is not there.`,
        `create the Secret in "${context.namespace}".`,
      );
    }
  }
}

/** What TypeScript would have refused; plain JavaScript comes here with it. */
function checkShapes(options: ScrapeOptions, field: string, problems: Problems): boolean {
  const wrong = (['interval', 'scrapeTimeout'] as const).filter(
    (name) => options[name] !== undefined && typeof options[name].toMilliseconds !== 'function',
  );
  for (const name of wrong) {
    problems.add(
      `${field}${name}`,
      `${JSON.stringify(options[name])} is no Duration.`,
      `${name}: Duration.seconds(30)`,
    );
  }
  for (const name of ['relabelings', 'metricRelabelings'] as const) {
    for (const [index, rule] of (options[name] ?? []).entries()) {
      if (typeof rule?.toManifest !== 'function') {
        problems.add(
          `${field}${name}[${index}]`,
          Array.isArray(rule) ? 'is a list of rules.' : 'is no Relabeling.',
          Array.isArray(rule) ? 'spread it: ...Relabeling.rename(from, to).' : 'use Relabeling.keep(…) and its kin.',
        );
      }
    }
  }
  return wrong.length === 0;
}

function checkTiming(options: ScrapeOptions, field: string, problems: Problems, context: ScrapeContext): void {
  for (const name of ['interval', 'scrapeTimeout'] as const) {
    const duration = options[name];
    if (duration !== undefined && duration.toMilliseconds({ integral: false }) <= 0) {
      problems.add(`${field}${name}`, 'is zero, so it would not take effect.', `leave out ${name}, or make it longer.`);
    } else if (duration !== undefined && !Number.isInteger(millis(duration))) {
      problems.add(
        `${field}${name}`,
        `is ${millis(duration)} milliseconds, finer than Prometheus counts.`,
        'use whole milliseconds.',
      );
      return;
    }
  }
  const interval = options.interval ?? context.defaultInterval;
  const { scrapeTimeout } = options;
  if (scrapeTimeout && interval && millis(scrapeTimeout) > millis(interval)) {
    const whose = options.interval ? 'interval' : "Prometheus' own scrapeInterval";
    problems.add(
      `${field}scrapeTimeout`,
      `${toPrometheusDuration(scrapeTimeout)} is longer than ${whose} ${toPrometheusDuration(interval)}, and the Operator rejects such a monitor as a whole.`,
      `make scrapeTimeout at most ${toPrometheusDuration(interval)}, or set a longer interval.`,
    );
  }
}

function checkTls(tls: ScrapeTls, field: string, problems: Problems): void {
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    problems.add(
      `${field}.${tls.cert ? 'cert' : 'key'}`,
      `stands without ${tls.cert ? 'key' : 'cert'}, and the Operator rejects a monitor with half a pair.`,
      `give both cert and key, or neither.`,
    );
  }
  const { minVersion, maxVersion } = tls;
  // The names of the versions sort as the versions do.
  if (minVersion && maxVersion && minVersion > maxVersion) {
    problems.add(
      `${field}.minVersion`,
      `${minVersion} is above maxVersion ${maxVersion}, and the Operator rejects such a monitor.`,
      `make minVersion at most ${maxVersion}.`,
    );
  }
}

/** The fields of an endpoint that these options set, without its port. */
export function renderScrapeOptions(options: ScrapeOptions): { [key: string]: any } {
  const { tls } = options;
  return definedOnly({
    path: options.path,
    scheme: options.scheme ?? (tls ? Scheme.HTTPS : undefined),
    interval: options.interval && toPrometheusDuration(options.interval),
    scrapeTimeout: options.scrapeTimeout && toPrometheusDuration(options.scrapeTimeout),
    params: options.params,
    ...options.auth?.toManifest(),
    tlsConfig: tls && {
      ca: tls.ca?.toManifest(),
      cert: tls.cert?.toManifest(),
      keySecret: tls.key?.toManifest(),
      serverName: tls.serverName,
      insecureSkipVerify: tls.insecureSkipVerify,
      minVersion: tls.minVersion,
      maxVersion: tls.maxVersion,
    },
    relabelings: options.relabelings?.map((r) => r.toManifest()),
    metricRelabelings: options.metricRelabelings?.map((r) => r.toManifest()),
    honorLabels: options.honorLabels,
    honorTimestamps: options.honorTimestamps,
    trackTimestampsStaleness: options.trackTimestampsStaleness,
    followRedirects: options.followRedirects,
    enableHttp2: options.enableHttp2,
    filterRunning: options.filterRunning,
    proxyUrl: options.proxyUrl,
    additionalFields: options.additionalFields,
  });
}

function secretKeysOf({ auth, tls }: ScrapeOptions): { readonly from: string; readonly key: SecretKey }[] {
  if (!auth && !tls) {
    return [];
  }
  const keys: [from: string, keys: SecretKey[] | undefined][] = [
    ['auth', auth?.secretKeys],
    ['tls.ca', tls?.ca?.secretKeys],
    ['tls.cert', tls?.cert?.secretKeys],
    ['tls.key', tls?.key && [tls.key]],
  ];
  return keys.flatMap(([from, found = []]) => found.map((key) => ({ from, key })));
}

function millis(duration: Duration): number {
  return duration.toMilliseconds({ integral: false });
}
