/** Values below `thanosRuler`. See `key-tree.ts` for the form. */
export const THANOS_RULER_KEYS = `
thanosRuler
  flag enabled
  text name+
  map annotations
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
  podDisruptionBudget
    flag enabled
    number|text maxUnavailable+ minAvailable
    text unhealthyPodEvictionPolicy
  route
    *
      flag enabled httpsRedirect
      text apiVersion kind
      texts hostnames
      maps additionalRules filters matches parentRefs
      map annotations labels sessionPersistence
  service
    flag enabled
    number nodePort port
    number|text targetPort
    text clusterIP externalTrafficPolicy loadBalancerClass+ loadBalancerIP type
    texts externalIPs loadBalancerSourceRanges
    maps additionalPorts
    map annotations labels
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceAccount
    flag automountServiceAccountToken+ create
    text name
    map annotations
  serviceMonitor
    flag selfMonitor
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile proxyUrl scheme
    maps additionalEndpoints metricRelabelings relabelings
    map additionalLabels tlsConfig
  thanosRulerSpec
    flag enableServiceLinks externalPrefixNilUsesHelmValues hostUsers ruleSelectorNilUsesHelmValues
    flag|text listenLocal paused
    number minReadySeconds replicas ruleConcurrentEval terminationGracePeriodSeconds
    duration evaluationInterval retention
    string routePrefix version
    text additionalConfigString alertQueryUrl+ alertRelabelConfigFile dnsPolicy enforcedNamespaceLabel
    text externalPrefix imagePullPolicy logFormat logLevel objectStorageConfigFile podAntiAffinity
    text podAntiAffinityTopologyKey podManagementPolicy portName priorityClassName resendDelay ruleGracePeriod
    text ruleOutageTolerance ruleQueryOffset serviceName tracingConfigFile
    texts alertDropLabels alertmanagersUrl+ enableFeatures queryEndpoints
    maps additionalArgs containers excludedFromEnforcement extraEnv hostAliases initContainers remoteWrite
    maps tolerations topologySpreadConstraints volumeMounts volumes
    map additionalConfig affinity dnsConfig grpcServerTlsConfig labels nodeSelector podMetadata resources
    map ruleNamespaceSelector ruleSelector securityContext storage updateStrategy web
    alertmanagersConfig
      map existingSecret
      map|list secret
    alertRelabelConfigs
      map existingSecret
      map|list secret
    image
      text registry repository sha tag
    objectStorageConfig
      map existingSecret
      map|list secret
    queryConfig
      map existingSecret
      map|list secret
    tracingConfig
      map existingSecret
      map|list secret
`;
