/** Values of the exporters: the switches of this chart, and the sub-charts. See `key-tree.ts` for the form. */
export const EXPORTER_KEYS = `
kube-state-metrics
  flag automountServiceAccountToken hostNetwork hostUsers prometheusScrape releaseLabel releaseNamespace
  number replicas revisionHistoryLimit
  string fullnameOverride nameOverride namespaceOverride
  text dnsPolicy priorityClassName+ updateStrategy+
  text|texts namespaces namespacesDenylist
  texts collectors collectorsExclude collectorsExtra extraArgs metricAllowlist metricAnnotationsAllowList
  texts metricDenylist metricLabelsAllowlist
  maps containers initContainers tolerations topologySpreadConstraints volumeMounts volumes
  list env extraManifests imagePullSecrets
  map annotations containerSecurityContext customLabels dnsConfig labels nodeSelector podAnnotations
  map podDisruptionBudget podLabels resources securityContext selectorOverride
  map|text affinity
  authFilter
    flag enabled
  autosharding
    flag enabled
  customResourceState
    flag create enabled
    text key name
    map config
  global
    text imageRegistry
    list imagePullSecrets
    any *
  image
    text pullPolicy registry repository sha tag
  kubeconfig
    flag enabled
    text secret
  kubeRBACProxy
    flag enabled ignoreProbePaths
    number port proxyEndpointsPort
    maps volumeMounts
    list extraArgs
    map containerSecurityContext env+ resources
    image
      text pullPolicy registry repository sha tag
  livenessProbe
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
    httpGet
      text scheme
      list httpHeaders
  networkPolicy
    flag enabled
    text flavor+
    maps egress+ ingress+
    map annotations+ cilium+ podSelector+
  prometheus
    monitor
      flag enabled
      number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
      text jobLabel namespace
      texts namespaceSelector podTargetLabels targetLabels
      map additionalLabels annotations selectorOverride
      http
        flag enableHttp2 honorLabels
        duration interval scrapeTimeout
        text bearerTokenFile proxyUrl scheme
        maps metricRelabelings relabelings
        map bearerTokenSecret tlsConfig
      metrics
        flag enableHttp2 honorLabels
        duration interval scrapeTimeout
        text bearerTokenFile proxyUrl scheme
        maps metricRelabelings relabelings
        map bearerTokenSecret tlsConfig
    scrapeconfig
      flag enabled enableHttp2 honorLabels
      number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
      duration scrapeInterval scrapeTimeout
      text jobName proxyUrl scheme
      maps metricRelabelings relabelings
      map additionalLabels annotations staticConfigLabels tlsConfig
  rbac
    flag create useClusterRole
    text useExistingRole+
    list clusterRoleSelectors extraRules
    customResourceState
      flag createClusterRoleRules
  readinessProbe
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
    httpGet
      text scheme
      list httpHeaders
  selfMonitor
    flag enabled
    number telemetryNodePort+ telemetryPort+
    text telemetryHost+
  service
    number nodePort port
    text clusterIP loadBalancerIP type
    texts loadBalancerSourceRanges
    map annotations
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceAccount
    flag automountServiceAccountToken create
    text name
    list imagePullSecrets
    map annotations
  startupProbe
    flag enabled
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
    httpGet
      text scheme
      list httpHeaders
  verticalPodAutoscaler
    flag enabled
    text controlledValues+
    texts controlledResources
    list recommenders+
    map maxAllowed minAllowed updatePolicy+
kubeStateMetrics
  flag enabled
nodeExporter
  flag enabled forceDeployDashboards
  operatingSystems
    aix
      flag enabled
    darwin
      flag enabled
    linux
      flag enabled
prometheus-node-exporter
  flag hostIPC hostNetwork hostPID hostUsers releaseLabel
  number revisionHistoryLimit terminationGracePeriodSeconds
  string fullnameOverride nameOverride namespaceOverride
  text dnsPolicy priorityClassName+ restartPolicy version
  texts endpoints extraArgs
  maps configmaps extraVolumeMounts extraVolumes secrets sidecars tolerations
  list extraHostVolumeMounts extraInitContainer+ extraInitContainers extraManifests imagePullSecrets
  list sidecarHostVolumeMounts sidecarVolumeMount
  map affinity commonLabels containerSecurityContext daemonsetAnnotations dnsConfig env nodeSelector
  map podAnnotations podLabels resources securityContext updateStrategy
  global
    text imageRegistry
    list imagePullSecrets
    any *
  hostProcFsMount
    text mountPropagation
  hostRootFsMount
    flag enabled
    text mountPropagation
  hostSysFsMount
    text mountPropagation
  image
    flag distroless
    text digest pullPolicy registry repository tag
  kubeRBACProxy
    flag enabled enableHostPort enableProxyEndpointsHostPort
    number port proxyEndpointsPort
    text portName
    maps extraVolumeMounts
    list extraArgs
    map containerSecurityContext env resources
    image
      text pullPolicy registry repository sha tag
    tls
      flag enabled tlsClientAuth
  livenessProbe
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
    httpGet
      text scheme
      list httpHeaders
  networkPolicy
    flag enabled
    maps egress+ ingress+
  permissionInitContainer
    list extraCommands
    map securityContext
    fixes
      flag rapl slabinfo
    image
      text pullPolicy registry repository sha tag
  prometheus
    monitor
      flag enabled
      number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
      duration interval scrapeTimeout
      text apiVersion bearerTokenFile jobLabel namespace proxyUrl scheme
      texts podTargetLabels targetLabels
      maps metricRelabelings relabelings
      map additionalLabels attachMetadata basicAuth selectorOverride tlsConfig
    podMonitor
      flag enabled enableHttp2 filterRunning followRedirects honorLabels honorTimestamps
      number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
      duration interval scrapeTimeout
      text apiVersion jobLabel namespace path proxyUrl scheme
      texts podTargetLabels
      maps metricRelabelings relabelings
      map additionalLabels attachMetadata authorization basicAuth bearerTokenSecret oauth2 params
      map selectorOverride tlsConfig
  rbac
    flag create pspEnabled
  readinessProbe
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
    httpGet
      text scheme
      list httpHeaders
  service
    flag enabled listenOnAllInterfaces
    number nodePort port
    number|text targetPort
    text clusterIP externalTrafficPolicy internalTrafficPolicy portName servicePort type
    map annotations labels
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceAccount
    flag automountServiceAccountToken create
    text name
    list imagePullSecrets
    map annotations
  terminationMessageParams
    flag enabled
    text terminationMessagePath terminationMessagePolicy
  tlsSecret
    flag enabled
    text caItem certItem keyItem secretName volumeName
  verticalPodAutoscaler
    flag enabled
    text controlledValues+
    texts controlledResources
    list recommenders+
    map maxAllowed minAllowed updatePolicy+
prometheus-windows-exporter
  flag hostNetwork hostPID releaseLabel
  number revisionHistoryLimit+
  string fullnameOverride nameOverride namespaceOverride
  text priorityClassName+
  text|map config
  texts extraArgs
  maps configmaps secrets sidecars tolerations
  list extraHostVolumeMounts extraInitContainers imagePullSecrets sidecarHostVolumeMounts sidecarVolumeMount
  map affinity commonLabels+ containerSecurityContext daemonsetAnnotations dnsConfig env nodeSelector
  map podAnnotations podLabels resources securityContext updateStrategy
  global
    text imageRegistry
    list imagePullSecrets
    any *
  image
    text digest pullPolicy registry repository tag
  livenessProbe
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
    httpGet
      text path scheme
      list httpHeaders
  prometheus
    monitor
      flag enabled
      number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
      duration interval scrapeTimeout
      text apiVersion bearerTokenFile jobLabel namespace proxyUrl scheme
      texts podTargetLabels
      maps metricRelabelings relabelings
      map additionalLabels attachMetadata basicAuth selectorOverride tlsConfig
    podMonitor
      flag enabled enableHttp2 filterRunning followRedirects honorLabels honorTimestamps
      number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
      duration interval scrapeTimeout
      text apiVersion jobLabel namespace path proxyUrl scheme
      texts podTargetLabels
      maps metricRelabelings relabelings
      map additionalLabels attachMetadata authorization basicAuth bearerTokenSecret oauth2 params
      map selectorOverride tlsConfig
  rbac
    flag create
  readinessProbe
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
    httpGet
      text path scheme
      list httpHeaders
  service
    number nodePort port
    text portName type
    map annotations labels+
  serviceAccount
    flag automountServiceAccountToken create
    text name
    list imagePullSecrets
    map annotations
windowsMonitoring
  flag enabled
`;
