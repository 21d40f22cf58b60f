import type { NamedObject } from '../report/target-list';

/** What one Prometheus scrapes at one address. Pods of one workload count as one target. */
export interface Target {
  /** `<namespace>/<name>` of the Prometheus or PrometheusAgent. */
  readonly prometheus: string;
  /** Name of the scrape job, such as `serviceMonitor/shop/web/0`. */
  readonly job: string;
  /** The ServiceMonitor or PodMonitor. */
  readonly monitor: NamedObject;
  /** Index of the endpoint in the monitor. */
  readonly endpoint: number;
  /** Namespace of what is scraped. */
  readonly namespace: string;
  /**
   * Name of the Service.
   *
   * @default - none, the target is that of a PodMonitor
   */
  readonly service?: string;
  /**
   * The top owner of the pods: Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod.
   *
   * @default - not known
   */
  readonly workload?: NamedObject;
  /** Whether the pods behind the Service are not in the app, so that they were assumed. */
  readonly assumed: boolean;
  /**
   * Name of the container.
   *
   * @default - not known
   */
  readonly container?: string;
  /**
   * Number of the port.
   *
   * @default - not known
   */
  readonly port?: number;
  /** `http` or `https`. */
  readonly scheme: string;
  /** Path of the URL, such as `/metrics`. */
  readonly path: string;
  /** Parameters of the URL. */
  readonly params: { [name: string]: string[] };
  /** Time between two scrapes, in the notation of Prometheus, such as `30s`. */
  readonly interval: string;
  /** Time after which a scrape is given up, in the notation of Prometheus. */
  readonly timeout: string;
  /** Of how many shards exactly one scrapes it; 1 where there are no shards. */
  readonly shards: number;
  /** Labels that all of its samples get. Addresses and names that a cluster makes up are symbolic. */
  readonly labels: { [name: string]: string };
}
