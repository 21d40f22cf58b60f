import type { Duration } from 'cdk8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { boundList, boundMap } from '../bound-kind';
import { COUNT, DURATION, FLAG, TEXTS, URL_PATH, WEB_URL } from '../value-kind';
import { at, below, group, type ValueTable } from '../value-table';

/**
 * Limits of queries.
 */
export interface StackQuery {
  /**
   * Queries that run at a time.
   *
   * @default - 20, set by Prometheus
   */
  readonly maxConcurrency?: number;

  /**
   * Samples that a query may load.
   *
   * @default - 50 million, set by Prometheus
   */
  readonly maxSamples?: number;

  /**
   * Time that a query may take.
   *
   * @default - 2 minutes, set by Prometheus
   */
  readonly timeout?: Duration;

  /**
   * How old the sample may be that an instant query takes.
   *
   * @default - 5 minutes, set by Prometheus
   */
  readonly lookbackDelta?: Duration;
}

/**
 * The web server of Prometheus, its queries and features.
 */
export interface StackPrometheusServer {
  /**
   * Address under which people reach Prometheus; links in alerts begin with it. Set it with a route: the chart would
   * write http.
   *
   * @default - made of the first host of the Ingress or route, or the name of the Service
   */
  readonly externalUrl?: string;

  /**
   * Path below which Prometheus answers.
   *
   * @default "/"
   */
  readonly routePrefix?: string;

  /**
   * Limits of queries.
   *
   * @default - as Prometheus sets them
   */
  readonly query?: StackQuery;

  /**
   * Title, connections and TLS of the web server.
   *
   * @default - none
   */
  readonly web?: v1.PrometheusWebSpec;

  /**
   * Whether series can be deleted and snapshots taken over HTTP (`enableAdminAPI`).
   *
   * @default false
   */
  readonly enableAdminApi?: boolean;

  /**
   * Feature flags.
   *
   * @default - none
   */
  readonly enableFeatures?: string[];

  /**
   * More arguments of Prometheus, without the hyphens before the name. None that the Operator passes itself.
   *
   * @default - none
   */
  readonly additionalArgs?: v1.Argument[];
}

/** Values below `query`. */
const QUERY: ValueTable<StackQuery> = {
  maxConcurrency: at('maxConcurrency', COUNT),
  maxSamples: at('maxSamples', COUNT),
  timeout: at('timeout', DURATION),
  lookbackDelta: at('lookbackDelta', DURATION),
};

/** Values below `prometheus.prometheusSpec` on the server. */
export const PROMETHEUS_SERVER: ValueTable<StackPrometheusServer> = below('prometheusSpec', {
  externalUrl: at('externalUrl', WEB_URL),
  routePrefix: at('routePrefix', URL_PATH),
  query: group('query', QUERY),
  web: at('web', boundMap('web')),
  enableAdminApi: at('enableAdminAPI', FLAG),
  enableFeatures: at('enableFeatures', TEXTS),
  additionalArgs: at('additionalArgs', boundList('additionalArgs')),
});
