import { type ControlPlaneOptions, onLoopback } from './control-plane';
import { PlatformOptions } from './platform-options';
import type { PlatformSetting } from './platform-setting';

/**
 * A control plane as kubeadm sets it up: all four parts are pods on the host network, with the labels that the chart
 * selects. kind and minikube bootstrap their nodes with kubeadm.
 *
 * @param factory as the caller wrote it
 */
export function kubeadm(factory: string, options: ControlPlaneOptions): PlatformSetting[] {
  const given = new PlatformOptions(factory);
  const exposed = given.controlPlane(options);
  given.check();
  return [
    ...(exposed.controlPlane ? [] : [onLoopback('kubeControllerManager'), onLoopback('kubeScheduler')]),
    ...(exposed.etcd ? [] : [onLoopback('kubeEtcd')]),
    ...(exposed.kubeProxy ? [] : [onLoopback('kubeProxy')]),
  ];
}
