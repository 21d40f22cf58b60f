import type { Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import { IMAGE, type StackImage } from '../image';
import { MONITOR_OPTIONS, type StackMonitorOptions } from '../service-monitor';
import { COUNT, DURATION, FLAG, MAPS, RESOURCES, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * The Secret that holds Grafana's administrator, the chart's values below `grafana.admin`.
 */
export interface StackGrafanaAdmin {
  /** Name of a Secret in Grafana's namespace. */
  readonly existingSecret: string;

  /**
   * Its key with the user name.
   *
   * @default "admin-user"
   */
  readonly userKey?: string;

  /**
   * Its key with the password. It only seeds the database: a later change of the Secret changes nothing.
   *
   * @default "admin-password"
   */
  readonly passwordKey?: string;
}

/**
 * The Secret with user and password of the mail server. Mails need `grafanaIni.smtp.enabled` and `grafanaIni.smtp.host` too.
 */
export interface StackGrafanaSmtp {
  /** Name of a Secret in Grafana's namespace. */
  readonly existingSecret: string;

  /**
   * Its key with the user name.
   *
   * @default "user"
   */
  readonly userKey?: string;

  /**
   * Its key with the password.
   *
   * @default "password"
   */
  readonly passwordKey?: string;
}

/**
 * Users from LDAP. Needs `enabled` and `config_file: /etc/grafana/ldap.toml` in the section `auth.ldap` of `grafanaIni` too.
 */
export interface StackGrafanaLdap {
  /**
   * Whether the configuration is mounted.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Name of a Secret in Grafana's namespace with the configuration, in its key `ldap-toml`.
   *
   * @default - none
   */
  readonly existingSecret?: string;
}

/**
 * The service that renders panels as images.
 */
export interface StackGrafanaImageRenderer {
  /**
   * Whether it runs.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Number of pods.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Name of a Secret in Grafana's namespace with the token that the two share, in its key `token`. Without it the chart
   * makes up another one whenever it is rendered outside of the cluster, as Argo CD does.
   *
   * @default - a random token
   */
  readonly existingSecret?: string;

  /**
   * The image; the chart's default is the tag `latest`.
   *
   * @default - as the chart sets it
   */
  readonly image?: StackImage;

  /**
   * CPU and memory of the container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

/**
 * What Grafana's sidecars may read: ConfigMaps and Secrets of the whole cluster, unless `namespaced`.
 */
export interface StackGrafanaRbac {
  /**
   * Whether the chart creates roles and their bindings.
   *
   * @default true
   */
  readonly create?: boolean;

  /**
   * Whether they may read their own namespace and `namespaces` only. Sidecars that search all namespaces then fail: set
   * their `searchNamespace` too.
   *
   * @default false
   */
  readonly namespaced?: boolean;

  /**
   * The other namespaces, with `namespaced`.
   *
   * @default - none
   */
  readonly namespaces?: string[];

  /**
   * More rules of the Role: maps with `apiGroups`, `resources` and `verbs`.
   *
   * @default - none
   */
  readonly extraRoleRules?: { [key: string]: any }[];

  /**
   * More rules of the ClusterRole: maps with `apiGroups`, `resources` and `verbs`.
   *
   * @default - none
   */
  readonly extraClusterRoleRules?: { [key: string]: any }[];
}

/**
 * The ServiceMonitor of Grafana.
 */
export interface StackGrafanaMonitor extends StackMonitorOptions {
  /**
   * Whether Grafana is scraped.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Path of the metrics; another one where `server.root_url` of `grafanaIni` has a path and Grafana serves from it.
   *
   * @default "/metrics"
   */
  readonly path?: string;

  /**
   * Time that a scrape may take. At most `interval`.
   *
   * @default - that of the Prometheus object
   */
  readonly scrapeTimeout?: Duration;

  /**
   * Labels of the ServiceMonitor, for a Prometheus with a selector of its own.
   *
   * @default - only those of the chart
   */
  readonly labels?: { [key: string]: string };
}

/** Values below `grafana.admin`. */
export const GRAFANA_ADMIN: ValueTable<StackGrafanaAdmin> = {
  existingSecret: at('existingSecret', TEXT),
  userKey: at('userKey', TEXT),
  passwordKey: at('passwordKey', TEXT),
};

/** Values below `grafana.smtp`. */
export const GRAFANA_SMTP: ValueTable<StackGrafanaSmtp> = GRAFANA_ADMIN;

/** Values below `grafana.ldap`. */
export const GRAFANA_LDAP: ValueTable<StackGrafanaLdap> = {
  enabled: at('enabled', FLAG),
  existingSecret: at('existingSecret', TEXT),
};

/** Values below `grafana.imageRenderer`. */
export const GRAFANA_IMAGE_RENDERER: ValueTable<StackGrafanaImageRenderer> = {
  enabled: at('enabled', FLAG),
  replicas: at('replicas', COUNT),
  existingSecret: at('existingSecret', TEXT),
  image: group('image', IMAGE),
  resources: at('resources', RESOURCES),
};

/** Values below `grafana.rbac`. */
export const GRAFANA_RBAC: ValueTable<StackGrafanaRbac> = {
  create: at('create', FLAG),
  namespaced: at('namespaced', FLAG),
  namespaces: at('namespaces', TEXTS),
  extraRoleRules: at('extraRoleRules', MAPS),
  extraClusterRoleRules: at('extraClusterRoleRules', MAPS),
};

/** Values below `grafana.serviceMonitor`. */
export const GRAFANA_MONITOR: ValueTable<StackGrafanaMonitor> = {
  ...MONITOR_OPTIONS,
  enabled: at('enabled', FLAG),
  path: at('path', TEXT),
  scrapeTimeout: at('scrapeTimeout', DURATION),
  labels: at('labels', TEXT_MAP),
};
