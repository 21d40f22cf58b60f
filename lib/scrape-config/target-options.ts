import type { Duration } from 'cdk8s';
import type { DnsRecordType } from '../../imports/monitoring.coreos.com/v1alpha1/enums';
import type { ScrapeAuth } from '../monitor/scrape-auth';
import type { ScrapeTls } from '../monitor/scrape-tls';
import type { KubernetesRole } from './kubernetes-role';

/** Options for `ScrapeTargets.addresses`. */
export interface ScrapeAddressesOptions {
  /**
   * Labels for the metrics of these targets.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };
}

/** How Prometheus asks a server for targets. */
export interface DiscoveryRequestOptions {
  /**
   * How Prometheus proves to that server who it is. It has nothing to do with the targets.
   *
   * @default - no authentication
   */
  readonly auth?: ScrapeAuth;

  /**
   * Certificates and the like for that server.
   *
   * @default - no TLS settings
   */
  readonly tls?: ScrapeTls;

  /**
   * Follows HTTP redirects.
   *
   * @default - left to Prometheus (true)
   */
  readonly followRedirects?: boolean;

  /**
   * Speaks HTTP/2 where the server does.
   *
   * @default - left to Prometheus (true)
   */
  readonly enableHttp2?: boolean;

  /**
   * URL of a proxy to ask through.
   *
   * @default - none
   */
  readonly proxyUrl?: string;
}

/** Options for `ScrapeTargets.http`. */
export interface HttpDiscoveryOptions extends DiscoveryRequestOptions {
  /**
   * Time between two questions.
   *
   * @default - left to Prometheus (1m)
   */
  readonly refreshInterval?: Duration;
}

/** Options for `ScrapeTargets.dns`. */
export interface DnsDiscoveryOptions {
  /** Names to ask for. */
  readonly names: string[];

  /**
   * Type of record. NS needs Prometheus 2.49 or later.
   *
   * @default - left to Prometheus (SRV)
   */
  readonly type?: DnsRecordType;

  /**
   * Port of the targets. Must be given for every type but SRV, whose records hold it.
   *
   * @default - that of the SRV record
   */
  readonly port?: number;

  /**
   * Time between two questions.
   *
   * @default - left to Prometheus (30s)
   */
  readonly refreshInterval?: Duration;
}

/** Options for `ScrapeTargets.files`. */
export interface FileDiscoveryOptions {
  /**
   * Time after which the files are read again even without a change.
   *
   * @default - left to Prometheus (5m)
   */
  readonly refreshInterval?: Duration;
}

/** Narrows what Prometheus asks the API server for. */
export interface KubernetesDiscoverySelector {
  /**
   * Kind of object that is narrowed. Endpoints and EndpointSlices are found with their pods and Services, so these can be
   * narrowed there too.
   *
   * @default - the role of the discovery itself
   */
  readonly role?: KubernetesRole;

  /**
   * Label selector as kubectl writes it, for example `app=web,tier!=test`.
   *
   * @default - none
   */
  readonly label?: string;

  /**
   * Field selector as kubectl writes it, for example `spec.nodeName=node-1`.
   *
   * @default - none
   */
  readonly field?: string;
}

/** Options for `ScrapeTargets.kubernetes`. */
export interface KubernetesDiscoveryOptions extends DiscoveryRequestOptions {
  /**
   * Namespaces to look in.
   *
   * @default - all
   */
  readonly namespaces?: string[];

  /**
   * Looks in the namespace of the Prometheus, in addition to `namespaces`.
   *
   * @default false
   */
  readonly ownNamespace?: boolean;

  /**
   * Narrows what is found, at most once for each kind of object.
   *
   * @default - everything
   */
  readonly selectors?: KubernetesDiscoverySelector[];

  /**
   * Makes labels of the node known to the relabelings (`__meta_kubernetes_node_…`). Prometheus then needs to list nodes.
   *
   * @default false
   */
  readonly attachNodeMetadata?: boolean;

  /**
   * URL of another API server. Must be given for `auth`, `tls` and the like to be allowed: Prometheus refuses its whole
   * configuration where they stand without it.
   *
   * @default - that of the cluster in which Prometheus runs
   */
  readonly apiServer?: string;
}
