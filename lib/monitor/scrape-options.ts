import type { Duration } from 'cdk8s';
import type { Scheme } from '../../imports/monitoring.coreos.com/v1/enums';
import type { Relabeling } from './relabeling';
import type { ScrapeAuth } from './scrape-auth';
import type { ScrapeTls } from './scrape-tls';

/**
 * How one endpoint is scraped; the same for ServiceMonitors and PodMonitors.
 */
export interface ScrapeOptions {
  /**
   * HTTP path that serves the metrics.
   *
   * @default - left to Prometheus (`/metrics`)
   */
  readonly path?: string;

  /**
   * HTTP or HTTPS.
   *
   * @default - HTTPS if `tls` is given, else left to Prometheus (HTTP)
   */
  readonly scheme?: Scheme;

  /**
   * Time between two scrapes.
   *
   * @default - left to the Prometheus object (`scrapeInterval`, 30s unless changed)
   */
  readonly interval?: Duration;

  /**
   * Time after which a scrape counts as failed; not longer than the interval, or the Operator rejects the monitor.
   *
   * @default - left to the Prometheus object (`scrapeTimeout`, 10s unless changed)
   */
  readonly scrapeTimeout?: Duration;

  /**
   * Parameters of the URL.
   *
   * @default - none
   */
  readonly params?: { [name: string]: string[] };

  /**
   * How Prometheus proves who it is.
   *
   * @default - no authentication
   */
  readonly auth?: ScrapeAuth;

  /**
   * Certificates and the like for HTTPS.
   *
   * @default - no TLS settings
   */
  readonly tls?: ScrapeTls;

  /**
   * Rules for targets, before the scrape, in this order.
   *
   * @default - only what the Operator adds
   */
  readonly relabelings?: Relabeling[];

  /**
   * Rules for samples, after the scrape, in this order.
   *
   * @default - every sample is kept as it is
   */
  readonly metricRelabelings?: Relabeling[];

  /**
   * Lets labels of the metrics win over those of the target.
   *
   * @default false
   */
  readonly honorLabels?: boolean;

  /**
   * Takes timestamps that the target exposes.
   *
   * @default - left to Prometheus (true)
   */
  readonly honorTimestamps?: boolean;

  /**
   * Marks metrics with timestamps of their own as stale when they vanish (Prometheus 2.48 and later).
   *
   * @default false
   */
  readonly trackTimestampsStaleness?: boolean;

  /**
   * Follows HTTP redirects.
   *
   * @default - left to Prometheus (true)
   */
  readonly followRedirects?: boolean;

  /**
   * Speaks HTTP/2 where the target does.
   *
   * @default - left to Prometheus (true)
   */
  readonly enableHttp2?: boolean;

  /**
   * Drops pods that have ended.
   *
   * @default - left to the Operator (true)
   */
  readonly filterRunning?: boolean;

  /**
   * URL of a proxy to scrape through.
   *
   * @default - none
   */
  readonly proxyUrl?: string;

  /**
   * Fields of the endpoint that have no prop here, spelled as the API spells them.
   *
   * @default - none
   */
  readonly additionalFields?: { [key: string]: any };
}
