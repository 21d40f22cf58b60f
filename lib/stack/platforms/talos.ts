import { type ControlPlaneOptions, off, onLoopback } from './control-plane';
import { PlatformOptions } from './platform-options';
import type { PlatformSetting } from './platform-setting';

/**
 * Options of a Talos Linux cluster.
 */
export interface TalosOptions extends ControlPlaneOptions {
  /**
   * IP addresses of the nodes with etcd, whose metrics are exposed (`cluster.etcd.extraArgs.listen-metrics-urls`). Argo CD
   * does not apply the Endpoints that they become, unless told to.
   *
   * @default - where the metrics of etcd are exposed: the nodes that run kube-apiserver
   */
  readonly etcdEndpoints?: string[];
}

/** Talos Linux. */
export function talos(options: TalosOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.talos');
  const exposed = given.controlPlane(options);
  const addresses = given.addresses('etcdEndpoints', options.etcdEndpoints);
  if (options.etcdEndpoints !== undefined && !exposed.etcd) {
    given.add(
      'etcdEndpoints',
      'has no effect as long as the metrics of etcd are hidden.',
      'etcdMetrics: ControlPlaneMetrics.EXPOSED, or leave it out.',
    );
  }
  given.check();
  const noPod = 'etcd is a service of the host and not a pod';
  const hidden = off('kubeEtcd', `${noPod}, so there is nothing to scrape and its alerts and dashboard stay empty.`);
  const etcd =
    addresses.length > 0
      ? { path: 'kubeEtcd.endpoints', value: addresses, reason: `${noPod}, so its addresses are written out.` }
      : {
          path: 'kubeEtcd.service.selector',
          value: { component: 'kube-apiserver' },
          reason: `${noPod}; the pods of kube-apiserver stand for its nodes, whose address they share.`,
        };
  return [
    ...(exposed.controlPlane ? [] : [onLoopback('kubeControllerManager'), onLoopback('kubeScheduler')]),
    exposed.etcd ? etcd : hidden,
    ...(exposed.kubeProxy ? [] : [onLoopback('kubeProxy')]),
  ];
}
