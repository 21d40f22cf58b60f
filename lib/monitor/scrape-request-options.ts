import type { Duration } from 'cdk8s';
import type { Relabeling } from './relabeling';
import type { ScrapeAuth } from './scrape-auth';
import type { ScrapeTls } from './scrape-tls';

/**
 * When and how Prometheus asks; the same for ServiceMonitors, PodMonitors, Probes and ScrapeConfigs.
 */
export interface ScrapeRequestOptions {
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
   * Speaks HTTP/2 where the target does.
   *
   * @default - left to Prometheus (true)
   */
  readonly enableHttp2?: boolean;

  /**
   * URL of a proxy to scrape through.
   *
   * @default - none
   */
  readonly proxyUrl?: string;
}
