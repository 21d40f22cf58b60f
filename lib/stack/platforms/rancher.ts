import { type ControlPlaneOptions, downAlert, off, onLoopback } from './control-plane';
import { PlatformOptions } from './platform-options';
import type { PlatformSetting } from './platform-setting';

/**
 * Options of a k3s cluster.
 */
export interface K3sOptions {
  /**
   * IP addresses of the servers with embedded etcd, started with `--etcd-expose-metrics`. Argo CD does not apply the
   * Endpoints that they become, unless told to.
   *
   * @default - none: etcd is not scraped
   */
  readonly etcdEndpoints?: string[];
}

/** k3s: one process per node, which serves the metrics of all its parts on every port. */
export function k3s(options: K3sOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.k3s');
  const addresses = given.addresses('etcdEndpoints', options.etcdEndpoints);
  given.check();
  const inside = (part: 'kubeControllerManager' | 'kubeScheduler' | 'kubeProxy', name: string) =>
    off(
      part,
      `k3s runs ${name} inside its one process, so there is no pod to find and ${downAlert(part)} fires for ever; its metrics come with those of the kubelet.`,
    );
  const noPod = 'k3s runs etcd, if at all, inside its one process';
  return [
    inside('kubeControllerManager', 'the controller manager'),
    inside('kubeScheduler', 'the scheduler'),
    addresses.length > 0
      ? { path: 'kubeEtcd.endpoints', value: addresses, reason: `${noPod}, so its addresses are written out.` }
      : off('kubeEtcd', `${noPod}, so there is no pod to scrape and its alerts and dashboard stay empty.`),
    inside('kubeProxy', 'kube-proxy'),
  ];
}

/** RKE2: static pods, but for the labels of kube-proxy as kubeadm has them. */
export function rke2(options: ControlPlaneOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.rke2');
  const exposed = given.controlPlane(options);
  given.check();
  const otherLabels = 'the pods of kube-proxy carry the label component, and not the one that the chart selects';
  return [
    ...(exposed.controlPlane ? [] : [onLoopback('kubeControllerManager'), onLoopback('kubeScheduler')]),
    ...(exposed.etcd ? [] : [onLoopback('kubeEtcd')]),
    exposed.kubeProxy
      ? { path: 'kubeProxy.service.selector', value: { component: 'kube-proxy' }, reason: `${otherLabels}.` }
      : off(
          'kubeProxy',
          `${otherLabels}, and it serves metrics on 127.0.0.1 of its node; without a target ${downAlert('kubeProxy')} fires for ever.`,
        ),
  ];
}
