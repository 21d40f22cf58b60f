/** Values below `grafana`: those of the sub-chart, and those that this chart adds. See `parse-keys.ts` for the form. */
export const GRAFANA_KEYS = `
grafana
  flag assertNoLeakedSecrets automountServiceAccountToken createConfigmap defaultDashboardsEditable
  flag defaultDashboardsEnabled enabled enableKubeBackwardCompatibility enableServiceLinks
  flag forceDeployDashboards forceDeployDatasources headlessService hostUsers prune shadowBundledPlugins
  flag shareProcessNamespace useStatefulSet
  number progressDeadlineSeconds replicas revisionHistoryLimit
  string fullnameOverride+ nameOverride+ namespaceOverride
  text additionalDataSourcesString adminPassword+ adminUser defaultCurlOptions defaultDashboardsInterval
  text defaultDashboardsTimezone dnsPolicy envFromSecret gossipPortName podPortName priorityClassName+
  text schedulerName+
  text|list extraContainers
  texts|text plugins
  maps deleteDatasources extraConfigmapMounts extraContainerVolumes extraEmptyDirMounts extraExposePorts
  maps extraSecretMounts extraVolumeMounts extraVolumes hostAliases tolerations topologySpreadConstraints
  maps|text additionalDataSources
  list args+ command+ envFromConfigMaps envFromSecrets extraObjects
  list|text extraInitContainers
  map affinity alerting annotations+ configMapAnnotations+ containerSecurityContext dashboardProviders
  map dashboards dashboardsConfigMaps datasources deploymentStrategy dnsConfig env envRenderSecret
  map envValueFrom extraLabels grafana.ini lifecycleHooks livenessProbe nodeSelector notifiers podAnnotations+
  map podDisruptionBudget podLabels+ readinessProbe resources securityContext startupProbe
  GrafanaImage image
  HorizontalScaling autoscaling
  Image downloadDashboardsImage
  admin
    string existingSecret
    text passwordKey userKey
  downloadDashboards
    text envFromSecret
    map env envValueFrom resources securityContext
  global
    list imagePullSecrets
    any * imageRegistry
  imageRenderer
    flag automountServiceAccountToken enabled hostUsers
    number progressDeadlineSeconds replicas revisionHistoryLimit
    text dnsPolicy existingSecret grafanaProtocol grafanaSubPath healthcheckPath podPortName priorityClassName
    text renderingCallbackURL schedulerName+ serverURL serviceAccountName token
    maps extraConfigmapMounts extraContainers+ extraSecretMounts extraVolumeMounts extraVolumes hostAliases
    maps tolerations topologySpreadConstraints+
    map affinity annotations+ containerSecurityContext deploymentStrategy dnsConfig env envValueFrom
    map extraLabels+ nodeSelector podAnnotations podDisruptionBudget+ podLabels+ resources securityContext
    GrafanaImage image
    HorizontalScaling autoscaling
    networkPolicy
      flag limitEgress limitIngress
      list extraIngressSelectors
    service
      flag enabled
      number port
      number|text targetPort
      text appProtocol clusterIP+ portName
      map annotations+ labels+
    serviceMonitor
      flag enabled
      duration interval+ scrapeTimeout+
      text namespace+ path scheme
      texts targetLabels
      maps relabelings
      map labels tlsConfig
  ingress
    flag enabled
    text ingressClassName+ path pathType
    texts hosts
    maps tls
    list extraPaths
    map annotations labels
  initChownData
    flag enabled
    map resources securityContext
    Image image
  ldap
    flag enabled
    text config existingSecret
  listenerSet
    *
      flag enabled
      text apiVersion
      maps listeners
      map annotations labels parentRef
  networkPolicy
    flag allowExternal enabled ingress
    list explicitIpBlocks
    map explicitNamespacesSelector
    egress
      flag blockDNSResolution enabled
      list ports to
  operator
    flag dashboardsConfigMapRefEnabled
    text folder folderRef folderUID resyncPeriod
    map annotations matchLabels
  persistence
    flag disableWarning enabled lookupVolumeName
    text existingClaim+ size storageClassName+ subPath+ type volumeName
    texts accessModes
    list finalizers
    map annotations+ dataSource+ extraPvcLabels persistentVolumeClaimRetentionPolicy selectorLabels+
    inMemory
      flag enabled
      text sizeLimit+
  rbac
    flag create namespaced pspEnabled pspUseAppArmor
    text useExistingClusterRole+ useExistingRole+
    texts namespaces
    list extraClusterRoleRules extraRoleRules
    map pspAnnotations+
  route
    *
      ...Route
      map timeouts
  service
    flag enabled
    number nodePort+ port
    number|text targetPort
    text appProtocol clusterIP+ externalTrafficPolicy+ internalTrafficPolicy+ ipFamilyPolicy loadBalancerClass
    text loadBalancerIP portName sessionAffinity trafficDistribution type
    texts externalIPs+ ipFamilies loadBalancerSourceRanges
    map annotations labels sessionAffinityConfig+
  serviceAccount
    flag autoMount automountServiceAccountToken create
    text name nameTest
    map annotations+ labels
  serviceMonitor
    flag enabled followRedirects+ honorLabels+
    duration interval+ scrapeTimeout+
    text jobLabel+ namespace+ path scheme
    texts targetLabels
    maps metricRelabelings relabelings
    map basicAuth labels tlsConfig
  sidecar
    flag enableUniqueFilenames skipTlsVerify+
    text imagePullPolicy logLevel+
    map livenessProbe readinessProbe resources securityContext
    BareImage image
    alerts
      ...GrafanaSidecar
      flag initAlerts
      map envValueFrom
    dashboards
      ...GrafanaSidecar
      flag enableNewTablePanelSyntax initDashboards SCProvider
      text defaultFolderName folder folderAnnotation
      map annotations envValueFrom
      multicluster
        Switch etcd global
      provider
        flag allowUiUpdates disableDelete foldersFromFilesStructure
        number orgid updateIntervalSeconds+
        text folder folderUid name type
    datasources
      ...GrafanaSidecar
      flag createPrometheusReplicasDatasources defaultDatasourceEnabled initDatasources isDefaultDatasource
      number timeout+
      duration defaultDatasourceScrapeInterval+
      text cacheLevel+ customQueryParameters+ httpMethod name prometheusServiceName prometheusType+
      text prometheusVersion+ uid url+
      map annotations envValueFrom exemplarTraceIdDestinations extraJsonData+
      alertmanager
        flag enabled handleGrafanaManagedAlerts
        text implementation name uid url+
    notifiers
      ...GrafanaSidecar
      flag initNotifiers
      map envValueFrom+
    plugins
      ...GrafanaSidecar
      flag initPlugins
      map envValueFrom+
  smtp
    text existingSecret passwordKey userKey
  testFramework
    flag enabled
    text hookType+ imagePullPolicy priorityClassName+
    map containerSecurityContext resources securityContext
    image
      text registry repository tag
  verticalPodAutoscaler
    flag enabled
    text updateMode
    map controlledResources maxAllowed minAllowed
`;
