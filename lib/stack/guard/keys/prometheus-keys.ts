/** Values below `prometheus`. See `key-tree.ts` for the form. */
export const PROMETHEUS_KEYS = `
prometheus
  flag agentMode enabled
  maps additionalPodMonitors additionalRulesForClusterRole additionalServiceMonitors
  map additionalLabels annotations
  extraSecret
    text name+
    map annotations data
  ingress
    flag enabled
    number|text servicePort+
    text ingressClassName pathType+ serviceName+
    texts hosts paths
    maps tls
    map annotations labels
  ingressPerReplica
    flag enabled
    text hostDomain hostPrefix ingressClassName pathType+ tlsSecretName
    texts paths
    map annotations labels
    tlsSecretPerReplica
      flag enabled
      text prefix
  networkPolicy
    flag enabled
    text flavor namespace
    maps egress+ ingress+
    map cilium+ podSelector+
  podDisruptionBudget
    flag enabled
    number|text maxUnavailable+ minAvailable
    text unhealthyPodEvictionPolicy
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
    additionalAlertManagerConfigsSecret
      flag optional+
      text key+ name+
    additionalAlertRelabelConfigsSecret
      flag optional+
      text key+ name+
    additionalScrapeConfigsSecret
      flag enabled+
      text key+ name+
    image
      string tag
      text pullPolicy registry repository sha
  route
    *
      flag enabled httpsRedirect
      text apiVersion kind
      texts hostnames
      maps additionalRules filters matches parentRefs
      map annotations labels sessionPersistence
  routePerReplica
    *
      flag enabled httpsRedirect
      text apiVersion hostDomain hostPrefix kind
      maps additionalRules filters matches parentRefs
      map annotations labels sessionPersistence
  service
    flag enabled publishNotReadyAddresses
    number nodePort port reloaderWebNodePort reloaderWebPort
    number|text targetPort
    text clusterIP externalTrafficPolicy loadBalancerClass+ loadBalancerIP sessionAffinity type
    texts externalIPs loadBalancerSourceRanges
    maps additionalPorts
    map annotations labels
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
    sessionAffinityConfig
      clientIP
        number timeoutSeconds
  serviceAccount
    flag automountServiceAccountToken create
    text name
    map annotations
  serviceMonitor
    flag selfMonitor
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile scheme
    maps additionalEndpoints metricRelabelings relabelings
    map additionalLabels tlsConfig
  servicePerReplica
    flag enabled
    number nodePort port
    number|text targetPort
    text clusterIP+ externalTrafficPolicy loadBalancerIP+ type
    texts loadBalancerSourceRanges
    map annotations labels+
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  thanosIngress
    flag enabled
    number nodePort servicePort
    text ingressClassName pathType+
    texts hosts paths
    maps tls
    map annotations labels
  thanosService
    flag enabled
    number httpNodePort httpPort nodePort port
    number|text targetHttpPort targetPort
    text clusterIP externalTrafficPolicy httpPortName loadBalancerClass+ loadBalancerIP+ portName type
    texts loadBalancerSourceRanges+
    map annotations labels
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  thanosServiceExternal
    flag enabled
    number httpNodePort httpPort nodePort port
    number|text targetHttpPort targetPort
    text externalTrafficPolicy httpPortName loadBalancerClass+ loadBalancerIP portName type
    texts loadBalancerSourceRanges
    map annotations labels
  thanosServiceMonitor
    flag enabled
    duration interval
    text bearerTokenFile scheme
    maps metricRelabelings relabelings
    map additionalLabels tlsConfig
  verticalPodAutoscaler
    flag enabled
    text controlledValues+
    texts controlledResources
    list recommenders+
    map maxAllowed minAllowed
    updatePolicy
      number minReplicas+
      text updateMode
`;
