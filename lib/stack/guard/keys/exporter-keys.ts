/** Values of the exporters: the switches of this chart, and the sub-charts. See `parse-keys.ts` for the form. */
export const EXPORTER_KEYS = `
Switch kubeStateMetrics windowsMonitoring
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
  HttpProbe livenessProbe readinessProbe
  Image image
  PullingServiceAccount serviceAccount
  SubchartGlobal global
  Switch authFilter autosharding
  customResourceState
    flag create enabled
    text key name
    map config
  kubeconfig
    flag enabled
    text secret
  kubeRBACProxy
    flag enabled ignoreProbePaths
    number port proxyEndpointsPort
    maps volumeMounts
    list extraArgs
    map containerSecurityContext env+ resources
    Image image
  networkPolicy
    flag enabled
    text flavor+
    maps egress+ ingress+
    map annotations+ cilium+ podSelector+
  prometheus
    monitor
      ...Limits
      flag enabled
      text jobLabel namespace
      texts namespaceSelector podTargetLabels targetLabels
      map additionalLabels annotations selectorOverride
      ExporterEndpoint http metrics
    scrapeconfig
      ...Limits
      flag enabled enableHttp2 honorLabels
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
  selfMonitor
    flag enabled
    number telemetryNodePort+ telemetryPort+
    text telemetryHost+
  service
    number nodePort port
    text clusterIP loadBalancerIP type
    texts loadBalancerSourceRanges
    map annotations
    DualStack ipDualStack
  startupProbe
    ...HttpProbe
    flag enabled
  verticalPodAutoscaler
    ...VerticalScaling
    map updatePolicy+
nodeExporter
  flag enabled forceDeployDashboards
  operatingSystems
    Switch aix darwin linux
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
  HttpProbe livenessProbe readinessProbe
  PullingServiceAccount serviceAccount
  SubchartGlobal global
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
    Image image
    tls
      flag enabled tlsClientAuth
  networkPolicy
    flag enabled
    maps egress+ ingress+
  permissionInitContainer
    list extraCommands
    map securityContext
    Image image
    fixes
      flag rapl slabinfo
  prometheus
    ExporterPodMonitor podMonitor
    monitor
      ...ExporterMonitor
      texts targetLabels
  rbac
    flag create pspEnabled
  service
    flag enabled listenOnAllInterfaces
    number nodePort port
    number|text targetPort
    text clusterIP externalTrafficPolicy internalTrafficPolicy portName servicePort type
    map annotations labels
    DualStack ipDualStack
  terminationMessageParams
    flag enabled
    text terminationMessagePath terminationMessagePolicy
  tlsSecret
    flag enabled
    text caItem certItem keyItem secretName volumeName
  verticalPodAutoscaler
    ...VerticalScaling
    map updatePolicy+
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
  PullingServiceAccount serviceAccount
  SubchartGlobal global
  image
    text digest pullPolicy registry repository tag
  livenessProbe
    ...Probe
    httpGet
      text path scheme
      list httpHeaders
  prometheus
    ExporterMonitor monitor
    ExporterPodMonitor podMonitor
  rbac
    flag create
  readinessProbe
    ...Probe
    httpGet
      text path scheme
      list httpHeaders
  service
    number nodePort port
    text portName type
    map annotations labels+
`;
