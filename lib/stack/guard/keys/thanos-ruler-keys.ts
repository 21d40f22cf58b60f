/** Values below `thanosRuler`. See `parse-keys.ts` for the form. */
export const THANOS_RULER_KEYS = `
thanosRuler
  flag enabled
  text name+
  map annotations
  DisruptionBudget podDisruptionBudget
  ExtraSecret extraSecret
  Ingress ingress
  Service service
  route
    Route *
  serviceAccount
    flag automountServiceAccountToken+ create
    text name
    map annotations
  serviceMonitor
    ...SelfMonitor
    text proxyUrl
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
    BareImage image
    SecretSource alertmanagersConfig alertRelabelConfigs objectStorageConfig queryConfig tracingConfig
`;
