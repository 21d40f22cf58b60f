import type { SourcedObject } from '../kube-object';
import type { RelabelRule } from '../relabel/relabel-rule';

/** Kubernetes service discovery of one job. */
export interface JobDiscovery {
  readonly role: 'endpoints' | 'endpointslice' | 'pod';
  /** Namespaces that are searched; `undefined` means all. */
  readonly namespaces: readonly string[] | undefined;
  /** Label selector that is sent to the API server with `selectorMechanism: RoleSelector`, as a Kubernetes selector. */
  readonly roleSelector?: any;
  readonly attachNodeMetadata: boolean;
}

/** One scrape job as the Operator generates it for one endpoint of a monitor. */
export interface ScrapeJob {
  /** `serviceMonitor/<ns>/<name>/<index>` or `podMonitor/…`. */
  readonly name: string;
  /** `<ns>/<name>` of the Prometheus. */
  readonly prometheus: string;
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
}
