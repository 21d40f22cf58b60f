import { type ControlPlaneMetrics, downAlert, off, onLoopback, outOfReach } from './control-plane';
import { PlatformOptions } from './platform-options';
import type { PlatformSetting } from './platform-setting';

/** Any free port but 10250, where the kubelet listens. */
const WEBHOOK_PORT = { path: 'prometheusOperator.tls.internalPort', value: 8443 };

/**
 * Options of an EKS cluster.
 */
export interface EksOptions {
  /**
   * Metrics of kube-proxy (port 10249); exposed by `metricsBindAddress` in ConfigMap `kube-proxy-config`.
   *
   * @default ControlPlaneMetrics.HIDDEN
   */
  readonly kubeProxyMetrics?: ControlPlaneMetrics;

  /**
   * Whether pods have addresses that the control plane cannot reach, as with Calico or Cilium in overlay mode. The Operator
   * then runs on the host network, so that the API server reaches its webhook.
   *
   * @default false
   */
  readonly overlayNetwork?: boolean;
}

/**
 * Options of an EKS cluster with Fargate profiles.
 */
export interface EksFargateOptions {
  /**
   * Whether the cluster has EC2 nodes too. node-exporter then stays on; it avoids Fargate nodes by itself.
   *
   * @default false
   */
  readonly ec2Nodes?: boolean;

  /**
   * Metrics of kube-proxy (port 10249) on the EC2 nodes; exposed by `metricsBindAddress` in ConfigMap
   * `kube-proxy-config`. Fargate nodes have no kube-proxy to scrape. Needs `ec2Nodes`.
   *
   * @default ControlPlaneMetrics.HIDDEN
   */
  readonly kubeProxyMetrics?: ControlPlaneMetrics;
}

/** Amazon EKS with EC2 nodes. */
export function eks(options: EksOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.eks');
  const exposed = given.exposes('kubeProxyMetrics', options.kubeProxyMetrics);
  const overlay = given.flag('overlayNetwork', options.overlayNetwork);
  given.check();
  const onHost = [
    {
      path: 'prometheusOperator.hostNetwork',
      value: true,
      reason: 'the control plane cannot reach addresses of pods, and the API server calls the webhook of the Operator.',
    },
    { ...WEBHOOK_PORT, reason: 'on the host network port 10250 belongs to the kubelet.' },
  ];
  return [...outOfReach('AWS'), ...(exposed ? [] : [onLoopback('kubeProxy')]), ...(overlay ? onHost : [])];
}

/** Amazon EKS with Fargate nodes, alone or beside EC2 nodes. */
export function eksFargate(options: EksFargateOptions): PlatformSetting[] {
  const given = new PlatformOptions('Platform.eksFargate');
  const exposed = given.exposes('kubeProxyMetrics', options.kubeProxyMetrics);
  const ec2 = given.flag('ec2Nodes', options.ec2Nodes);
  if (exposed && !ec2) {
    given.add(
      'kubeProxyMetrics',
      'Fargate nodes have no kube-proxy to scrape.',
      'leave it out, or set ec2Nodes: true.',
    );
  }
  given.check();
  const withoutProxy = ec2
    ? onLoopback('kubeProxy')
    : off(
        'kubeProxy',
        `Fargate nodes have no pod of kube-proxy, so its target is never there and ${downAlert('kubeProxy')} fires for ever.`,
      );
  const withoutExporter = off('nodeExporter', 'Fargate runs no DaemonSets, so its dashboards stay empty.');
  return [
    ...outOfReach('AWS'),
    ...(exposed ? [] : [withoutProxy]),
    ...(ec2 ? [] : [withoutExporter]),
    {
      ...WEBHOOK_PORT,
      reason: 'on Fargate a pod shares its address with its kubelet, which holds port 10250.',
    },
  ];
}
