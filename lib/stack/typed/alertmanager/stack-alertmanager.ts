import type { Duration, Size } from 'cdk8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { boundList, boundMap } from '../bound-kind';
import { CLAIM_RETENTION, type StackClaimRetention } from '../claim-retention';
import { PORT_INGRESS, type StackPortIngress } from '../ingress';
import { POD_DISRUPTION_BUDGET, type StackPodDisruptionBudget } from '../pod-disruption-budget';
import { REPLICA_PODS, type StackReplicaPods } from '../replica-pods';
import { ROUTE, type StackRoute } from '../route';
import { SERVICE, type StackService } from '../service';
import { SERVICE_ACCOUNT, type StackServiceAccount } from '../service-account';
import { SELF_MONITOR, type StackSelfMonitor } from '../service-monitor';
import { storageClass, storageSize } from '../storage';
import { FLAG, GO_DURATION, MAP, TEXT, TEXT_MAP, TEXTS, URL_PATH, WEB_URL } from '../value-kind';
import { at, below, group, map, type ValueTable } from '../value-table';
import { alertmanagerConfig } from './alertmanager-config';
import { ALERTMANAGER_CLUSTER, type StackAlertmanagerCluster } from './cluster';
import { ALERTMANAGER_CONFIG_SOURCES, type StackAlertmanagerConfigSources } from './config-sources';
import { ALERTMANAGER_NETWORK_POLICY, type StackAlertmanagerNetworkPolicy } from './network-policy';

/**
 * The Secret that the chart makes of Alertmanager's configuration.
 */
export interface StackAlertmanagerSecret {
  /**
   * Its annotations.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/**
 * What the chart keeps in `alertmanager.alertmanagerSpec`.
 */
export interface StackAlertmanagerSpec
  extends StackReplicaPods,
    StackAlertmanagerCluster,
    StackAlertmanagerConfigSources {
  /**
   * How long silences and notification states are kept (`retention`).
   *
   * @default - 120 hours, set by the chart
   */
  readonly retention?: Duration;

  /**
   * Size of the volume of each replica (`storage.volumeClaimTemplate`).
   *
   * @default - an emptyDir: silences are lost with the pod
   */
  readonly storage?: Size;

  /**
   * Storage class of that volume. Needs `storage`.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;

  /**
   * What becomes of the volumes of replicas that go.
   *
   * @default - they stay
   */
  readonly persistentVolumeClaimRetentionPolicy?: StackClaimRetention;

  /**
   * Address under which people reach Alertmanager; links in notifications begin with it. Set it with an Ingress with
   * certificates too: the chart would write http.
   *
   * @default - made of the first host of the Ingress or route, or the name of the Service
   */
  readonly externalUrl?: string;

  /**
   * Path below which Alertmanager answers.
   *
   * @default "/"
   */
  readonly routePrefix?: string;

  /**
   * Secrets in the namespace of Alertmanager that are mounted below `/etc/alertmanager/secrets/<name>`, for the fields of
   * `config` that end in `_file`.
   *
   * @default - none
   */
  readonly secrets?: string[];

  /**
   * ConfigMaps in the namespace of Alertmanager that are mounted below `/etc/alertmanager/configmaps/<name>`.
   *
   * @default - none
   */
  readonly configMaps?: string[];

  /**
   * Limits of silences.
   *
   * @default - none
   */
  readonly limits?: v1.AlertmanagerLimitsSpec;

  /**
   * TLS and limits of the web server.
   *
   * @default - none
   */
  readonly web?: v1.AlertmanagerWebSpec;

  /**
   * Whether the pods use the network of the node.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * More arguments of Alertmanager.
   *
   * @default - none
   */
  readonly additionalArgs?: v1.Argument[];

  /**
   * Fields of the Alertmanager object that have no value in the chart, by the names of the API. They pass through Helm's
   * `tpl`.
   *
   * @default - none
   */
  readonly additionalConfig?: { [key: string]: any };

  /**
   * As `additionalConfig`, as a Helm template that gives YAML.
   *
   * @default - none
   */
  readonly additionalConfigString?: string;
}

/**
 * The chart's values below `alertmanager` and `alertmanager.alertmanagerSpec`, by the chart's own names.
 */
export interface StackAlertmanager extends StackAlertmanagerSpec {
  /**
   * Whether the release runs an Alertmanager (`alertmanager.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Namespace of Alertmanager. Prometheus and Grafana still look for it in the namespace of the release: set
   * `alertingEndpoints` of Prometheus and the `url` of Grafana's data source.
   *
   * @default - the namespace of the release
   */
  readonly namespaceOverride?: string;

  /**
   * Alertmanager's configuration, in its own form. Maps are merged with those of the chart, lists replace them. Give
   * `receivers` and `route` together; the receiver `null`, which the chart's route names, is put back where it is missing.
   * Secrets stand in it by file: see `secrets`.
   *
   * @default - the chart's: all to the receiver `null`, and rules that inhibit lesser alerts
   */
  readonly config?: { [key: string]: any };

  /**
   * Whether Helm evaluates `{{` in `config`. Alertmanager's own templates then have to be escaped.
   *
   * @default false
   */
  readonly tplConfig?: boolean;

  /**
   * Alertmanager's configuration as a text that Helm evaluates, in place of `config`. Needs `tplConfig`.
   *
   * @default - none
   */
  readonly stringConfig?: string;

  /**
   * Templates of notifications, by file name; the names end in `.tmpl`.
   *
   * @default - none
   */
  readonly templateFiles?: { [key: string]: string };

  /**
   * Feature flags.
   *
   * @default - none
   */
  readonly enableFeatures?: string[];

  /**
   * Whether there is the dashboard even with `enabled` false.
   *
   * @default false
   */
  readonly forceDeployDashboards?: boolean;

  /**
   * Labels of the Alertmanager object.
   *
   * @default - only those of the chart
   */
  readonly additionalLabels?: { [key: string]: string };

  /**
   * Annotations of the Alertmanager object.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * ServiceAccount of the Alertmanager pods (`alertmanager.serviceAccount`).
   *
   * @default - created by the chart, under the name of the Alertmanager Service
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * The Secret that the chart makes of the configuration.
   *
   * @default - without annotations
   */
  readonly secret?: StackAlertmanagerSecret;

  /**
   * Service in front of the pods.
   *
   * @default - port 9093 inside the cluster
   */
  readonly service?: StackService;

  /**
   * How Alertmanager itself is scraped.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackSelfMonitor;

  /**
   * Ingress.
   *
   * @default - none
   */
  readonly ingress?: StackPortIngress;

  /**
   * Routes of the Gateway API by name; the chart's own is `main`.
   *
   * @default - none
   */
  readonly route?: { [key: string]: StackRoute };

  /**
   * PodDisruptionBudget.
   *
   * @default - none
   */
  readonly podDisruptionBudget?: StackPodDisruptionBudget;

  /**
   * Network policy.
   *
   * @default - none
   */
  readonly networkPolicy?: StackAlertmanagerNetworkPolicy;
}

/** Values below `alertmanager.alertmanagerSpec`. */
const SPEC: ValueTable<StackAlertmanagerSpec> = below('alertmanagerSpec', {
  ...REPLICA_PODS,
  ...ALERTMANAGER_CLUSTER,
  ...ALERTMANAGER_CONFIG_SOURCES,
  retention: at('retention', GO_DURATION),
  storage: storageSize('storage'),
  storageClassName: storageClass('storage'),
  persistentVolumeClaimRetentionPolicy: group('persistentVolumeClaimRetentionPolicy', CLAIM_RETENTION),
  externalUrl: at('externalUrl', WEB_URL),
  routePrefix: at('routePrefix', URL_PATH),
  secrets: at('secrets', TEXTS),
  configMaps: at('configMaps', TEXTS),
  limits: at('limits', boundMap('limits', 'Alertmanager')),
  web: at('web', boundMap('web', 'Alertmanager')),
  hostNetwork: at('hostNetwork', FLAG),
  additionalArgs: at('additionalArgs', boundList('additionalArgs', 'Alertmanager')),
  additionalConfig: at('additionalConfig', MAP),
  additionalConfigString: at('additionalConfigString', TEXT),
});

const SECRET: ValueTable<StackAlertmanagerSecret> = { annotations: at('annotations', TEXT_MAP) };

/** Values below `alertmanager`. */
export const ALERTMANAGER: ValueTable<StackAlertmanager> = {
  ...SPEC,
  enabled: at('enabled', FLAG),
  namespaceOverride: at('namespaceOverride', TEXT),
  config: alertmanagerConfig('config'),
  tplConfig: at('tplConfig', FLAG),
  stringConfig: at('stringConfig', TEXT),
  templateFiles: at('templateFiles', TEXT_MAP),
  enableFeatures: at('enableFeatures', TEXTS),
  forceDeployDashboards: at('forceDeployDashboards', FLAG),
  additionalLabels: at('additionalLabels', TEXT_MAP),
  annotations: at('annotations', TEXT_MAP),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  secret: group('secret', SECRET),
  service: group('service', SERVICE),
  serviceMonitor: group('serviceMonitor', SELF_MONITOR),
  ingress: group('ingress', PORT_INGRESS),
  route: map('route', ROUTE),
  podDisruptionBudget: group('podDisruptionBudget', POD_DISRUPTION_BUDGET),
  networkPolicy: group('networkPolicy', ALERTMANAGER_NETWORK_POLICY),
};
