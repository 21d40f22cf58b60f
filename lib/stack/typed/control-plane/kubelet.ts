import type { Duration } from 'cdk8s';
import type { RelabelConfig } from '../../../../imports/monitoring.coreos.com/v1/shared';
import { RELABELINGS } from '../bound-kind';
import { MONITOR, type StackMonitor } from '../service-monitor';
import { DURATION, FLAG, TEXT } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * What is read from the API server and attached to targets.
 */
export interface StackAttachMetadata {
  /**
   * Whether labels of the node stand ready for relabeling.
   *
   * @default false
   */
  readonly node?: boolean;
}

/**
 * The ServiceMonitor of the kubelet: its own metrics, cAdvisor, probes and resources.
 *
 * `interval`, `relabelings` and `metricRelabelings` are those of the kubelet's own metrics; `interval` also that of probes.
 * Own `relabelings`, of whatever endpoint, replace those of the chart, which set `metrics_path`: rules and dashboards
 * tell the endpoints apart by it. Own `metricRelabelings` replace what the chart drops.
 */
export interface StackKubeletMonitor extends StackMonitor {
  /**
   * Whether the chart creates the ServiceMonitor. Prefer `enabled` of the component: with only this switched off, the
   * rules still miss the target, and KubeletDown fires for ever.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Whether the kubelet's own `/metrics` is scraped.
   *
   * @default true
   */
  readonly kubelet?: boolean;

  /**
   * Whether `/metrics/cadvisor` is scraped: CPU, memory and network of containers.
   *
   * @default true
   */
  readonly cAdvisor?: boolean;

  /**
   * Whether `/metrics/probes` is scraped.
   *
   * @default true
   */
  readonly probes?: boolean;

  /**
   * Whether the path of `resourcePath` is scraped.
   *
   * @default false
   */
  readonly resource?: boolean;

  /**
   * Path of resource metrics. On every Kubernetes since 1.18 it is `/metrics/resource`.
   *
   * @default "/metrics/resource/v1alpha1"
   */
  readonly resourcePath?: string;

  /**
   * Time between two scrapes of cAdvisor.
   *
   * @default - 10 seconds, set by the chart
   */
  readonly cAdvisorInterval?: Duration;

  /**
   * Time between two scrapes of resource metrics.
   *
   * @default - 10 seconds, set by the chart
   */
  readonly resourceInterval?: Duration;

  /**
   * Whether the kubelet serves TLS.
   *
   * @default true
   */
  readonly https?: boolean;

  /**
   * Whether the certificate of the kubelet goes unchecked.
   *
   * @default true
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * What is read from the API server and attached to targets.
   *
   * @default - nothing
   */
  readonly attachMetadata?: StackAttachMetadata;

  /**
   * Label changes before the scrape of cAdvisor. Replaces those of the chart, which set `metrics_path`.
   *
   * @default - sets `metrics_path`
   */
  readonly cAdvisorRelabelings?: RelabelConfig[];

  /**
   * Label changes of the samples of cAdvisor. Replaces the drops that the chart sets.
   *
   * @default - drops needless metrics
   */
  readonly cAdvisorMetricRelabelings?: RelabelConfig[];

  /**
   * Label changes before the scrape of probes. Replaces those of the chart, which set `metrics_path`.
   *
   * @default - sets `metrics_path`
   */
  readonly probesRelabelings?: RelabelConfig[];

  /**
   * Label changes of the samples of probes.
   *
   * @default - none
   */
  readonly probesMetricRelabelings?: RelabelConfig[];

  /**
   * Label changes before the scrape of resource metrics. Replaces those of the chart, which set `metrics_path`.
   *
   * @default - sets `metrics_path`
   */
  readonly resourceRelabelings?: RelabelConfig[];
}

/**
 * The kubelet: the chart's values below `kubelet`. Its Service is made by the Operator; see `kubeletService` there.
 */
export interface StackKubelet {
  /**
   * Whether it is scraped: ServiceMonitor, rules and dashboards.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Namespace of the kubelet's Service.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Name of the job in rules and dashboards, where the targets have another one; `k3s-server` on k3s.
   *
   * @default "kubelet"
   */
  readonly jobNameOverride?: string;

  /**
   * The ServiceMonitor.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackKubeletMonitor;
}

const ATTACH_METADATA: ValueTable<StackAttachMetadata> = { node: at('node', FLAG) };

const KUBELET_MONITOR: ValueTable<StackKubeletMonitor> = {
  ...MONITOR,
  enabled: at('enabled', FLAG),
  kubelet: at('kubelet', FLAG),
  cAdvisor: at('cAdvisor', FLAG),
  probes: at('probes', FLAG),
  resource: at('resource', FLAG),
  resourcePath: at('resourcePath', TEXT),
  cAdvisorInterval: at('cAdvisorInterval', DURATION),
  resourceInterval: at('resourceInterval', DURATION),
  https: at('https', FLAG),
  insecureSkipVerify: at('insecureSkipVerify', FLAG),
  attachMetadata: group('attachMetadata', ATTACH_METADATA),
  cAdvisorRelabelings: at('cAdvisorRelabelings', RELABELINGS),
  cAdvisorMetricRelabelings: at('cAdvisorMetricRelabelings', RELABELINGS),
  probesRelabelings: at('probesRelabelings', RELABELINGS),
  probesMetricRelabelings: at('probesMetricRelabelings', RELABELINGS),
  resourceRelabelings: at('resourceRelabelings', RELABELINGS),
};

/** Values below `kubelet`. */
export const KUBELET: ValueTable<StackKubelet> = {
  enabled: at('enabled', FLAG),
  namespace: at('namespace', TEXT),
  jobNameOverride: at('jobNameOverride', TEXT),
  serviceMonitor: group('serviceMonitor', KUBELET_MONITOR),
};
