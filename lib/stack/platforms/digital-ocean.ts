import { type ControlPlaneMetrics, onLoopback, outOfReach } from './control-plane';
import { PlatformOptions } from './platform-options';
import type { PlatformSetting } from './platform-setting';

/**
 * Options of a DigitalOcean Kubernetes cluster.
 */
export interface DigitalOceanOptions {
  /**
   * Metrics of kube-proxy (port 10249); hidden also where Cilium replaces kube-proxy.
   *
   * @default ControlPlaneMetrics.HIDDEN
   */
  readonly kubeProxyMetrics?: ControlPlaneMetrics;
}

/** DigitalOcean Kubernetes. */
export function digitalOcean(options: DigitalOceanOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.digitalOcean');
  const exposed = given.exposes('kubeProxyMetrics', options.kubeProxyMetrics);
  given.check();
  return [...outOfReach('DigitalOcean'), ...(exposed ? [] : [onLoopback('kubeProxy')])];
}
