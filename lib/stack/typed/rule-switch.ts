/**
 * Switches of the rules that the chart brings, by its own names. One switch is for one group of rules or for several;
 * `StackRelease.ruleGroups` lists the groups that a release has, and the switches of each.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3, `defaultRules.rules`.
 */
export enum StackRuleSwitch {
  /** Alerts on Alertmanager. */
  ALERTMANAGER = 'alertmanager',
  /** Alerts on etcd; only with `kubeEtcd.enabled`. */
  ETCD = 'etcd',
  /** Alerts on the config reloaders. */
  CONFIG_RELOADERS = 'configReloaders',
  /** TargetDown, Watchdog and InfoInhibitor. */
  GENERAL = 'general',
  /** CPU of containers. */
  K8S_CONTAINER_CPU_USAGE_SECONDS_TOTAL = 'k8sContainerCpuUsageSecondsTotal',
  /** Page cache of containers. */
  K8S_CONTAINER_MEMORY_CACHE = 'k8sContainerMemoryCache',
  /** Resident memory of containers. */
  K8S_CONTAINER_MEMORY_RSS = 'k8sContainerMemoryRss',
  /** Swap of containers. */
  K8S_CONTAINER_MEMORY_SWAP = 'k8sContainerMemorySwap',
  /** Requests and limits of containers. */
  K8S_CONTAINER_RESOURCE = 'k8sContainerResource',
  /** Working set of containers. */
  K8S_CONTAINER_MEMORY_WORKING_SET_BYTES = 'k8sContainerMemoryWorkingSetBytes',
  /** Owners of pods. */
  K8S_POD_OWNER = 'k8sPodOwner',
  /** Availability of the API server; only with `kubeApiServer.enabled`. */
  KUBE_APISERVER_AVAILABILITY = 'kubeApiserverAvailability',
  /** Burn rates of the API server; only with `kubeApiServer.enabled`. */
  KUBE_APISERVER_BURNRATE = 'kubeApiserverBurnrate',
  /** Latencies of the API server; only with `kubeApiServer.enabled`. */
  KUBE_APISERVER_HISTOGRAM = 'kubeApiserverHistogram',
  /** Alerts on the error budget of the API server; only with `kubeApiServer.enabled`. */
  KUBE_APISERVER_SLOS = 'kubeApiserverSlos',
  /** Alerts on the controller manager; only with `kubeControllerManager.enabled`. */
  KUBE_CONTROLLER_MANAGER = 'kubeControllerManager',
  /** Latencies of kubelets; only with `kubelet.enabled`. */
  KUBELET = 'kubelet',
  /** Alerts on kube-proxy; only with `kubeProxy.enabled`. */
  KUBE_PROXY = 'kubeProxy',
  /** Counts of targets. */
  KUBE_PROMETHEUS_GENERAL = 'kubePrometheusGeneral',
  /** CPU and network of nodes. */
  KUBE_PROMETHEUS_NODE_RECORDING = 'kubePrometheusNodeRecording',
  /** Alerts on Deployments, StatefulSets, DaemonSets, Jobs and their pods. */
  KUBERNETES_APPS = 'kubernetesApps',
  /** Alerts on overcommitment, quotas and throttling. */
  KUBERNETES_RESOURCES = 'kubernetesResources',
  /** Alerts on volumes. */
  KUBERNETES_STORAGE = 'kubernetesStorage',
  /** Alerts on the API server and kubelets. */
  KUBERNETES_SYSTEM = 'kubernetesSystem',
  /** Alerts on the scheduler; only with `kubeScheduler.enabled`. */
  KUBE_SCHEDULER_ALERTING = 'kubeSchedulerAlerting',
  /** Latencies of the scheduler; only with `kubeScheduler.enabled`. */
  KUBE_SCHEDULER_RECORDING = 'kubeSchedulerRecording',
  /** Alerts on kube-state-metrics. */
  KUBE_STATE_METRICS = 'kubeStateMetrics',
  /** Alerts on network interfaces of nodes. */
  NETWORK = 'network',
  /** CPU and memory of nodes. */
  NODE = 'node',
  /** Alerts on nodes. */
  NODE_EXPORTER_ALERTING = 'nodeExporterAlerting',
  /** Utilisation and saturation of nodes. */
  NODE_EXPORTER_RECORDING = 'nodeExporterRecording',
  /** Alerts on Prometheus. */
  PROMETHEUS = 'prometheus',
  /** Alerts on the Operator. */
  PROMETHEUS_OPERATOR = 'prometheusOperator',
  /** Windows nodes; only with `windowsMonitoring.enabled`. */
  WINDOWS = 'windows',
}

/**
 * How a namespace is compared with a regular expression.
 */
export enum StackNamespaceMatch {
  /** Namespaces that match. */
  MATCHING = '=~',
  /** Namespaces that do not match. */
  NOT_MATCHING = '!~',
}
