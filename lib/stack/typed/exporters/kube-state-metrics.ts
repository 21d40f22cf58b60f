import type { ContainerResources } from 'cdk8s-plus-27';
import type * as k8s from '../../../../imports/k8s';
import { IMAGE, type StackImage } from '../image';
import { DISRUPTION_LIMITS, type StackDisruptionLimits } from '../pod-disruption-budget';
import { SCHEDULING, SPREAD, type StackScheduling } from '../scheduling';
import { SERVICE_ACCOUNT, type StackServiceAccount } from '../service-account';
import { type StackSwitch, SWITCH } from '../switch';
import { COUNT, FLAG, JOINED_TEXTS, MAP, MAPS, RESOURCES, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, below, group, type ValueTable } from '../value-table';
import { KUBE_STATE_METRICS_PROMETHEUS, type StackKubeStateMetricsPrometheus } from './kube-state-metrics-monitor';

/**
 * Metrics of custom resources.
 */
export interface StackCustomResourceState {
  /**
   * Whether there are any.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The configuration of kube-state-metrics for them, a `CustomResourceStateMetrics`. kube-state-metrics may read only what
   * `rbac.extraRules` allow.
   *
   * @default - none
   */
  readonly config?: { [key: string]: any };
}

/**
 * What kube-state-metrics may read.
 */
export interface StackKubeStateMetricsRbac {
  /**
   * Whether the chart creates roles and their bindings.
   *
   * @default true
   */
  readonly create?: boolean;

  /**
   * Whether it may read all namespaces; with false only those of `namespaces`.
   *
   * @default true
   */
  readonly useClusterRole?: boolean;

  /**
   * More rules of its role, for custom resources: maps with `apiGroups`, `resources` and `verbs`.
   *
   * @default - none
   */
  readonly extraRules?: { [key: string]: any }[];
}

/**
 * State of Kubernetes objects as metrics: the switch `kubeStateMetrics.enabled` of the chart, and the values of the
 * sub-chart, below `kube-state-metrics`.
 */
export interface StackKubeStateMetrics extends StackScheduling {
  /**
   * Whether the release runs kube-state-metrics (`kubeStateMetrics.enabled`). Many rules and dashboards need it.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Labels of objects that become labels of metrics, for example `pods=[*]` (`metricLabelsAllowlist`).
   *
   * @default - none
   */
  readonly metricLabelsAllowlist?: string[];

  /**
   * Annotations of objects that become labels of metrics, for example `namespaces=[team]` (`metricAnnotationsAllowList`).
   *
   * @default - none
   */
  readonly metricAnnotationsAllowList?: string[];

  /**
   * Metrics that are exposed; nothing else is.
   *
   * @default - all
   */
  readonly metricAllowlist?: string[];

  /**
   * Metrics that are not exposed.
   *
   * @default - none
   */
  readonly metricDenylist?: string[];

  /**
   * Kinds of objects, in the plural, for example `pods`. Replaces the list of the chart.
   *
   * @default - all that rules and dashboards need, and more
   */
  readonly collectors?: string[];

  /**
   * Kinds that are taken out of `collectors`.
   *
   * @default - none
   */
  readonly collectorsExclude?: string[];

  /**
   * Kinds beside `collectors`.
   *
   * @default - none
   */
  readonly collectorsExtra?: string[];

  /**
   * Flags of kube-state-metrics.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * The only namespaces whose objects are read.
   *
   * @default - all
   */
  readonly namespaces?: string[];

  /**
   * Namespaces whose objects are not read.
   *
   * @default - none
   */
  readonly namespacesDenylist?: string[];

  /**
   * Metrics of custom resources.
   *
   * @default - none
   */
  readonly customResourceState?: StackCustomResourceState;

  /**
   * What it may read.
   *
   * @default - the kinds of `collectors`, in all namespaces
   */
  readonly rbac?: StackKubeStateMetricsRbac;

  /**
   * Whether its metrics about itself are scraped too.
   *
   * @default - off
   */
  readonly selfMonitor?: StackSwitch;

  /**
   * Whether several replicas share the objects, as a StatefulSet.
   *
   * @default - off
   */
  readonly autosharding?: StackSwitch;

  /**
   * Number of pods. More than one needs `autosharding`: each pod would export everything.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * CPU and memory of the container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

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
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * The image.
   *
   * @default - as the chart sets it
   */
  readonly image?: StackImage;

  /**
   * The ServiceAccount of the pods.
   *
   * @default - created by the chart
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * How it is scraped.
   *
   * @default - as the chart sets it
   */
  readonly prometheus?: StackKubeStateMetricsPrometheus;

  /**
   * Whether its objects carry `release: <release name>`, by which Prometheus selects. Keep it.
   *
   * @default true
   */
  readonly releaseLabel?: boolean;
}

const CUSTOM_RESOURCE_STATE: ValueTable<StackCustomResourceState> = {
  enabled: at('enabled', FLAG),
  config: at('config', MAP),
};

const RBAC: ValueTable<StackKubeStateMetricsRbac> = {
  create: at('create', FLAG),
  useClusterRole: at('useClusterRole', FLAG),
  extraRules: at('extraRules', MAPS),
};

/** Values below `kube-state-metrics`. */
const SUB_CHART: ValueTable<Omit<StackKubeStateMetrics, 'enabled'>> = {
  ...SCHEDULING,
  metricLabelsAllowlist: at('metricLabelsAllowlist', TEXTS),
  metricAnnotationsAllowList: at('metricAnnotationsAllowList', TEXTS),
  metricAllowlist: at('metricAllowlist', TEXTS),
  metricDenylist: at('metricDenylist', TEXTS),
  collectors: at('collectors', TEXTS),
  collectorsExclude: at('collectorsExclude', TEXTS),
  collectorsExtra: at('collectorsExtra', TEXTS),
  extraArgs: at('extraArgs', TEXTS),
  namespaces: at('namespaces', JOINED_TEXTS),
  namespacesDenylist: at('namespacesDenylist', JOINED_TEXTS),
  customResourceState: group('customResourceState', CUSTOM_RESOURCE_STATE),
  rbac: group('rbac', RBAC),
  selfMonitor: group('selfMonitor', SWITCH),
  autosharding: group('autosharding', SWITCH),
  replicas: at('replicas', COUNT),
  resources: at('resources', RESOURCES),
  topologySpreadConstraints: at('topologySpreadConstraints', SPREAD),
  priorityClassName: at('priorityClassName', TEXT),
  podDisruptionBudget: group('podDisruptionBudget', DISRUPTION_LIMITS),
  podLabels: at('podLabels', TEXT_MAP),
  podAnnotations: at('podAnnotations', TEXT_MAP),
  image: group('image', IMAGE),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  prometheus: group('prometheus', KUBE_STATE_METRICS_PROMETHEUS),
  releaseLabel: at('releaseLabel', FLAG),
};

/** The switch in the parent chart and the values of the sub-chart; their names differ by hyphens only. */
export const KUBE_STATE_METRICS: ValueTable<StackKubeStateMetrics> = {
  enabled: at('kubeStateMetrics.enabled', FLAG),
  ...below('kube-state-metrics', SUB_CHART),
};
