/** Values of the Operator and of its CustomResourceDefinitions. See `key-tree.ts` for the form. */
export const OPERATOR_KEYS = `
crds
  flag enabled
  upgradeJob
    flag automountServiceAccountToken enabled forceConflicts
    maps extraVolumeMounts extraVolumes tolerations topologySpreadConstraints
    map affinity annotations containerSecurityContext labels nodeSelector podAnnotations podLabels
    map podSecurityContext resources
    map|list env
    image
      text sha+
      busybox
        text pullPolicy registry repository sha tag
      kubectl
        text pullPolicy registry repository sha tag
    serviceAccount
      flag automountServiceAccountToken create
      text name
      map annotations labels
prometheusOperator
  flag automountServiceAccountToken enabled hostNetwork hostUsers kubeletEndpointsEnabled
  flag kubeletEndpointSliceEnabled
  number revisionHistoryLimit terminationGracePeriodSeconds
  string fullnameOverride
  text alertmanagerDefaultBaseImage+ alertmanagerDefaultBaseImageRegistry+ alertmanagerInstanceSelector
  text clusterDomain+ logFormat+ logLevel+ priorityClassName+ prometheusDefaultBaseImage+
  text prometheusDefaultBaseImageRegistry+ prometheusInstanceSelector secretFieldSelector
  text thanosRulerInstanceSelector
  texts alertmanagerConfigNamespaces alertmanagerInstanceNamespaces denyNamespaces extraArgs
  texts prometheusInstanceNamespaces thanosRulerInstanceNamespaces
  maps extraVolumeMounts extraVolumes tolerations
  map affinity annotations containerSecurityContext dnsConfig env featureGates labels lifecycle nodeSelector
  map podAnnotations podLabels resources securityContext strategy
  admissionWebhooks
    flag enabled
    number timeoutSeconds
    text caBundle failurePolicy
    list|map matchConditions
    map annotations namespaceSelector objectSelector
    certManager
      flag enabled
      map issuerRef+
      admissionCert
        number revisionHistoryLimit
        text duration
      rootCert
        number revisionHistoryLimit
        text duration
    createSecretJob
      map securityContext
    deployment
      flag automountServiceAccountToken enabled hostNetwork
      number replicas revisionHistoryLimit
      text logFormat+ logLevel+ priorityClassName+
      maps tolerations
      list promqlOptions
      map affinity annotations containerSecurityContext dnsConfig labels nodeSelector podAnnotations podLabels
      map resources securityContext strategy
      image
        text pullPolicy registry repository sha tag
      livenessProbe
        flag enabled
        number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
      podDisruptionBudget
        flag enabled
        number|text maxUnavailable+ minAvailable
        text unhealthyPodEvictionPolicy
      readinessProbe
        flag enabled
        number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
      service
        number nodePort nodePortTls
        text clusterIP externalTrafficPolicy loadBalancerClass+ loadBalancerIP type
        texts externalIPs loadBalancerSourceRanges
        maps additionalPorts
        map annotations labels
        ipDualStack
          flag enabled
          text ipFamilyPolicy
          texts ipFamilies
      serviceAccount
        flag automountServiceAccountToken create
        text name
        map annotations
      tls
        flag enabled
        number internalPort
        text tlsMinVersion
    mutatingWebhookConfiguration
      map annotations
    patch
      flag enabled
      number ttlSecondsAfterFinished
      text priorityClassName
      maps tolerations
      map affinity annotations labels+ nodeSelector podAnnotations podLabels+ resources securityContext
      image
        text pullPolicy registry repository sha tag
      serviceAccount
        flag automountServiceAccountToken create
        text name+
        map annotations
    patchWebhookJob
      map securityContext
    validatingWebhookConfiguration
      map annotations
  image
    string tag
    text pullPolicy registry repository sha
  kubeletService
    flag enabled
    text name namespace selector
  livenessProbe
    flag enabled
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
  namespaces
    flag releaseNamespace+
    texts additional+
  networkPolicy
    flag enabled
    text flavor
    map cilium+ matchLabels+
  podDisruptionBudget
    flag enabled
    number|text maxUnavailable+ minAvailable
    text unhealthyPodEvictionPolicy
  prometheusConfigReloader
    flag enableProbe
    map resources
    image
      text registry repository sha tag
  readinessProbe
    flag enabled
    number failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds
  service
    number nodePort nodePortTls
    text clusterIP externalTrafficPolicy loadBalancerClass+ loadBalancerIP type
    texts externalIPs loadBalancerSourceRanges
    maps additionalPorts
    map annotations labels
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceAccount
    flag automountServiceAccountToken create
    text name
    map annotations
  serviceMonitor
    flag selfMonitor
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval scrapeTimeout
    maps metricRelabelings relabelings
    map additionalLabels tlsConfig+
  thanosImage
    text registry repository sha tag
  tls
    flag enabled
    number internalPort
    text tlsMinVersion
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
