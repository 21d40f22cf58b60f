import type { SourcedObject } from '../kube-object';
import type { Instance } from '../operator/instance';
import type { RelabelRule } from '../relabel/relabel-rule';

/** Kubernetes service discovery of one job. */
export interface JobDiscovery {
  readonly role: 'endpoints' | 'endpointslice' | 'pod';
  /** Namespaces that are searched; `undefined` means all. */
  readonly namespaces: readonly string[] | undefined;
  /** Label selector that is sent to the API server with `selectorMechanism: RoleSelector`, as a Kubernetes selector. */
  readonly roleSelector?: any;
  readonly attachNodeMetadata: boolean;
  /** Field selector that is sent to the API server for pods: each agent of a DaemonSet sees those of its own node. */
  readonly podFieldSelector?: string;
}

/**
 * One scrape job as the Operator generates it for one endpoint of a monitor.
 *
 * Jobs of several instances that ask the same share one `discovery` and one `relabelRules`, so that work on them need
 * not be repeated.
 */
export interface ScrapeJob {
  /** `serviceMonitor/<ns>/<name>/<index>` or `podMonitor/…`. */
  readonly name: string;
  /** `<ns>/<name>` of the Prometheus. */
  readonly prometheus: string;
  readonly instance: Instance;
  readonly monitor: SourcedObject;
  readonly endpoint: number;
  readonly discovery: JobDiscovery;
  readonly relabelRules: readonly RelabelRule[];
  readonly scheme: string;
  readonly metricsPath: string;
  readonly params: { readonly [name: string]: readonly string[] };
  readonly scrapeInterval: string;
  readonly scrapeTimeout: string;
  readonly honorLabels: boolean;
  /** The same for jobs that differ in nothing but the instance. */
  readonly plan: object;
}
