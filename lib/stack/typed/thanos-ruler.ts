import type { Duration, Size } from 'cdk8s';
import type * as v1 from '../../../imports/monitoring.coreos.com/v1';
import type { LabelSelector } from '../../selection/label-selector';
import type { NamespaceSelector } from '../../selection/namespace-selector';
import { boundList, boundMap } from './bound-kind';
import { EXISTING_SECRET, type StackExistingSecret } from './existing-secret';
import { INGRESS, type StackIngress } from './ingress';
import { POD_DISRUPTION_BUDGET, type StackPodDisruptionBudget } from './pod-disruption-budget';
import { REPLICA_PODS, type StackReplicaPods } from './replica-pods';
import { ROUTE, type StackRoute } from './route';
import { labelSelector, namespaceSelector } from './selector-kind';
import { SERVICE, type StackService } from './service';
import { SERVICE_ACCOUNT, type StackServiceAccount } from './service-account';
import { SELF_MONITOR, type StackSelfMonitor } from './service-monitor';
import { storageClass, storageSize } from './storage';
import { COUNT, DURATION, DURATION_OR_ZERO, FLAG, MAP, TEXT, TEXT_MAP, TEXTS, URL_PATH, WEB_URL } from './value-kind';
import { at, below, group, map, type ValueTable } from './value-table';

/**
 * What the chart keeps in `thanosRuler.thanosRulerSpec`.
 */
export interface StackThanosRulerSpec extends StackReplicaPods {
  /**
   * Addresses that are asked for rule expressions, for example `dnssrv+_http._tcp.thanos-query.monitoring.svc`.
   *
   * @default - those of `queryConfig`
   */
  readonly queryEndpoints?: string[];

  /**
   * Configuration of the queriers. It wins over `queryEndpoints`.
   *
   * @default - none
   */
  readonly queryConfig?: StackExistingSecret;

  /**
   * Configuration of the Alertmanagers that alerts go to.
   *
   * @default - the Alertmanager of the release
   */
  readonly alertmanagersConfig?: StackExistingSecret;

  /**
   * Labels that are taken off alerts, in addition to that of the replica.
   *
   * @default - none
   */
  readonly alertDropLabels?: string[];

  /**
   * Changes of the labels of alerts.
   *
   * @default - none
   */
  readonly alertRelabelConfigs?: StackExistingSecret;

  /**
   * Object storage that blocks are uploaded to.
   *
   * @default - none: results stay in the volume
   */
  readonly objectStorageConfig?: StackExistingSecret;

  /**
   * Where traces go.
   *
   * @default - none
   */
  readonly tracingConfig?: StackExistingSecret;

  /**
   * Where results of rules are written to; Thanos Ruler then keeps none itself.
   *
   * @default - none
   */
  readonly remoteWrite?: v1.RemoteWriteSpec[];

  /**
   * Which PrometheusRules are taken.
   *
   * @default - those with the label `release: <release name>`: the same that Prometheus takes
   */
  readonly ruleSelector?: LabelSelector;

  /**
   * In which namespaces PrometheusRules are looked for.
   *
   * @default - all
   */
  readonly ruleNamespaceSelector?: NamespaceSelector;

  /**
   * How long results of rules are kept.
   *
   * @default - 24 hours, set by the chart
   */
  readonly retention?: Duration;

  /**
   * Time between two evaluations of a rule group that sets none.
   *
   * @default - 15 seconds, set by the Operator
   */
  readonly evaluationInterval?: Duration;

  /**
   * Size of the volume of each replica (`storage.volumeClaimTemplate`).
   *
   * @default - an emptyDir: results are lost with the pod
   */
  readonly storage?: Size;

  /**
   * Storage class of that volume. Needs `storage`.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;

  /**
   * Labels on everything that leaves Thanos Ruler.
   *
   * @default - that of the replica
   */
  readonly labels?: { [key: string]: string };

  /**
   * Address under which people reach Thanos Ruler; links in alerts begin with it.
   *
   * @default - made of the first host of the Ingress or the name of the Service
   */
  readonly externalPrefix?: string;

  /**
   * Path below which Thanos Ruler answers.
   *
   * @default "/"
   */
  readonly routePrefix?: string;

  /**
   * How many rules are evaluated at a time.
   *
   * @default - 1, set by Thanos
   */
  readonly ruleConcurrentEval?: number;

  /**
   * How far in the past rules are evaluated.
   *
   * @default - zero
   */
  readonly ruleQueryOffset?: Duration;

  /**
   * How long an outage may last for `for` of alerts to be restored.
   *
   * @default - 1 hour, set by Thanos
   */
  readonly ruleOutageTolerance?: Duration;

  /**
   * Least time between a restored alert and its firing.
   *
   * @default - 10 minutes, set by Thanos
   */
  readonly ruleGracePeriod?: Duration;

  /**
   * Least time before an alert is sent again.
   *
   * @default - 1 minute, set by Thanos
   */
  readonly resendDelay?: Duration;

  /**
   * Label that gets the namespace of the PrometheusRule, on alerts and in expressions.
   *
   * @default - none
   */
  readonly enforcedNamespaceLabel?: string;

  /**
   * Objects that this label is not enforced on.
   *
   * @default - none
   */
  readonly excludedFromEnforcement?: v1.ObjectReference[];

  /**
   * Feature flags.
   *
   * @default - none
   */
  readonly enableFeatures?: string[];

  /**
   * TLS of the web server.
   *
   * @default - none
   */
  readonly web?: v1.ThanosRulerWebSpec;

  /**
   * TLS of the gRPC server.
   *
   * @default - none
   */
  readonly grpcServerTlsConfig?: v1.GrpcServerTlsConfig;

  /**
   * More arguments of Thanos Ruler.
   *
   * @default - none
   */
  readonly additionalArgs?: v1.Argument[];

  /**
   * Fields of the ThanosRuler object that have no value in the chart, by the names of the API.
   *
   * @default - none
   */
  readonly additionalConfig?: { [key: string]: any };
}

/**
 * Thanos Ruler, the chart's values below `thanosRuler` and `thanosRuler.thanosRulerSpec`.
 */
export interface StackThanosRuler extends StackThanosRulerSpec {
  /**
   * Whether the release runs a Thanos Ruler. Needs `queryEndpoints` or `queryConfig`.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Annotations of the ThanosRuler object.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * ServiceAccount of the pods.
   *
   * @default - created by the chart
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * Service in front of the pods.
   *
   * @default - port 10902 inside the cluster
   */
  readonly service?: StackService;

  /**
   * How Thanos Ruler itself is scraped.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackSelfMonitor;

  /**
   * Ingress.
   *
   * @default - none
   */
  readonly ingress?: StackIngress;

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
}

/** Values below `thanosRuler.thanosRulerSpec`. */
const SPEC: ValueTable<StackThanosRulerSpec> = below('thanosRulerSpec', {
  ...REPLICA_PODS,
  queryEndpoints: at('queryEndpoints', TEXTS),
  queryConfig: group('queryConfig', EXISTING_SECRET, ['existingSecret']),
  alertmanagersConfig: group('alertmanagersConfig', EXISTING_SECRET, ['existingSecret']),
  alertDropLabels: at('alertDropLabels', TEXTS),
  alertRelabelConfigs: group('alertRelabelConfigs', EXISTING_SECRET, ['existingSecret']),
  objectStorageConfig: group('objectStorageConfig', EXISTING_SECRET, ['existingSecret']),
  tracingConfig: group('tracingConfig', EXISTING_SECRET, ['existingSecret']),
  remoteWrite: at('remoteWrite', boundList('remoteWrite', 'ThanosRuler')),
  ruleSelector: labelSelector('ruleSelector', 'ruleSelectorNilUsesHelmValues'),
  ruleNamespaceSelector: namespaceSelector('ruleNamespaceSelector'),
  retention: at('retention', DURATION),
  evaluationInterval: at('evaluationInterval', DURATION),
  storage: storageSize('storage'),
  storageClassName: storageClass('storage'),
  labels: at('labels', TEXT_MAP),
  externalPrefix: at('externalPrefix', WEB_URL),
  routePrefix: at('routePrefix', URL_PATH),
  ruleConcurrentEval: at('ruleConcurrentEval', COUNT),
  ruleQueryOffset: at('ruleQueryOffset', DURATION_OR_ZERO),
  ruleOutageTolerance: at('ruleOutageTolerance', DURATION_OR_ZERO),
  ruleGracePeriod: at('ruleGracePeriod', DURATION_OR_ZERO),
  resendDelay: at('resendDelay', DURATION),
  enforcedNamespaceLabel: at('enforcedNamespaceLabel', TEXT),
  excludedFromEnforcement: at('excludedFromEnforcement', boundList('excludedFromEnforcement', 'ThanosRuler')),
  enableFeatures: at('enableFeatures', TEXTS),
  web: at('web', boundMap('web', 'ThanosRuler')),
  grpcServerTlsConfig: at('grpcServerTlsConfig', boundMap('grpcServerTlsConfig', 'ThanosRuler')),
  additionalArgs: at('additionalArgs', boundList('additionalArgs', 'ThanosRuler')),
  additionalConfig: at('additionalConfig', MAP),
});

/** Values below `thanosRuler`. */
export const THANOS_RULER: ValueTable<StackThanosRuler> = {
  ...SPEC,
  enabled: at('enabled', FLAG),
  annotations: at('annotations', TEXT_MAP),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  service: group('service', SERVICE),
  serviceMonitor: group('serviceMonitor', SELF_MONITOR),
  ingress: group('ingress', INGRESS),
  route: map('route', ROUTE),
  podDisruptionBudget: group('podDisruptionBudget', POD_DISRUPTION_BUDGET),
};
