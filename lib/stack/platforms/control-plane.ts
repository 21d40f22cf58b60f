import type { PlatformSetting } from './platform-setting';

/** Whether the metrics of a part of the control plane can be scraped from the cluster's network. */
export enum ControlPlaneMetrics {
  /** They cannot be reached: the part listens on 127.0.0.1 of its node. */
  HIDDEN = 'hidden',
  /** The cluster is set up so that the part listens on the node's address. */
  EXPOSED = 'exposed',
}

/**
 * What a cluster exposes whose control plane you run yourself.
 */
export interface ControlPlaneOptions {
  /**
   * Metrics of the controller manager (port 10257) and the scheduler (port 10259); exposed by their `bind-address`.
   *
   * @default ControlPlaneMetrics.HIDDEN
   */
  readonly controlPlaneMetrics?: ControlPlaneMetrics;

  /**
   * Metrics of etcd (port 2381, plain HTTP); exposed by its `listen-metrics-urls`.
   *
   * @default - as `controlPlaneMetrics`
   */
  readonly etcdMetrics?: ControlPlaneMetrics;

  /**
   * Metrics of kube-proxy (port 10249, plain HTTP); exposed by its `metricsBindAddress`. Hidden also where something else
   * replaces kube-proxy.
   *
   * @default - as `controlPlaneMetrics`
   */
  readonly kubeProxyMetrics?: ControlPlaneMetrics;
}

/** Parts that the chart monitors and that platforms hide. */
export type Part = 'kubeControllerManager' | 'kubeScheduler' | 'kubeEtcd' | 'kubeProxy';

const NAMES: Readonly<Record<Part, string>> = {
  kubeControllerManager: 'the controller manager',
  kubeScheduler: 'the scheduler',
  kubeEtcd: 'etcd',
  kubeProxy: 'kube-proxy',
};

/**
 * Switches a component off. `enabled` of the component, and not of its monitor: the templates of the chart drop the alerts
 * with the first only (helm-charts, `rules-1.14/kubernetes-system-scheduler.yaml` and its siblings).
 */
export function off(component: string, reason: string): PlatformSetting {
  return { path: `${component}.enabled`, value: false, reason };
}

/** The three parts that a provider runs where nobody else reaches them. */
export function outOfReach(provider: string): PlatformSetting[] {
  const absent = (['kubeControllerManager', 'kubeScheduler'] as const).map((part) =>
    off(
      part,
      `${provider} runs ${NAMES[part]} out of reach, so its target is never there and ${downAlert(part)} fires for ever.`,
    ),
  );
  const etcd = `${provider} runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty.`;
  return [...absent, off('kubeEtcd', etcd)];
}

/** Switches off a part whose targets are found, and refuse. */
export function onLoopback(part: Part): PlatformSetting {
  const alerts =
    part === 'kubeEtcd'
      ? 'TargetDown, etcdMembersDown and etcdInsufficientMembers fire for ever.'
      : `TargetDown and ${unreachableAlert(part)} fire for ever (${downAlert(part)} in older charts).`;
  return off(
    part,
    `${NAMES[part]} serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and ${alerts}`,
  );
}

/** Name of the alert on a missing target. */
export function downAlert(part: Exclude<Part, 'kubeEtcd'>): string {
  return `${part[0].toUpperCase()}${part.slice(1)}Down`;
}

function unreachableAlert(part: Exclude<Part, 'kubeEtcd'>): string {
  return downAlert(part).replace(/Down$/, 'InstanceUnreachable');
}
