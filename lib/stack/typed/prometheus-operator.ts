import type { ContainerResources } from 'cdk8s-plus-27';
import type * as k8s from '../../../imports/k8s';
import type * as v1 from '../../../imports/monitoring.coreos.com/v1';
import { LogFormat, LogLevel } from '../../../imports/monitoring.coreos.com/v1/enums';
import { boundMap } from './bound-kind';
import { IMAGE, type StackImage } from './image';
import { NETWORK_POLICY_OPTIONS, type StackNetworkPolicyOptions } from './network-policy';
import { ADMISSION_WEBHOOKS, type StackAdmissionWebhooks } from './operator/admission-webhooks';
import {
  CONFIG_RELOADER,
  KUBELET_SERVICE,
  OPERATOR_MONITOR,
  type StackConfigReloader,
  type StackKubeletService,
  type StackOperatorMonitor,
} from './operator/operator-parts';
import { OPERATOR_TLS, type StackOperatorTls } from './operator/operator-tls';
import { POD_DISRUPTION_BUDGET, type StackPodDisruptionBudget } from './pod-disruption-budget';
import { SCHEDULING, type StackScheduling } from './scheduling';
import { SERVICE_OPTIONS, type StackServiceOptions } from './service';
import { SERVICE_ACCOUNT, type StackServiceAccount } from './service-account';
import { choice, FLAG, mapOf, RESOURCES, TEXT, TEXT_MAP, TEXTS } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * The only namespaces that the Operator watches, the chart's values below `prometheusOperator.namespaces`.
 */
export interface StackOperatorNamespaces {
  /**
   * Whether the namespace of the Operator is one of them. Without it the Operator does not see the Prometheus of its own
   * release.
   *
   * @default false
   */
  readonly releaseNamespace?: boolean;

  /**
   * The other namespaces.
   *
   * @default - none
   */
  readonly additional?: string[];
}

/**
 * The chart's values below `prometheusOperator`, by the chart's own names.
 */
export interface StackPrometheusOperator extends StackScheduling {
  /**
   * Whether the release runs an Operator (`prometheusOperator.enabled`); false where the cluster has one already.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Name of the Operator's Deployment and Service (`prometheusOperator.fullnameOverride`), cut after 35 characters.
   *
   * @default - derived from the release name
   */
  readonly fullnameOverride?: string;

  /**
   * CPU and memory of the Operator (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * TLS of the Operator, which the webhooks need.
   *
   * @default - as the chart sets it
   */
  readonly tls?: StackOperatorTls;

  /**
   * Webhooks that check PrometheusRules when they are applied.
   *
   * @default - as the chart sets it
   */
  readonly admissionWebhooks?: StackAdmissionWebhooks;

  /**
   * The only namespaces that the Operator watches (`prometheusOperator.namespaces`). Excludes `denyNamespaces`.
   *
   * @default - all
   */
  readonly namespaces?: StackOperatorNamespaces;

  /**
   * Namespaces that the Operator does not watch (`prometheusOperator.denyNamespaces`). Excludes `namespaces`.
   *
   * @default - none
   */
  readonly denyNamespaces?: string[];

  /**
   * The only namespaces whose Prometheus objects the Operator runs. Two Operators in a cluster need it, or each undoes what
   * the other does.
   *
   * @default - those that it watches
   */
  readonly prometheusInstanceNamespaces?: string[];

  /**
   * The only namespaces whose Alertmanager objects the Operator runs.
   *
   * @default - those that it watches
   */
  readonly alertmanagerInstanceNamespaces?: string[];

  /**
   * The only namespaces whose ThanosRuler objects the Operator runs.
   *
   * @default - those that it watches
   */
  readonly thanosRulerInstanceNamespaces?: string[];

  /**
   * The only namespaces in which the Operator looks for AlertmanagerConfigs.
   *
   * @default - those that it watches
   */
  readonly alertmanagerConfigNamespaces?: string[];

  /**
   * Labels of the Prometheus objects that the Operator runs, as text: `team=a,tier!=test`.
   *
   * @default - all
   */
  readonly prometheusInstanceSelector?: string;

  /**
   * Labels of the Alertmanager objects that the Operator runs, as text.
   *
   * @default - all
   */
  readonly alertmanagerInstanceSelector?: string;

  /**
   * Labels of the ThanosRuler objects that the Operator runs, as text.
   *
   * @default - all
   */
  readonly thanosRulerInstanceSelector?: string;

  /**
   * The Service of all kubelets, which the Operator keeps.
   *
   * @default - kept in kube-system
   */
  readonly kubeletService?: StackKubeletService;

  /**
   * Whether that Service has Endpoints. One of the two forms has to be there.
   *
   * @default true
   */
  readonly kubeletEndpointsEnabled?: boolean;

  /**
   * Whether that Service has EndpointSlices.
   *
   * @default false
   */
  readonly kubeletEndpointSliceEnabled?: boolean;

  /**
   * The sidecar that reloads configuration, in every pod of Prometheus and Alertmanager.
   *
   * @default - as the chart sets it
   */
  readonly prometheusConfigReloader?: StackConfigReloader;

  /**
   * What the Operator logs.
   *
   * @default - info, set by the Operator
   */
  readonly logLevel?: v1.LogLevel;

  /**
   * How the Operator logs.
   *
   * @default - logfmt, set by the Operator
   */
  readonly logFormat?: v1.LogFormat;

  /**
   * Flags of the Operator.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Environment variables of the Operator, beside `GOGC`.
   *
   * @default - `GOGC: "30"`
   */
  readonly env?: { [key: string]: string };

  /**
   * Feature gates of the Operator.
   *
   * @default - as the Operator sets them
   */
  readonly featureGates?: { [key: string]: boolean };

  /**
   * Which Secrets the Operator watches, as a field selector.
   *
   * @default - all but those of registries, service accounts and Helm
   */
  readonly secretFieldSelector?: string;

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;

  /**
   * Labels of the pod.
   *
   * @default - only those of the chart
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pod.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * User, group and other security settings of the pod.
   *
   * @default - as the chart sets it: user 65534, not root
   */
  readonly securityContext?: k8s.PodSecurityContext;

  /**
   * Whether the pod uses the network of the node, where the control plane cannot reach addresses of pods. Needs another
   * `tls.internalPort`.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * The network policy of the Operator.
   *
   * @default - none
   */
  readonly networkPolicy?: StackNetworkPolicyOptions;

  /**
   * How many pods a drain of nodes leaves running. With its one pod a budget only holds the drain up.
   *
   * @default - no budget
   */
  readonly podDisruptionBudget?: StackPodDisruptionBudget;

  /**
   * The Service of the Operator.
   *
   * @default - as the chart sets it
   */
  readonly service?: StackServiceOptions;

  /**
   * The ServiceAccount of the Operator.
   *
   * @default - created by the chart
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * The ServiceMonitor of the Operator.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackOperatorMonitor;

  /**
   * The image. Another version than that of the chart needs CRDs of that version too.
   *
   * @default - the version that the chart is made for
   */
  readonly image?: StackImage;

  /**
   * The image of Thanos that the Operator takes where an object names none.
   *
   * @default - as the chart sets it
   */
  readonly thanosImage?: StackImage;
}

const NAMESPACES: ValueTable<StackOperatorNamespaces> = {
  releaseNamespace: at('releaseNamespace', FLAG),
  additional: at('additional', TEXTS),
};

/** Values below `prometheusOperator`. */
export const PROMETHEUS_OPERATOR: ValueTable<StackPrometheusOperator> = {
  ...SCHEDULING,
  enabled: at('enabled', FLAG),
  fullnameOverride: at('fullnameOverride', TEXT),
  resources: at('resources', RESOURCES),
  tls: group('tls', OPERATOR_TLS),
  admissionWebhooks: group('admissionWebhooks', ADMISSION_WEBHOOKS),
  namespaces: group('namespaces', NAMESPACES),
  denyNamespaces: at('denyNamespaces', TEXTS),
  prometheusInstanceNamespaces: at('prometheusInstanceNamespaces', TEXTS),
  alertmanagerInstanceNamespaces: at('alertmanagerInstanceNamespaces', TEXTS),
  thanosRulerInstanceNamespaces: at('thanosRulerInstanceNamespaces', TEXTS),
  alertmanagerConfigNamespaces: at('alertmanagerConfigNamespaces', TEXTS),
  prometheusInstanceSelector: at('prometheusInstanceSelector', TEXT),
  alertmanagerInstanceSelector: at('alertmanagerInstanceSelector', TEXT),
  thanosRulerInstanceSelector: at('thanosRulerInstanceSelector', TEXT),
  kubeletService: group('kubeletService', KUBELET_SERVICE),
  kubeletEndpointsEnabled: at('kubeletEndpointsEnabled', FLAG),
  kubeletEndpointSliceEnabled: at('kubeletEndpointSliceEnabled', FLAG),
  prometheusConfigReloader: group('prometheusConfigReloader', CONFIG_RELOADER),
  logLevel: at(
    'logLevel',
    choice(() => LogLevel),
  ),
  logFormat: at(
    'logFormat',
    choice(() => LogFormat),
  ),
  extraArgs: at('extraArgs', TEXTS),
  env: at('env', TEXT_MAP),
  featureGates: at('featureGates', mapOf(FLAG)),
  secretFieldSelector: at('secretFieldSelector', TEXT),
  priorityClassName: at('priorityClassName', TEXT),
  podLabels: at('podLabels', TEXT_MAP),
  podAnnotations: at('podAnnotations', TEXT_MAP),
  securityContext: at('securityContext', boundMap('securityContext')),
  hostNetwork: at('hostNetwork', FLAG),
  networkPolicy: group('networkPolicy', NETWORK_POLICY_OPTIONS),
  podDisruptionBudget: group('podDisruptionBudget', POD_DISRUPTION_BUDGET),
  service: group('service', SERVICE_OPTIONS),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  serviceMonitor: group('serviceMonitor', OPERATOR_MONITOR),
  image: group('image', IMAGE),
  thanosImage: group('thanosImage', IMAGE),
};
