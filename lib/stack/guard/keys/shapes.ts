/** Maps that stand in several places of the values, by names that begin with a capital. See `parse-keys.ts` for the form. */
export const KEY_SHAPES = `
Switch
  flag enabled
BareImage
  text registry repository sha tag
Image
  ...BareImage
  text pullPolicy
DualStack
  flag enabled
  text ipFamilyPolicy
  texts ipFamilies
Probe
  number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
SwitchedProbe
  ...Probe
  flag enabled
HttpProbe
  ...Probe
  httpGet
    text scheme
    list httpHeaders
RouteRules
  flag enabled httpsRedirect
  text apiVersion kind
  maps additionalRules filters matches parentRefs
  map annotations labels sessionPersistence
Route
  ...RouteRules
  texts hostnames
ReplicaRoute
  ...RouteRules
  text hostDomain hostPrefix
Ingress
  flag enabled
  number|text servicePort+
  text ingressClassName pathType+ serviceName+
  texts hosts paths
  maps tls
  map annotations labels
ReplicaIngress
  flag enabled
  text hostDomain hostPrefix ingressClassName pathType+ tlsSecretName
  texts paths
  map annotations labels
  tlsSecretPerReplica
    flag enabled
    text prefix
DisruptionBudget
  flag enabled
  number|text maxUnavailable+ minAvailable
  text unhealthyPodEvictionPolicy
VerticalScaling
  flag enabled
  text controlledValues+
  texts controlledResources
  list recommenders+
  map maxAllowed minAllowed
VerticalPodAutoscaler
  ...VerticalScaling
  updatePolicy
    number minReplicas+
    text updateMode
HorizontalScaling
  flag enabled
  number maxReplicas minReplicas
  text targetCPU targetMemory
  map behavior
ServiceAccount
  flag automountServiceAccountToken create
  text name
  map annotations
PullingServiceAccount
  ...ServiceAccount
  list imagePullSecrets
ExtraSecret
  text name+
  map annotations data
SecretSource
  map existingSecret
  map|list secret
OptionalSecretKey
  flag optional+
  text key+ name+
SubchartGlobal
  text imageRegistry
  list imagePullSecrets
  any *
ServiceAddress
  text clusterIP externalTrafficPolicy loadBalancerClass+ loadBalancerIP type
  texts externalIPs loadBalancerSourceRanges
  maps additionalPorts
  map annotations labels
  DualStack ipDualStack
Service
  ...ServiceAddress
  flag enabled
  number nodePort port
  number|text targetPort
OperatorService
  ...ServiceAddress
  number nodePort nodePortTls
ReplicaService
  flag enabled
  number nodePort port
  number|text targetPort
  text clusterIP+ externalTrafficPolicy loadBalancerIP+ type
  texts loadBalancerSourceRanges
  map annotations labels+
ThanosService
  flag enabled
  number httpNodePort httpPort nodePort port
  number|text targetHttpPort targetPort
  text externalTrafficPolicy httpPortName loadBalancerClass+ portName type
  map annotations labels
SessionAffinity
  clientIP
    number timeoutSeconds
ServedTls
  flag enabled
  number internalPort
  text tlsMinVersion
CertificateTimes
  number revisionHistoryLimit
  text duration
Limits
  number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
SelfMonitor
  ...Limits
  flag selfMonitor
  duration interval
  text bearerTokenFile scheme
  maps additionalEndpoints metricRelabelings relabelings
  map additionalLabels tlsConfig
ComponentService
  flag enabled
  number port
  number|text targetPort
  text clusterIP+
  map selector+
  DualStack ipDualStack
ComponentMonitor
  ...Limits
  flag enabled
  duration interval
  text jobLabel proxyUrl
  texts targetLabels
  maps metricRelabelings relabelings
  map additionalLabels authorization+ selector
ExporterEndpoint
  flag enableHttp2 honorLabels
  duration interval scrapeTimeout
  text bearerTokenFile proxyUrl scheme
  maps metricRelabelings relabelings
  map bearerTokenSecret tlsConfig
ExporterMonitor
  ...Limits
  flag enabled
  duration interval scrapeTimeout
  text apiVersion bearerTokenFile jobLabel namespace proxyUrl scheme
  texts podTargetLabels
  maps metricRelabelings relabelings
  map additionalLabels attachMetadata basicAuth selectorOverride tlsConfig
ExporterPodMonitor
  ...Limits
  flag enabled enableHttp2 filterRunning followRedirects honorLabels honorTimestamps
  duration interval scrapeTimeout
  text apiVersion jobLabel namespace path proxyUrl scheme
  texts podTargetLabels
  maps metricRelabelings relabelings
  map additionalLabels attachMetadata authorization basicAuth bearerTokenSecret oauth2 params selectorOverride
  map tlsConfig
GrafanaImage
  ...Image
  list pullSecrets
GrafanaSidecar
  flag enabled ignoreAlreadyProcessed+ skipReload skipTlsVerify+
  number maxConnectRetries+ maxReadRetries+ maxTotalRetries+ watchClientTimeout+ watchServerTimeout+
  text label labelValue logLevel+ reloadURL resource restartPolicy+ script sizeLimit watchMethod
  text|texts resourceName searchNamespace
  maps extraMounts
  map containerSecurityContext+ env resources+ startupProbe+
RuleGroups
  map alertmanager configReloaders etcd general k8sContainerCpuUsageSecondsTotal k8sContainerMemoryCache
  map k8sContainerMemoryRss k8sContainerMemorySwap k8sContainerMemoryWorkingSetBytes+ k8sContainerResource
  map k8sPodOwner kubeApiserverAvailability kubeApiserverBurnrate kubeApiserverHistogram kubeApiserverSlos
  map kubeControllerManager kubelet kubePrometheusGeneral kubePrometheusNodeRecording kubeProxy
  map kubernetesApps kubernetesResources kubernetesStorage kubernetesSystem kubeSchedulerAlerting
  map kubeSchedulerRecording kubeStateMetrics network node nodeExporterAlerting nodeExporterRecording
  map prometheus prometheusOperator windows+
`;
