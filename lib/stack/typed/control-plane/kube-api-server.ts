import type { LabelSelector } from '../../../selection/label-selector';
import { OWN_LABEL_SELECTOR } from '../label-selector-kind';
import { MONITOR, type StackMonitor } from '../service-monitor';
import { FLAG, TEXT } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * TLS towards the API server.
 */
export interface StackKubeApiServerTls {
  /**
   * Name that the certificate is checked against.
   *
   * @default "kubernetes"
   */
  readonly serverName?: string;

  /**
   * Whether the certificate goes unchecked.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;
}

/**
 * The ServiceMonitor of the API server. Own `metricRelabelings` replace those of the chart, which drop needless buckets.
 */
export interface StackKubeApiServerMonitor extends StackMonitor {
  /**
   * Whether the chart creates the ServiceMonitor. Prefer `enabled` of the component: with only this switched off, the
   * rules still miss the target, and KubeAPIDown fires for ever.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Label of the Service whose value becomes the job.
   *
   * @default "component"
   */
  readonly jobLabel?: string;

  /**
   * Which Services in the namespace `default` are scraped.
   *
   * @default - that of the API server, by `component: apiserver` and `provider: kubernetes`
   */
  readonly selector?: LabelSelector;
}

/**
 * The API server: the chart's values below `kubeApiServer`.
 */
export interface StackKubeApiServer {
  /**
   * Whether it is scraped: ServiceMonitor, rules and dashboard.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Name of the job in rules and dashboards, where the targets have another one; `k3s-server` on k3s.
   *
   * @default "apiserver"
   */
  readonly jobNameOverride?: string;

  /**
   * TLS towards the API server.
   *
   * @default - checked against the name `kubernetes`
   */
  readonly tlsConfig?: StackKubeApiServerTls;

  /**
   * The ServiceMonitor.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackKubeApiServerMonitor;
}

const KUBE_API_SERVER_TLS: ValueTable<StackKubeApiServerTls> = {
  serverName: at('serverName', TEXT),
  insecureSkipVerify: at('insecureSkipVerify', FLAG),
};

const KUBE_API_SERVER_MONITOR: ValueTable<StackKubeApiServerMonitor> = {
  ...MONITOR,
  enabled: at('enabled', FLAG),
  jobLabel: at('jobLabel', TEXT),
  selector: at('selector', OWN_LABEL_SELECTOR),
};

/** Values below `kubeApiServer`. */
export const KUBE_API_SERVER: ValueTable<StackKubeApiServer> = {
  enabled: at('enabled', FLAG),
  jobNameOverride: at('jobNameOverride', TEXT),
  tlsConfig: group('tlsConfig', KUBE_API_SERVER_TLS),
  serviceMonitor: group('serviceMonitor', KUBE_API_SERVER_MONITOR),
};
