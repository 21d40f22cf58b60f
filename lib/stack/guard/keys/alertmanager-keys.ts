/** Values below `alertmanager`. See `key-tree.ts` for the form. */
export const ALERTMANAGER_KEYS = `
alertmanager
  flag enabled forceDeployDashboards tplConfig
  text apiVersion namespaceOverride stringConfig
  texts enableFeatures
  map additionalLabels annotations templateFiles
  map|text config
  alertmanagerSpec
    flag enableServiceLinks hostUsers useExistingSecret
    flag|text automountServiceAccountToken forceEnableClusterMode hostNetwork listenLocal paused
    number minReadySeconds replicas terminationGracePeriodSeconds
    duration retention
    string routePrefix version+
    text additionalConfigString clusterGossipInterval clusterLabel clusterPeerTimeout clusterPushpullInterval
    text configSecret+ dnsPolicy externalUrl logFormat logLevel podAntiAffinity podAntiAffinityTopologyKey
    text podManagementPolicy portName priorityClassName schedulerName scheme serviceName
    text|flag clusterAdvertiseAddress
    texts additionalPeers configMaps secrets
    maps additionalArgs containers hostAliases initContainers tolerations topologySpreadConstraints
    maps volumeMounts volumes
    map additionalConfig affinity alertmanagerConfigMatcherStrategy alertmanagerConfigNamespaceSelector
    map alertmanagerConfigSelector alertmanagerConfiguration clusterTLS dnsConfig limits nodeSelector
    map persistentVolumeClaimRetentionPolicy podMetadata resources securityContext storage tlsConfig
    map updateStrategy web
    image
      text pullPolicy registry repository sha tag
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
    flag enableClusterRules enabled
    texts policyTypes
    list additionalIngress
    egress
      flag enabled
      list rules
    gateway
      text namespace
      map podLabels
    monitoringRules
      flag configReloader prometheus
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
  routePerReplica
    *
      flag enabled httpsRedirect
      text apiVersion hostDomain hostPrefix kind
      maps additionalRules filters matches parentRefs
      map annotations labels sessionPersistence
  secret
    map annotations
  service
    flag enabled
    number clusterPort+ nodePort port
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
    flag enableHttp2 selfMonitor
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile proxyUrl scheme
    maps additionalEndpoints metricRelabelings relabelings
    map additionalLabels tlsConfig
  servicePerReplica
    flag enabled
    number nodePort port
    number|text targetPort
    text clusterIP+ externalTrafficPolicy loadBalancerIP+ type
    texts loadBalancerSourceRanges
    map annotations labels+
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
