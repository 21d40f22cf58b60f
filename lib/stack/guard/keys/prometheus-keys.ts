/** Values below `prometheus`. See `parse-keys.ts` for the form. */
export const PROMETHEUS_KEYS = `
prometheus
  flag agentMode enabled
  maps additionalPodMonitors additionalRulesForClusterRole additionalServiceMonitors
  map additionalLabels annotations
  DisruptionBudget podDisruptionBudget
  ExtraSecret extraSecret
  Ingress ingress
  ReplicaIngress ingressPerReplica
  SelfMonitor serviceMonitor
  ServiceAccount serviceAccount
  VerticalPodAutoscaler verticalPodAutoscaler
  networkPolicy
    flag enabled
    text flavor namespace
    maps egress+ ingress+
    map cilium+ podSelector+
  prometheusSpec
    flag disableAlerting enableServiceLinks hostUsers ignoreNamespaceSelectors
    flag podMonitorSelectorNilUsesHelmValues probeSelectorNilUsesHelmValues prometheusExternalLabelNameClear
    flag remoteWriteDashboards replicaExternalLabelNameClear ruleSelectorNilUsesHelmValues
    flag scrapeConfigSelectorNilUsesHelmValues serviceMonitorSelectorNilUsesHelmValues
    flag|text allowOverlappingBlocks automountServiceAccountToken convertClassicHistogramsToNHCB
    flag|text disableCompaction enableAdminAPI enableOTLPReceiver enableRemoteWriteReceiver hostNetwork
    flag|text listenLocal overrideHonorLabels overrideHonorTimestamps paused scrapeClassicHistograms
    flag|text scrapeNativeHistograms walCompression
    number enforcedKeepDroppedTargets keepDroppedTargets labelLimit labelNameLengthLimit labelValueLengthLimit
    number maximumStartupDurationSeconds minReadySeconds replicas shards targetLimit
    number terminationGracePeriodSeconds
    number|flag enforcedLabelLimit enforcedLabelNameLengthLimit enforcedLabelValueLengthLimit
    number|flag enforcedSampleLimit enforcedTargetLimit sampleLimit
    duration evaluationInterval retention ruleQueryOffset scrapeInterval scrapeTimeout
    string routePrefix version
    text additionalConfigString bodySizeLimit dnsPolicy enforcedBodySizeLimit enforcedNamespaceLabel
    text externalUrl logFormat logLevel nameEscapingScheme nameValidationScheme podAntiAffinity
    text podAntiAffinityTopologyKey podManagementPolicy portName priorityClassName prometheusExternalLabelName
    text reloadStrategy replicaExternalLabelName retentionSize schedulerName scrapeFailureLogFile
    text serviceDiscoveryRole serviceName
    text|flag queryLogFile
    texts configMaps enableFeatures podTargetLabels remoteWriteReceiverMessageVersions scrapeProtocols secrets
    maps additionalAlertRelabelConfigs additionalArgs additionalRemoteRead additionalRemoteWrite
    maps alertingEndpoints containers excludedFromEnforcement hostAliases initContainers
    maps prometheusRulesExcludedFromEnforce remoteRead remoteWrite scrapeClasses tolerations
    maps topologySpreadConstraints volumeMounts volumes
    list additionalAlertManagerConfigs
    list|text additionalScrapeConfigs
    map additionalConfig additionalPrometheusSecretsAnnotations affinity apiserverConfig
    map arbitraryFSAccessThroughSMs dnsConfig exemplars externalLabels nodeSelector otlp
    map persistentVolumeClaimRetentionPolicy podMetadata podMonitorNamespaceSelector podMonitorSelector
    map probeNamespaceSelector probeSelector query resources ruleNamespaceSelector ruleSelector runtime
    map scrapeConfigNamespaceSelector scrapeConfigSelector securityContext serviceMonitorNamespaceSelector
    map serviceMonitorSelector shardingStrategy shardRetentionPolicy storageSpec thanos tracingConfig tsdb
    map updateStrategy web
    OptionalSecretKey additionalAlertManagerConfigsSecret additionalAlertRelabelConfigsSecret
    additionalScrapeConfigsSecret
      flag enabled+
      text key+ name+
    image
      string tag
      text pullPolicy registry repository sha
  route
    Route *
  routePerReplica
    ReplicaRoute *
  service
    ...Service
    flag publishNotReadyAddresses
    number reloaderWebNodePort reloaderWebPort
    text sessionAffinity
    SessionAffinity sessionAffinityConfig
  servicePerReplica
    ...ReplicaService
    DualStack ipDualStack
  thanosIngress
    flag enabled
    number nodePort servicePort
    text ingressClassName pathType+
    texts hosts paths
    maps tls
    map annotations labels
  thanosService
    ...ThanosService
    text clusterIP loadBalancerIP+
    texts loadBalancerSourceRanges+
    DualStack ipDualStack
  thanosServiceExternal
    ...ThanosService
    text loadBalancerIP
    texts loadBalancerSourceRanges
  thanosServiceMonitor
    flag enabled
    duration interval
    text bearerTokenFile scheme
    maps metricRelabelings relabelings
    map additionalLabels tlsConfig
`;
