/** A group of rules that the chart brings; each is a PrometheusRule object of its own. */
export interface DefaultRuleGroup {
  /** Name of the group, and the last part of the object's name. */
  readonly group: string;
  /** Key below `defaultRules.rules`. */
  readonly key: string;
  /** Values that must be true besides. */
  readonly needs?: readonly string[];
  /** Alerts in their order; a name that stands in several rules is repeated. */
  readonly alerts?: readonly string[];
  /** Alerts that need a value of their own to be true. */
  readonly alertNeeds?: { readonly [alert: string]: string };
  /** Number of recording rules. */
  readonly records?: number;
}

const API_SERVER = ['kubeApiServer.enabled'];
const SCHEDULER = ['kubeScheduler.enabled'];
const WINDOWS = ['windowsMonitoring.enabled'];

/** The text of a list, without its line breaks. */
const names = (text: string): string[] => text.trim().split(/\s+/);

/**
 * The rules of the chart.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/rules-1.14`; the names of alerts come from the
 * mixins that these are made of.
 */
export const DEFAULT_RULE_GROUPS: readonly DefaultRuleGroup[] = [
  {
    group: 'alertmanager.rules',
    key: 'alertmanager',
    alerts: names(`
      AlertmanagerFailedReload AlertmanagerMembersInconsistent AlertmanagerFailedToSendAlerts
      AlertmanagerClusterFailedToSendAlerts AlertmanagerClusterFailedToSendAlerts AlertmanagerConfigInconsistent
      AlertmanagerClusterDown AlertmanagerClusterCrashlooping AlertmanagerClusterFailedPeers`),
  },
  { group: 'config-reloaders', key: 'configReloaders', alerts: ['ConfigReloaderSidecarErrors'] },
  {
    group: 'etcd',
    key: 'etcd',
    needs: ['kubeEtcd.enabled'],
    alerts: names(`
      etcdMembersDown etcdInsufficientMembers etcdNoLeader etcdHighNumberOfLeaderChanges
      etcdHighNumberOfFailedGRPCRequests etcdHighNumberOfFailedGRPCRequests etcdGRPCRequestsSlow
      etcdMemberCommunicationSlow etcdHighNumberOfFailedProposals etcdHighFsyncDurations etcdHighFsyncDurations
      etcdHighCommitDurations etcdDatabaseQuotaLowSpace etcdExcessiveDatabaseGrowth
      etcdDatabaseHighFragmentationRatio`),
  },
  { group: 'general.rules', key: 'general', alerts: ['TargetDown', 'Watchdog', 'InfoInhibitor'] },
  { group: 'k8s.rules.container_cpu_usage_seconds_total', key: 'k8sContainerCpuUsageSecondsTotal', records: 2 },
  { group: 'k8s.rules.container_memory_cache', key: 'k8sContainerMemoryCache', records: 1 },
  { group: 'k8s.rules.container_memory_rss', key: 'k8sContainerMemoryRss', records: 1 },
  { group: 'k8s.rules.container_memory_swap', key: 'k8sContainerMemorySwap', records: 1 },
  { group: 'k8s.rules.container_memory_working_set_bytes', key: 'k8sContainerMemoryWorkingSetBytes', records: 1 },
  { group: 'k8s.rules.container_resource', key: 'k8sContainerResource', records: 8 },
  { group: 'k8s.rules.pod_owner', key: 'k8sPodOwner', records: 8 },
  { group: 'kube-apiserver-availability.rules', key: 'kubeApiserverAvailability', needs: API_SERVER, records: 16 },
  { group: 'kube-apiserver-burnrate.rules', key: 'kubeApiserverBurnrate', needs: API_SERVER, records: 14 },
  { group: 'kube-apiserver-histogram.rules', key: 'kubeApiserverHistogram', needs: API_SERVER, records: 2 },
  {
    group: 'kube-apiserver-slos',
    key: 'kubeApiserverSlos',
    needs: API_SERVER,
    alerts: names('KubeAPIErrorBudgetBurn KubeAPIErrorBudgetBurn KubeAPIErrorBudgetBurn KubeAPIErrorBudgetBurn'),
  },
  { group: 'kube-prometheus-general.rules', key: 'kubePrometheusGeneral', records: 2 },
  { group: 'kube-prometheus-node-recording.rules', key: 'kubePrometheusNodeRecording', records: 6 },
  { group: 'kube-scheduler.rules', key: 'kubeSchedulerRecording', needs: SCHEDULER, records: 9 },
  {
    group: 'kube-state-metrics',
    key: 'kubeStateMetrics',
    alerts: names(`
      KubeStateMetricsListErrors KubeStateMetricsWatchErrors KubeStateMetricsShardingMismatch
      KubeStateMetricsShardsMissing`),
  },
  { group: 'kubelet.rules', key: 'kubelet', needs: ['kubelet.enabled'], records: 3 },
  {
    group: 'kubernetes-apps',
    key: 'kubernetesApps',
    alerts: names(`
      KubePodCrashLooping KubePodNotReady KubeDeploymentGenerationMismatch KubeDeploymentReplicasMismatch
      KubeDeploymentRolloutStuck KubeStatefulSetReplicasMismatch KubeStatefulSetGenerationMismatch
      KubeStatefulSetUpdateNotRolledOut KubeDaemonSetRolloutStuck KubeContainerWaiting KubeDaemonSetNotScheduled
      KubeDaemonSetMisScheduled KubeJobNotCompleted KubeJobFailed KubeHpaReplicasMismatch KubeHpaMaxedOut
      KubePdbNotEnoughHealthyPods`),
  },
  {
    group: 'kubernetes-resources',
    key: 'kubernetesResources',
    alerts: names(`
      KubeCPUOvercommit KubeMemoryOvercommit KubeCPUQuotaOvercommit KubeMemoryQuotaOvercommit KubeQuotaAlmostFull
      KubeQuotaFullyUsed KubeQuotaExceeded CPUThrottlingHigh`),
  },
  {
    group: 'kubernetes-storage',
    key: 'kubernetesStorage',
    alerts: names(`
      KubePersistentVolumeFillingUp KubePersistentVolumeFillingUp KubePersistentVolumeInodesFillingUp
      KubePersistentVolumeInodesFillingUp KubePersistentVolumeErrors`),
  },
  { group: 'kubernetes-system', key: 'kubernetesSystem', alerts: ['KubeVersionMismatch', 'KubeClientErrors'] },
  {
    group: 'kubernetes-system-apiserver',
    key: 'kubernetesSystem',
    alerts: names(`
      KubeClientCertificateExpiration KubeClientCertificateExpiration KubeAggregatedAPIErrors KubeAggregatedAPIDown
      KubeAPIDown KubeAPIInstanceUnreachable KubeAPITerminatedRequests`),
    alertNeeds: { KubeAPIDown: 'kubeApiServer.enabled' },
  },
  {
    group: 'kubernetes-system-controller-manager',
    key: 'kubeControllerManager',
    needs: ['kubeControllerManager.enabled'],
    alerts: ['KubeControllerManagerDown', 'KubeControllerManagerInstanceUnreachable'],
  },
  {
    group: 'kubernetes-system-kube-proxy',
    key: 'kubeProxy',
    needs: ['kubeProxy.enabled'],
    alerts: ['KubeProxyDown', 'KubeProxyInstanceUnreachable'],
  },
  {
    group: 'kubernetes-system-kubelet',
    key: 'kubernetesSystem',
    alerts: names(`
      KubeNodeNotReady KubeNodePressure KubeNodeUnreachable KubeletTooManyPods KubeNodeReadinessFlapping KubeNodeEviction
      KubeletPlegDurationHigh KubeletPodStartUpLatencyHigh KubeletClientCertificateExpiration
      KubeletClientCertificateExpiration KubeletServerCertificateExpiration KubeletServerCertificateExpiration
      KubeletClientCertificateRenewalErrors KubeletServerCertificateRenewalErrors KubeletInstanceUnreachable KubeletDown`),
    alertNeeds: { KubeletDown: 'prometheusOperator.kubeletService.enabled' },
  },
  {
    group: 'kubernetes-system-scheduler',
    key: 'kubeSchedulerAlerting',
    needs: SCHEDULER,
    alerts: ['KubeSchedulerDown', 'KubeSchedulerInstanceUnreachable'],
  },
  {
    group: 'node-exporter',
    key: 'nodeExporterAlerting',
    alerts: names(`
      NodeFilesystemSpaceFillingUp NodeFilesystemSpaceFillingUp NodeFilesystemAlmostOutOfSpace
      NodeFilesystemAlmostOutOfSpace NodeFilesystemFilesFillingUp NodeFilesystemFilesFillingUp
      NodeFilesystemAlmostOutOfFiles NodeFilesystemAlmostOutOfFiles NodeNetworkReceiveErrs NodeNetworkTransmitErrs
      NodeHighNumberConntrackEntriesUsed NodeTextFileCollectorScrapeError NodeClockSkewDetected
      NodeClockNotSynchronising NodeRAIDDegraded NodeRAIDDiskFailure NodeFileDescriptorLimit NodeFileDescriptorLimit
      NodeCPUHighUsage NodeSystemSaturation NodeMemoryMajorPagesFaults NodeMemoryHighUtilization NodeDiskIOSaturation
      NodeSystemdServiceFailed NodeSystemdServiceCrashlooping NodeBondingDegraded`),
  },
  { group: 'node-exporter.rules', key: 'nodeExporterRecording', records: 15 },
  { group: 'node-network', key: 'network', alerts: ['NodeNetworkInterfaceFlapping'] },
  { group: 'node.rules', key: 'node', records: 5 },
  {
    group: 'prometheus',
    key: 'prometheus',
    alerts: names(`
      PrometheusBadConfig PrometheusSDRefreshFailure PrometheusKubernetesListWatchFailures
      PrometheusNotificationQueueRunningFull PrometheusErrorSendingAlertsToSomeAlertmanagers
      PrometheusNotConnectedToAlertmanagers PrometheusTSDBReloadsFailing PrometheusTSDBCompactionsFailing
      PrometheusNotIngestingSamples PrometheusDuplicateTimestamps PrometheusOutOfOrderTimestamps
      PrometheusRemoteStorageFailures PrometheusRemoteWriteBehind PrometheusRemoteWriteDesiredShards
      PrometheusRuleFailures PrometheusMissingRuleEvaluations PrometheusTargetLimitHit PrometheusLabelLimitHit
      PrometheusScrapeBodySizeLimitHit PrometheusScrapeSampleLimitHit PrometheusTargetSyncFailure
      PrometheusHighQueryLoad PrometheusErrorSendingAlertsToAnyAlertmanager`),
  },
  {
    group: 'prometheus-operator',
    key: 'prometheusOperator',
    alerts: names(`
      PrometheusOperatorListErrors PrometheusOperatorWatchErrors PrometheusOperatorSyncFailed
      PrometheusOperatorReconcileErrors PrometheusOperatorStatusUpdateErrors PrometheusOperatorNodeLookupErrors
      PrometheusOperatorNotReady PrometheusOperatorRejectedResources`),
  },
  { group: 'windows.node.rules', key: 'windows', needs: WINDOWS },
  { group: 'windows.pod.rules', key: 'windows', needs: WINDOWS },
];
