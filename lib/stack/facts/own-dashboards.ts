import type { Release } from './release';

/** Dashboards of the chart by the value that each hangs on. */
const DASHBOARDS: readonly (readonly [value: string, byDefault: boolean, names: string])[] = [
  [
    '',
    true,
    `cluster-total grafana-overview k8s-resources-cluster k8s-resources-multicluster k8s-resources-namespace
    k8s-resources-node k8s-resources-nodes-overview k8s-resources-pod k8s-resources-workload
    k8s-resources-workloads-namespace namespace-by-pod namespace-by-workload persistentvolumesusage pod-total prometheus
    workload-total`,
  ],
  ['alertmanager.enabled', true, 'alertmanager-overview'],
  ['kubeApiServer.enabled', true, 'apiserver'],
  ['kubeControllerManager.enabled', true, 'controller-manager'],
  ['kubeEtcd.enabled', true, 'etcd'],
  ['coreDns.enabled', true, 'k8s-coredns'],
  ['kubelet.enabled', true, 'kubelet'],
  ['kubeProxy.enabled', true, 'proxy'],
  ['kubeScheduler.enabled', true, 'scheduler'],
  ['nodeExporter.enabled', true, 'node-cluster-rsrc-use node-rsrc-use nodes nodes-aix nodes-darwin'],
  ['prometheus.prometheusSpec.remoteWriteDashboards', false, 'prometheus-remote-write'],
  [
    'windowsMonitoring.enabled',
    false,
    `k8s-resources-windows-cluster k8s-resources-windows-namespace k8s-resources-windows-pod
    k8s-windows-cluster-rsrc-use k8s-windows-node-rsrc-use`,
  ],
];

/** Values that keep dashboards whose part is off. */
const FORCED: { readonly [value: string]: string } = {
  'alertmanager.enabled': 'alertmanager.forceDeployDashboards',
  'nodeExporter.enabled': 'nodeExporter.forceDeployDashboards',
};

/** Dashboards of one operating system each. */
const SYSTEMS: { readonly [dashboard: string]: string } = {
  nodes: 'linux',
  'nodes-aix': 'aix',
  'nodes-darwin': 'darwin',
};

/**
 * Names of the dashboards that a release brings, sorted; each is a ConfigMap with the key `<name>.json`.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/dashboards-1.14`.
 */
export function ownDashboards({ values }: Release): string[] {
  const wanted = values.flag('grafana.enabled', true) || values.flag('grafana.forceDeployDashboards', false);
  if (!wanted || !values.flag('grafana.defaultDashboardsEnabled', true)) {
    return [];
  }
  return DASHBOARDS.filter(
    ([value, byDefault]) =>
      value === '' ||
      values.flag(value, byDefault) ||
      (FORCED[value] !== undefined && values.flag(FORCED[value], false)),
  )
    .flatMap(([, , names]) => names.split(/\s+/))
    .filter((name) => !SYSTEMS[name] || values.flag(`nodeExporter.operatingSystems.${SYSTEMS[name]}.enabled`, true))
    .sort();
}
