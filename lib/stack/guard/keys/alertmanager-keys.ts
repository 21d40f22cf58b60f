/** Values below `alertmanager`. See `parse-keys.ts` for the form. */
export const ALERTMANAGER_KEYS = `
alertmanager
  flag enabled forceDeployDashboards tplConfig
  text apiVersion namespaceOverride stringConfig
  texts enableFeatures
  map additionalLabels annotations templateFiles
  map|text config
  DisruptionBudget podDisruptionBudget
  ExtraSecret extraSecret
  Ingress ingress
  ReplicaIngress ingressPerReplica
  ReplicaService servicePerReplica
  ServiceAccount serviceAccount
  VerticalPodAutoscaler verticalPodAutoscaler
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
    Image image
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
  route
    Route *
  routePerReplica
    ReplicaRoute *
  secret
    map annotations
  service
    ...Service
    number clusterPort+
    text sessionAffinity
    SessionAffinity sessionAffinityConfig
  serviceMonitor
    ...SelfMonitor
    flag enableHttp2
    text proxyUrl
`;
