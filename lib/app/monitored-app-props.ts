import type { ApiObjectMetadata } from 'cdk8s';
import type { ContainerOpts, ServiceType } from 'cdk8s-plus-27';
import type { MonitorOptions } from '../monitor/monitor-options';
import type { ScrapeOptions } from '../monitor/scrape-options';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { AppNetworkPolicyOptions } from './app-network-policy';
import type { AppWorkload } from './app-workload';

/** Which object tells Prometheus about an app. */
export enum MonitorKind {
  /** Finds the pods through their Service. */
  SERVICE_MONITOR = 'ServiceMonitor',
  /** Finds the pods themselves. */
  POD_MONITOR = 'PodMonitor',
}

/** Where an app serves its metrics, and how they are scraped. */
export interface AppMetricsOptions extends ScrapeOptions, MonitorOptions {
  /**
   * Number of the port that serves metrics.
   *
   * @default - the port of the app
   */
  readonly port?: number;

  /**
   * Name of that port, on the container, on the Service and in the monitor. Only for a port of its own; where app and
   * metrics share a port, `portName` of the app names it.
   *
   * @default "metrics"
   */
  readonly portName?: string;

  /**
   * Labels of the Service that are copied onto the metrics. Not for a PodMonitor.
   *
   * @default - none
   */
  readonly targetLabels?: string[];

  /**
   * Which object tells Prometheus about the app.
   *
   * @default - a ServiceMonitor; a PodMonitor if the app has no Service
   */
  readonly monitor?: MonitorKind;

  /**
   * Namespace of the monitor, for a Prometheus that reads monitors in certain namespaces only. The monitor is then told
   * where the app is.
   *
   * @default - the namespace of the app
   */
  readonly monitorNamespace?: string;
}

/** The Service of an app. */
export interface AppServiceOptions {
  /**
   * Whether there is one. Without a Service, the app is monitored by a PodMonitor.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Number at which the Service publishes the app; the container keeps listening at `port` of the app.
   *
   * @default - the port of the app
   */
  readonly port?: number;

  /**
   * How the Service is published.
   *
   * @default ServiceType.CLUSTER_IP
   */
  readonly type?: ServiceType;

  /**
   * No cluster IP; the name resolves to the pods.
   *
   * @default - true for a StatefulSet that this Service governs, else false
   */
  readonly headless?: boolean;

  /**
   * Further labels and annotations of the Service.
   *
   * @default - none
   */
  readonly metadata?: ApiObjectMetadata;
}

/** Properties for `MonitoredApp`. */
export interface MonitoredAppProps {
  /** Container image. */
  readonly image: string;

  /** Number of the port at which the container listens. */
  readonly port: number;

  /**
   * Who is to scrape the app. It makes sure that this instance selects the monitor.
   *
   * @default - nobody in particular; call `select` of an `IPrometheus` with `monitor` later
   */
  readonly prometheus?: IPrometheus;

  /**
   * Name of all objects, and value of `app.kubernetes.io/name`.
   *
   * @default - the construct id
   */
  readonly name?: string;

  /**
   * Value of `app.kubernetes.io/instance`, which tells two installations of one app apart. In one namespace, they
   * need a `name` each as well, since all objects are named by it. Part of the immutable pod selector: a change replaces
   * the workload.
   *
   * @default - the name
   */
  readonly instance?: string;

  /**
   * Namespace of all objects.
   *
   * @default - that of the chart
   */
  readonly namespace?: string;

  /**
   * Value of `app.kubernetes.io/version`.
   *
   * @default - no such label
   */
  readonly version?: string;

  /**
   * Value of `app.kubernetes.io/component`.
   *
   * @default - no such label
   */
  readonly component?: string;

  /**
   * Value of `app.kubernetes.io/part-of`.
   *
   * @default - no such label
   */
  readonly partOf?: string;

  /**
   * Further labels of all objects and of the pods.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Name of the app's port, on the container and on the Service.
   *
   * @default "http"
   */
  readonly portName?: string;

  /**
   * Metrics: another port or path, how often, with which labels.
   *
   * @default - `/metrics` on the port of the app
   */
  readonly metrics?: AppMetricsOptions;

  /**
   * What runs the pods.
   *
   * @default AppWorkload.deployment()
   */
  readonly workload?: AppWorkload;

  /**
   * Number of pods. Not for a DaemonSet.
   *
   * @default - left to cdk8s-plus (2 for a Deployment, 1 for a StatefulSet)
   */
  readonly replicas?: number;

  /**
   * Everything else about the container: environment, resources, probes, mounts, commands, further ports. Its
   * `portNumber` and `port` are those of the app and cannot be set here.
   *
   * @default - the defaults of cdk8s-plus, among them requests of 1 CPU and 512Mi, and a TCP startup probe on the port
   */
  readonly container?: ContainerOpts;

  /**
   * Keeps the security defaults of cdk8s-plus: the container must not run as root and cannot write to its file system.
   * False lifts both; `container.securityContext` sets each one by itself.
   *
   * @default true
   */
  readonly securityDefaults?: boolean;

  /**
   * The Service.
   *
   * @default - a ClusterIP Service with the port of the app and, if it is another, the metrics port
   */
  readonly service?: AppServiceOptions;

  /**
   * Adds a NetworkPolicy that admits the Prometheus to the metrics port.
   *
   * @default - no NetworkPolicy
   */
  readonly networkPolicy?: AppNetworkPolicyOptions;

  /**
   * Adds the Role and the RoleBinding by which the Prometheus may discover targets in the app's namespace, for an
   * instance that may not list the whole cluster.
   *
   * @default false
   */
  readonly discoveryRole?: boolean;
}
