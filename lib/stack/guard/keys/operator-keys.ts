/** Values of the Operator and of its CustomResourceDefinitions. See `parse-keys.ts` for the form. */
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
      Image busybox kubectl
    serviceAccount
      ...ServiceAccount
      map labels
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
  BareImage thanosImage
  DisruptionBudget podDisruptionBudget
  OperatorService service
  ServedTls tls
  ServiceAccount serviceAccount
  SwitchedProbe livenessProbe readinessProbe
  VerticalPodAutoscaler verticalPodAutoscaler
  admissionWebhooks
    flag enabled
    number timeoutSeconds
    text caBundle failurePolicy
    list|map matchConditions
    map annotations namespaceSelector objectSelector
    certManager
      flag enabled
      map issuerRef+
      CertificateTimes admissionCert rootCert
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
      DisruptionBudget podDisruptionBudget
      Image image
      OperatorService service
      ServedTls tls
      ServiceAccount serviceAccount
      SwitchedProbe livenessProbe readinessProbe
    mutatingWebhookConfiguration
      map annotations
    patch
      flag enabled
      number ttlSecondsAfterFinished
      text priorityClassName
      maps tolerations
      map affinity annotations labels+ nodeSelector podAnnotations podLabels+ resources securityContext
      Image image
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
  namespaces
    flag releaseNamespace+
    texts additional+
  networkPolicy
    flag enabled
    text flavor
    map cilium+ matchLabels+
  prometheusConfigReloader
    flag enableProbe
    map resources
    BareImage image
  serviceMonitor
    ...Limits
    flag selfMonitor
    duration interval scrapeTimeout
    maps metricRelabelings relabelings
    map additionalLabels tlsConfig+
`;
