import { type ControlPlaneMetrics, downAlert, off, outOfReach } from './control-plane';
import { PlatformOptions } from './platform-options';
import { NAMESPACE, type PlatformSetting } from './platform-setting';

/** The DNS of a GKE cluster. */
export enum GkeDns {
  /** Pods of kube-dns in `kube-system`. */
  KUBE_DNS = 'kube-dns',
  /** Cloud DNS: nothing runs in the cluster. */
  CLOUD_DNS = 'cloud-dns',
}

/**
 * Options of a GKE cluster in Standard mode.
 */
export interface GkeOptions {
  /**
   * The DNS of the cluster.
   *
   * @default GkeDns.KUBE_DNS
   */
  readonly dns?: GkeDns;

  /**
   * Metrics of kube-proxy (port 10249). GKE itself offers no way to expose them, and with Dataplane V2 there is no
   * kube-proxy at all; exposed only where you changed the nodes.
   *
   * @default ControlPlaneMetrics.HIDDEN
   */
  readonly kubeProxyMetrics?: ControlPlaneMetrics;
}

/** Google Kubernetes Engine, Standard mode. */
export function gke(options: GkeOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.gke');
  const dns = given.oneOf('dns', options.dns ?? GkeDns.KUBE_DNS, GkeDns, 'GkeDns');
  const exposed = given.exposes('kubeProxyMetrics', options.kubeProxyMetrics);
  given.check();
  const kubeDns = {
    path: 'kubeDns.enabled',
    value: true,
    reason:
      'kube-dns is the DNS of a Standard cluster; where Cloud DNS replaces it the monitor finds no pod, and no alert depends on it.',
  };
  return [
    ...outOfReach('Google'),
    exposed
      ? // kubernetes, cluster/gce/manifests/kube-proxy.manifest
        {
          path: 'kubeProxy.service.selector',
          value: { component: 'kube-proxy' },
          reason: 'the pods of kube-proxy carry the label component, and not the one that the chart selects.',
        }
      : off(
          'kubeProxy',
          `kube-proxy serves metrics on the node's loopback address only, and Dataplane V2 has none, so ${downAlert('kubeProxy')} fires for ever.`,
        ),
    off('coreDns', 'the cluster DNS is kube-dns or Cloud DNS; the CoreDNS port of the chart is not there.'),
    ...(dns === GkeDns.KUBE_DNS ? [kubeDns] : []),
  ];
}

/** Google Kubernetes Engine, Autopilot mode. */
export function gkeAutopilot(): PlatformSetting[] {
  return [
    ...outOfReach('Google'),
    off(
      'kubeProxy',
      `Dataplane V2 stands in for kube-proxy, and Autopilot refuses the Service in kube-system; without a target ${downAlert('kubeProxy')} fires for ever.`,
    ),
    off(
      'coreDns',
      'the cluster DNS is kube-dns or Cloud DNS, and Autopilot refuses the Service that the chart would put into kube-system.',
    ),
    off('nodeExporter', 'Autopilot refuses its host network, host PID, host paths and host port.'),
    {
      path: 'prometheusOperator.kubeletService.namespace',
      value: NAMESPACE,
      reason:
        'the Operator keeps a Service of all kubelets, and Autopilot refuses it in kube-system; without it KubeletDown fires for ever.',
    },
    { path: 'kubelet.namespace', value: NAMESPACE, reason: 'the monitor looks where that Service is.' },
    {
      path: 'kube-state-metrics.collectorsExclude',
      value: ['mutatingwebhookconfigurations'],
      reason: 'Autopilot keeps these to itself, so kube-state-metrics logs an error at each attempt to list them.',
    },
  ];
}
