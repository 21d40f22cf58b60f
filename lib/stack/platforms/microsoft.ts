import { type ControlPlaneMetrics, downAlert, off, outOfReach } from './control-plane';
import { PlatformOptions } from './platform-options';
import type { PlatformSetting } from './platform-setting';

/**
 * Options of an AKS cluster.
 */
export interface AksOptions {
  /**
   * Metrics of kube-proxy (port 10249). Reports disagree on whether AKS lets them be reached: try it from a pod first.
   *
   * @default ControlPlaneMetrics.HIDDEN
   */
  readonly kubeProxyMetrics?: ControlPlaneMetrics;
}

/** Azure Kubernetes Service. */
export function aks(options: AksOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.aks');
  const exposed = given.exposes('kubeProxyMetrics', options.kubeProxyMetrics);
  given.check();
  return [
    ...outOfReach('Azure'),
    exposed
      ? {
          path: 'kubeProxy.service.selector',
          value: { component: 'kube-proxy' },
          reason: 'the pods of kube-proxy carry the label component, and not the one that the chart selects.',
        }
      : off(
          'kubeProxy',
          `its pods carry other labels than the chart selects, and their port is not reachable everywhere; without a target ${downAlert('kubeProxy')} fires for ever.`,
        ),
  ];
}
