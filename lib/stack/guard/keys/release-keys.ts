/** Values of the release as a whole, and of the default rules. See `parse-keys.ts` for the form. */
export const RELEASE_KEYS = `
flag cleanPrometheusOperatorObjectNames
string fullnameOverride nameOverride namespaceOverride
text kubeTargetVersionOverride kubeVersionOverride
list|map additionalPrometheusRules+ extraManifests
map additionalPrometheusRulesMap commonLabels customRules
defaultRules
  flag create
  duration keepFiringFor
  text appNamespacesOperator appNamespacesTarget runbookUrl
  texts additionalAggregationLabels
  map additionalRuleAnnotations additionalRuleLabels annotations disabled labels
  RuleGroups additionalRuleGroupAnnotations additionalRuleGroupLabels
  kubeletClientCertificateExpiration
    number critical warning
  kubeletServerCertificateExpiration
    number critical warning
  node
    text fsSelector
  rules
    flag alertmanager configReloaders etcd general k8sContainerCpuLimits+ k8sContainerCpuRequests+
    flag k8sContainerCpuUsageSecondsTotal k8sContainerMemoryCache k8sContainerMemoryLimits+
    flag k8sContainerMemoryRequests+ k8sContainerMemoryRss k8sContainerMemorySwap
    flag k8sContainerMemoryWorkingSetBytes k8sContainerResource k8sPodOwner kubeApiserverAvailability
    flag kubeApiserverBurnrate kubeApiserverHistogram kubeApiserverSlos kubeControllerManager kubelet
    flag kubePrometheusGeneral kubePrometheusNodeRecording kubeProxy kubernetesApps kubernetesResources
    flag kubernetesStorage kubernetesSystem kubeSchedulerAlerting kubeSchedulerRecording kubeStateMetrics
    flag network node nodeExporterAlerting nodeExporterRecording prometheus prometheusOperator windows
global
  text imageRegistry
  list imagePullSecrets
  any *
  rbac
    flag create createAggregateClusterRoles
`;
