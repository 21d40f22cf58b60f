import { FLAG, TEXT, TEXTS } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import {
  COMPONENT_MONITOR,
  SECURE_COMPONENT_MONITOR,
  type StackComponentMonitor,
  type StackSecureComponentMonitor,
} from './component-monitor';
import { COMPONENT_SERVICE, type StackComponentService } from './component-service';

/**
 * The cluster DNS, CoreDNS: the chart's values below `coreDns`.
 */
export interface StackCoreDns {
  /**
   * Whether it is scraped: Service, ServiceMonitor and dashboard.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The Service in kube-system.
   *
   * @default - pods with the label `k8s-app: kube-dns`, port 9153
   */
  readonly service?: StackComponentService;

  /**
   * The ServiceMonitor.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackComponentMonitor;
}

/**
 * The controller manager or the scheduler: the chart's values below `kubeControllerManager` or `kubeScheduler`.
 */
export interface StackKubeComponent {
  /**
   * Whether it is scraped: Service, ServiceMonitor, rules and dashboard.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Name of the job in rules and dashboards, where the targets have another one; `k3s-server` on k3s.
   *
   * @default - the name of the component
   */
  readonly jobNameOverride?: string;

  /**
   * Addresses of the targets, where they are no pods of the cluster. The chart then writes `Endpoints`, which Argo CD
   * ignores unless told otherwise. Excludes `service.selector`.
   *
   * @default - the pods that `service.selector` takes
   */
  readonly endpoints?: string[];

  /**
   * The Service in kube-system.
   *
   * @default - pods with the label `component: kube-controller-manager` and port 10257, or `component: kube-scheduler`
   * and port 10259
   */
  readonly service?: StackComponentService;

  /**
   * The ServiceMonitor.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackSecureComponentMonitor;
}

/**
 * The ServiceMonitor of kube-proxy.
 */
export interface StackKubeProxyMonitor extends StackComponentMonitor {
  /**
   * Whether the target serves TLS.
   *
   * @default false
   */
  readonly https?: boolean;
}

/**
 * kube-proxy: the chart's values below `kubeProxy`.
 */
export interface StackKubeProxy {
  /**
   * Whether it is scraped: Service, ServiceMonitor, rules and dashboard.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Name of the job in rules and dashboards, where the targets have another one; `k3s-server` on k3s.
   *
   * @default "kube-proxy"
   */
  readonly jobNameOverride?: string;

  /**
   * Addresses of the targets, where they are no pods of the cluster. The chart then writes `Endpoints`, which Argo CD
   * ignores unless told otherwise. Excludes `service.selector`.
   *
   * @default - the pods that `service.selector` takes
   */
  readonly endpoints?: string[];

  /**
   * The Service in kube-system.
   *
   * @default - pods with the label `k8s-app: kube-proxy`, port 10249
   */
  readonly service?: StackComponentService;

  /**
   * The ServiceMonitor.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackKubeProxyMonitor;
}

/** Values below `coreDns`. */
export const CORE_DNS: ValueTable<StackCoreDns> = {
  enabled: at('enabled', FLAG),
  service: group('service', COMPONENT_SERVICE),
  serviceMonitor: group('serviceMonitor', COMPONENT_MONITOR),
};

/** Values below `kubeControllerManager` and `kubeScheduler`. */
export const KUBE_COMPONENT: ValueTable<StackKubeComponent> = {
  enabled: at('enabled', FLAG),
  jobNameOverride: at('jobNameOverride', TEXT),
  endpoints: at('endpoints', TEXTS),
  service: group('service', COMPONENT_SERVICE),
  serviceMonitor: group('serviceMonitor', SECURE_COMPONENT_MONITOR),
};

const KUBE_PROXY_MONITOR: ValueTable<StackKubeProxyMonitor> = {
  ...COMPONENT_MONITOR,
  https: at('https', FLAG),
};

/** Values below `kubeProxy`. */
export const KUBE_PROXY: ValueTable<StackKubeProxy> = {
  ...KUBE_COMPONENT,
  serviceMonitor: group('serviceMonitor', KUBE_PROXY_MONITOR),
};
