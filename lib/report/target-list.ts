import type { ObjectReference } from './finding';

/** A kind with a namespace and a name. */
export interface NamedObject {
  /** Kind, such as `Deployment`. */
  readonly kind: string;
  /** Namespace. */
  readonly namespace: string;
  /** Name. */
  readonly name: string;
}

/** What one Prometheus scrapes at one address. Pods of one workload count as one target. */
export interface Target {
  /** `<namespace>/<name>` of the Prometheus or PrometheusAgent. */
  readonly prometheus: string;
  /** Name of the scrape job, such as `serviceMonitor/shop/web/0`. */
  readonly job: string;
  /** The ServiceMonitor, PodMonitor, Probe or ScrapeConfig. */
  readonly monitor: NamedObject;
  /** Index of the endpoint in the monitor; 0 for a Probe and a ScrapeConfig. */
  readonly endpoint: number;
  /** Namespace of what is scraped; of the Probe or ScrapeConfig for an address that it lists. */
  readonly namespace: string;
  /** Name of the Service; null for a PodMonitor, and for an address. */
  readonly service: string | null;
  /** The top owner of the pods (Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod …); null where it is not known. */
  readonly workload: NamedObject | null;
  /** Whether the pods behind the Service were not among the objects, so that they were assumed. */
  readonly assumed: boolean;
  /** Name of the container; null where it is not known. */
  readonly container: string | null;
  /** Number of the port; null where it is not known. */
  readonly port: number | null;
  /** `http` or `https`. */
  readonly scheme: string;
  /** Path of the URL, such as `/metrics`. */
  readonly path: string;
  /** Parameters of the URL. */
  readonly params: { readonly [name: string]: readonly string[] };
  /** Time between two scrapes, in the notation of Prometheus. */
  readonly interval: string;
  /** Time after which a scrape is given up, in the notation of Prometheus. */
  readonly timeout: string;
  /** Of how many shards exactly one scrapes it; 1 where there are no shards. */
  readonly shards: number;
  /** Labels that all of its samples get. Addresses and names that a cluster makes up are symbolic. */
  readonly labels: { readonly [name: string]: string };
  /**
   * What is called: an address that a ScrapeConfig lists, the prober of a Probe, a host name of a Service or an Ingress.
   *
   * @default - only the cluster knows it: it is that of a pod
   */
  readonly address?: string;
}

/** Something of which nobody can tell from these objects whether it becomes a target. */
export interface UnknownTarget {
  /** The monitor or other object. */
  readonly object: ObjectReference;
  /** The link of the chain that is not known, `L1` to `L10`. */
  readonly link: string;
  /** Why, and which objects would tell. */
  readonly reason: string;
}

/** All targets that will exist. */
export interface TargetList {
  /** Version of this format. */
  readonly version: number;
  /** Sorted by Prometheus, job, namespace, Service, workload, container and port. */
  readonly targets: Target[];
  /** What is not known; sorted. */
  readonly unknown: UnknownTarget[];
}
