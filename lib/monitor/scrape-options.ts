import type { Scheme } from '../../imports/monitoring.coreos.com/v1/enums';
import type { ScrapeRequestOptions } from './scrape-request-options';

/**
 * How one endpoint is scraped; the same for ServiceMonitors and PodMonitors.
 */
export interface ScrapeOptions extends ScrapeRequestOptions {
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
   * Parameters of the URL.
   *
   * @default - none
   */
  readonly params?: { [name: string]: string[] };

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
   * Drops pods that have ended.
   *
   * @default - left to the Operator (true)
   */
  readonly filterRunning?: boolean;

  /**
   * Fields of the endpoint that have no prop here, spelled as the API spells them.
   *
   * @default - none
   */
  readonly additionalFields?: { [key: string]: any };
}
