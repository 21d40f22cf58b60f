/** What a test knows of a target; what is left out may be anything. */
export interface ExpectedTarget {
  /**
   * `<namespace>/<name>` of the Prometheus or PrometheusAgent.
   *
   * @default - any
   */
  readonly prometheus?: string;
  /**
   * Name of the scrape job, such as `serviceMonitor/shop/web/0`.
   *
   * @default - any
   */
  readonly job?: string;
  /**
   * Namespace of what is scraped.
   *
   * @default - any
   */
  readonly namespace?: string;
  /**
   * Name of the Service.
   *
   * @default - any, or none
   */
  readonly service?: string;
  /**
   * The top owner of the pods, such as `Deployment web`, or its name alone.
   *
   * @default - any, or not known
   */
  readonly workload?: string;
  /**
   * Name of the container.
   *
   * @default - any, or not known
   */
  readonly container?: string;
  /**
   * Number of the port.
   *
   * @default - any, or not known
   */
  readonly port?: number;
  /**
   * `http` or `https`.
   *
   * @default - any
   */
  readonly scheme?: string;
  /**
   * Path of the URL, such as `/metrics`.
   *
   * @default - any
   */
  readonly path?: string;
  /**
   * Time between two scrapes, in the notation of Prometheus, such as `30s`.
   *
   * @default - any
   */
  readonly interval?: string;
  /**
   * Labels that its samples have, with their values; it may have more.
   *
   * @default - any
   */
  readonly labels?: { [name: string]: string };
}
