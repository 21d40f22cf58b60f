import type { Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import type * as k8s from '../../../../imports/k8s';
import { boundMap } from '../bound-kind';
import { IMAGE, type StackImage } from '../image';
import { PATH_INGRESS, type StackPathIngress } from '../ingress';
import { DISRUPTION_LIMITS, type StackDisruptionLimits } from '../pod-disruption-budget';
import { ROUTE, type StackRoute } from '../route';
import { SCHEDULING, SPREAD, type StackScheduling } from '../scheduling';
import { SERVICE, type StackService } from '../service';
import { SERVICE_ACCOUNT, type StackServiceAccount } from '../service-account';
import { type StackSwitch, SWITCH } from '../switch';
import { COUNT, DURATION, FLAG, MAP, mapOf, RESOURCES, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, group, list, map, type ValueTable } from '../value-table';
import { DATA_SOURCE, DELETED_DATA_SOURCE, type StackDataSource, type StackDeletedDataSource } from './data-source';
import {
  GRAFANA_CONFIG_MAP_MOUNT,
  GRAFANA_ENV_SOURCE,
  GRAFANA_SECRET_MOUNT,
  type StackGrafanaConfigMapMount,
  type StackGrafanaEnvSource,
  type StackGrafanaSecretMount,
} from './environment';
import { GRAFANA_OPERATOR, type StackGrafanaOperator } from './grafana-operator';
import {
  GRAFANA_ADMIN,
  GRAFANA_IMAGE_RENDERER,
  GRAFANA_LDAP,
  GRAFANA_MONITOR,
  GRAFANA_RBAC,
  GRAFANA_SMTP,
  type StackGrafanaAdmin,
  type StackGrafanaImageRenderer,
  type StackGrafanaLdap,
  type StackGrafanaMonitor,
  type StackGrafanaRbac,
  type StackGrafanaSmtp,
} from './grafana-parts';
import { GRAFANA_NETWORK_POLICY, type StackGrafanaNetworkPolicy } from './network-policy';
import {
  DEPLOYMENT_STRATEGY,
  GRAFANA_PERSISTENCE,
  type StackDeploymentStrategy,
  type StackGrafanaPersistence,
} from './persistence';
import { GRAFANA_SIDECAR, type StackGrafanaSidecar } from './sidecar';

/**
 * The chart's values below `grafana`, by the chart's own names.
 */
export interface StackGrafana extends StackScheduling {
  /**
   * Whether the release runs Grafana (`grafana.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Namespace of Grafana, its dashboards and its data sources (`grafana.namespaceOverride`).
   *
   * @default - the namespace of the release
   */
  readonly namespaceOverride?: string;

  /**
   * Where the administrator's password is (`grafana.admin`). Under Argo CD a must: it renders the chart again and again,
   * each time with a new random password.
   *
   * @default - a random password that the chart puts into a Secret
   */
  readonly admin?: StackGrafanaAdmin;

  /**
   * Name of the administrator, without `admin`.
   *
   * @default "admin"
   */
  readonly adminUser?: string;

  /**
   * CPU and memory of the Grafana container (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * Number of pods. More than one needs a database outside of Grafana, in the section `database` of `grafanaIni`.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * The configuration file of Grafana, section by section (`grafana.ini`), for example `{ server: { root_url: '…' } }`.
   * Secrets stand in it by reference: `$__file{/path}` or `$__env{NAME}`.
   *
   * @default - paths, log and domain, set by the chart
   */
  readonly grafanaIni?: { [key: string]: any };

  /**
   * Environment variables, for example `GF_AUTH_ANONYMOUS_ENABLED`. No secrets: see `envValueFrom`.
   *
   * @default - none
   */
  readonly env?: { [key: string]: string };

  /**
   * Environment variables from keys of Secrets and ConfigMaps.
   *
   * @default - none
   */
  readonly envValueFrom?: { [key: string]: k8s.EnvVarSource };

  /**
   * Name of a Secret whose keys become environment variables.
   *
   * @default - none
   */
  readonly envFromSecret?: string;

  /**
   * Secrets whose keys become environment variables.
   *
   * @default - none
   */
  readonly envFromSecrets?: StackGrafanaEnvSource[];

  /**
   * ConfigMaps whose keys become environment variables.
   *
   * @default - none
   */
  readonly envFromConfigMaps?: StackGrafanaEnvSource[];

  /**
   * Plugins that are downloaded at every start, for example `grafana-clock-panel`.
   *
   * @default - none
   */
  readonly plugins?: string[];

  /**
   * Data sources beside those of the chart.
   *
   * @default - none
   */
  readonly additionalDataSources?: StackDataSource[];

  /**
   * Data sources as text that Helm evaluates.
   *
   * @default - none
   */
  readonly additionalDataSourcesString?: string;

  /**
   * Data sources that Grafana removes.
   *
   * @default - none
   */
  readonly deleteDatasources?: StackDeletedDataSource[];

  /**
   * Whether Grafana removes provisioned data sources that are provisioned no more.
   *
   * @default false
   */
  readonly prune?: boolean;

  /**
   * Sidecars that collect dashboards, data sources and alerts.
   *
   * @default - as the chart sets it
   */
  readonly sidecar?: StackGrafanaSidecar;

  /**
   * Files with providers of dashboards, in the form of Grafana, for example `{ 'dashboardproviders.yaml': {…} }`.
   *
   * @default - none
   */
  readonly dashboardProviders?: { [key: string]: any };

  /**
   * Dashboards by provider and name: maps with `json`, with `gnetId` and `revision`, or with `url`. Needs
   * `dashboardProviders`.
   *
   * @default - none
   */
  readonly dashboards?: { [key: string]: any };

  /**
   * Names of ConfigMaps with dashboards by provider. Needs `dashboardProviders`.
   *
   * @default - none
   */
  readonly dashboardsConfigMaps?: { [key: string]: string };

  /**
   * Whether there are the chart's own dashboards.
   *
   * @default true
   */
  readonly defaultDashboardsEnabled?: boolean;

  /**
   * Time zone of the chart's own dashboards: `utc`, `browser` or a name such as `Europe/Luxembourg`.
   *
   * @default "utc"
   */
  readonly defaultDashboardsTimezone?: string;

  /**
   * Whether the chart's own dashboards can be changed in the browser.
   *
   * @default true
   */
  readonly defaultDashboardsEditable?: boolean;

  /**
   * Interval of the chart's own dashboards.
   *
   * @default - 1 minute, set by the chart
   */
  readonly defaultDashboardsInterval?: Duration;

  /**
   * Whether there are the ConfigMaps with dashboards even with `enabled` false, for another Grafana.
   *
   * @default false
   */
  readonly forceDeployDashboards?: boolean;

  /**
   * Whether there is the ConfigMap with data sources even with `enabled` false, for another Grafana.
   *
   * @default false
   */
  readonly forceDeployDatasources?: boolean;

  /**
   * Dashboards for a Grafana that the Grafana Operator runs.
   *
   * @default - none
   */
  readonly operator?: StackGrafanaOperator;

  /**
   * The volume with Grafana's database.
   *
   * @default - none
   */
  readonly persistence?: StackGrafanaPersistence;

  /**
   * How the pods are replaced.
   *
   * @default - the new pod is started first
   */
  readonly deploymentStrategy?: StackDeploymentStrategy;

  /**
   * Whether an init container, run by root, gives the volume to Grafana's user. Only with `persistence`.
   *
   * @default - on
   */
  readonly initChownData?: StackSwitch;

  /**
   * Secrets that are mounted.
   *
   * @default - none
   */
  readonly extraSecretMounts?: StackGrafanaSecretMount[];

  /**
   * ConfigMaps that are mounted.
   *
   * @default - none
   */
  readonly extraConfigmapMounts?: StackGrafanaConfigMapMount[];

  /**
   * The Ingress of Grafana.
   *
   * @default - none
   */
  readonly ingress?: StackPathIngress;

  /**
   * Routes of the Gateway API by name; the chart's own is `main`.
   *
   * @default - none
   */
  readonly route?: { [key: string]: StackRoute };

  /**
   * The Service of Grafana.
   *
   * @default - port 80
   */
  readonly service?: StackService;

  /**
   * The ServiceMonitor of Grafana.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackGrafanaMonitor;

  /**
   * The network policy of Grafana.
   *
   * @default - none
   */
  readonly networkPolicy?: StackGrafanaNetworkPolicy;

  /**
   * What the sidecars may read.
   *
   * @default - ConfigMaps and Secrets of the whole cluster
   */
  readonly rbac?: StackGrafanaRbac;

  /**
   * The ServiceAccount of Grafana.
   *
   * @default - created by the chart
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * How the pods spread over zones and nodes.
   *
   * @default - as the scheduler does by default
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;

  /**
   * How many pods a drain of nodes leaves running.
   *
   * @default - no budget
   */
  readonly podDisruptionBudget?: StackDisruptionLimits;

  /**
   * Labels of the pods.
   *
   * @default - only those of the chart
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - only those of the chart
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * User, group and other security settings of the pod.
   *
   * @default - as the chart sets it: user 472, not root
   */
  readonly securityContext?: k8s.PodSecurityContext;

  /**
   * The service that renders panels as images.
   *
   * @default - off
   */
  readonly imageRenderer?: StackGrafanaImageRenderer;

  /**
   * The Secret for the mail server.
   *
   * @default - none
   */
  readonly smtp?: StackGrafanaSmtp;

  /**
   * Users from LDAP.
   *
   * @default - none
   */
  readonly ldap?: StackGrafanaLdap;

  /**
   * A pod that `helm test` runs. Off, where all manifests are applied as they are: the pod would be one of them.
   *
   * @default - on
   */
  readonly testFramework?: StackSwitch;

  /**
   * The image.
   *
   * @default - as the chart sets it
   */
  readonly image?: StackImage;
}

/** Values below `grafana`. */
export const GRAFANA: ValueTable<StackGrafana> = {
  ...SCHEDULING,
  enabled: at('enabled', FLAG),
  namespaceOverride: at('namespaceOverride', TEXT),
  admin: group('admin', GRAFANA_ADMIN, ['existingSecret']),
  adminUser: at('adminUser', TEXT),
  resources: at('resources', RESOURCES),
  replicas: at('replicas', COUNT),
  grafanaIni: at('grafana\\.ini', MAP),
  env: at('env', TEXT_MAP),
  envValueFrom: at('envValueFrom', mapOf(boundMap('containers.0.env.0.valueFrom'))),
  envFromSecret: at('envFromSecret', TEXT),
  envFromSecrets: list('envFromSecrets', GRAFANA_ENV_SOURCE, ['name']),
  envFromConfigMaps: list('envFromConfigMaps', GRAFANA_ENV_SOURCE, ['name']),
  plugins: at('plugins', TEXTS),
  additionalDataSources: list('additionalDataSources', DATA_SOURCE, ['name', 'type']),
  additionalDataSourcesString: at('additionalDataSourcesString', TEXT),
  deleteDatasources: list('deleteDatasources', DELETED_DATA_SOURCE, ['name']),
  prune: at('prune', FLAG),
  sidecar: group('sidecar', GRAFANA_SIDECAR),
  dashboardProviders: at('dashboardProviders', MAP),
  dashboards: at('dashboards', MAP),
  dashboardsConfigMaps: at('dashboardsConfigMaps', TEXT_MAP),
  defaultDashboardsEnabled: at('defaultDashboardsEnabled', FLAG),
  defaultDashboardsTimezone: at('defaultDashboardsTimezone', TEXT),
  defaultDashboardsEditable: at('defaultDashboardsEditable', FLAG),
  defaultDashboardsInterval: at('defaultDashboardsInterval', DURATION),
  forceDeployDashboards: at('forceDeployDashboards', FLAG),
  forceDeployDatasources: at('forceDeployDatasources', FLAG),
  operator: group('operator', GRAFANA_OPERATOR),
  persistence: group('persistence', GRAFANA_PERSISTENCE),
  deploymentStrategy: group('deploymentStrategy', DEPLOYMENT_STRATEGY),
  initChownData: group('initChownData', SWITCH),
  extraSecretMounts: list('extraSecretMounts', GRAFANA_SECRET_MOUNT, ['name', 'mountPath', 'secretName']),
  extraConfigmapMounts: list('extraConfigmapMounts', GRAFANA_CONFIG_MAP_MOUNT, ['name', 'mountPath', 'configMap']),
  ingress: group('ingress', PATH_INGRESS),
  route: map('route', ROUTE),
  service: group('service', SERVICE),
  serviceMonitor: group('serviceMonitor', GRAFANA_MONITOR),
  networkPolicy: group('networkPolicy', GRAFANA_NETWORK_POLICY),
  rbac: group('rbac', GRAFANA_RBAC),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  topologySpreadConstraints: at('topologySpreadConstraints', SPREAD),
  priorityClassName: at('priorityClassName', TEXT),
  podDisruptionBudget: group('podDisruptionBudget', DISRUPTION_LIMITS),
  podLabels: at('podLabels', TEXT_MAP),
  podAnnotations: at('podAnnotations', TEXT_MAP),
  securityContext: at('securityContext', boundMap('securityContext')),
  imageRenderer: group('imageRenderer', GRAFANA_IMAGE_RENDERER),
  smtp: group('smtp', GRAFANA_SMTP, ['existingSecret']),
  ldap: group('ldap', GRAFANA_LDAP),
  testFramework: group('testFramework', SWITCH),
  image: group('image', IMAGE),
};
