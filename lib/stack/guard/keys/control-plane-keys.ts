/** Values of the monitors of the control plane and of the kubelet. See `parse-keys.ts` for the form. */
export const CONTROL_PLANE_KEYS = `
Switch kubernetesServiceMonitors
coreDns
  flag enabled
  ComponentService service
  serviceMonitor
    ...ComponentMonitor
    text bearerTokenFile port
kubeApiServer
  flag enabled
  text jobNameOverride
  map tlsConfig
  serviceMonitor
    ...ComponentMonitor
    text bearerTokenFile+
kubeControllerManager
  flag enabled
  text jobNameOverride
  texts endpoints
  service
    ...ComponentService
    number targetPort
  serviceMonitor
    ...ComponentMonitor
    flag https insecureSkipVerify
    text bearerTokenFile+ port serverName
kubeDns
  flag enabled
  service
    flag enabled+
    text clusterIP+
    map selector+
    DualStack ipDualStack
    dnsmasq
      number port
      number|text targetPort
    skydns
      number port
      number|text targetPort
  serviceMonitor
    ...ComponentMonitor
    flag enabled+
    text bearerTokenFile
    maps dnsmasqMetricRelabelings dnsmasqRelabelings
kubeEtcd
  flag enabled
  texts endpoints
  ComponentService service
  serviceMonitor
    ...ComponentMonitor
    flag insecureSkipVerify
    text bearerTokenFile caFile certFile keyFile port scheme serverName
    map caSecret+ certSecret+ keySecret+
kubelet
  flag enabled
  text jobNameOverride namespace
  serviceMonitor
    ...Limits
    flag cAdvisor enabled honorLabels honorTimestamps https insecureSkipVerify kubelet probes resource
    flag trackTimestampsStaleness
    duration cAdvisorInterval interval resourceInterval
    text bearerTokenFile+ jobLabel+ proxyUrl resourcePath
    texts targetLabels
    maps cAdvisorMetricRelabelings cAdvisorRelabelings metricRelabelings probesMetricRelabelings
    maps probesRelabelings relabelings resourceRelabelings
    map additionalLabels authorization+
    attachMetadata
      flag node
kubeProxy
  flag enabled
  text jobNameOverride
  texts endpoints
  ComponentService service
  serviceMonitor
    ...ComponentMonitor
    flag https
    text bearerTokenFile port
kubeScheduler
  flag enabled
  text jobNameOverride
  texts endpoints
  service
    ...ComponentService
    number targetPort
  serviceMonitor
    ...ComponentMonitor
    flag https insecureSkipVerify
    text bearerTokenFile+ port serverName
    resource
      flag enabled
      duration interval
      maps metricRelabelings relabelings
`;
