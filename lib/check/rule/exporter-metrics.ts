/**
 * The part of kube-prometheus-stack that exposes a metric, by how its name begins: the longest prefix counts.
 *
 * Only names that nothing else usually exposes are here: the API server has some of etcd's, every Go program has
 * `workqueue_…`, and so on.
 */
const PREFIXES: { readonly [prefix: string]: string } = {
  node_: 'node-exporter',
  kube_: 'kube-state-metrics',
  kube_pod_resource_: 'kube-scheduler',
  windows_: 'windows-exporter',
  kubelet_: 'kubelet',
  container_: 'kubelet',
  machine_: 'kubelet',
  etcd_server_: 'kube-etcd',
  etcd_disk_: 'kube-etcd',
  etcd_network_: 'kube-etcd',
  etcd_mvcc_: 'kube-etcd',
  etcd_debugging_: 'kube-etcd',
  scheduler_: 'kube-scheduler',
  node_collector_: 'kube-controller-manager',
  kubeproxy_: 'kube-proxy',
  coredns_: 'coredns',
  apiserver_request_: 'apiserver',
  apiserver_flowcontrol_: 'apiserver',
  grafana_: 'grafana',
};

/** How people call what exposes these metrics, where they run it themselves. */
const OTHER_NAMES: { readonly [component: string]: string } = {
  'kube-etcd': 'etcd',
  'kube-scheduler': 'scheduler',
  'kube-controller-manager': 'controller-manager',
  'kube-proxy': 'proxy',
  kubelet: 'cadvisor',
  coredns: 'dns',
};

/** The part that exposes a metric; `undefined` where nobody can tell. */
export function exporterOf(metric: string): string | undefined {
  const words = metric.split('_');
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const component = PREFIXES[`${words.slice(0, count).join('_')}_`];
    if (component !== undefined) {
      return component;
    }
  }
  return undefined;
}

/** Whether a name is that of something which may expose the metrics of a part. */
export function mayBe(component: string, name: string): boolean {
  return name.includes(component) || (component in OTHER_NAMES && name.includes(OTHER_NAMES[component]));
}
