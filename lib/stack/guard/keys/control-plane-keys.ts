/** Values of the monitors of the control plane and of the kubelet. See `key-tree.ts` for the form. */
export const CONTROL_PLANE_KEYS = `
coreDns
  flag enabled
  service
    flag enabled
    number port
    number|text targetPort
    text clusterIP+
    map selector+
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceMonitor
    flag enabled
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile jobLabel port proxyUrl
    texts targetLabels
    maps metricRelabelings relabelings
    map additionalLabels authorization+ selector
kubeApiServer
  flag enabled
  text jobNameOverride
  map tlsConfig
  serviceMonitor
    flag enabled
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile+ jobLabel proxyUrl
    texts targetLabels
    maps metricRelabelings relabelings
    map additionalLabels authorization+ selector
kubeControllerManager
  flag enabled
  text jobNameOverride
  texts endpoints
  service
    flag enabled
    number port targetPort
    text clusterIP+
    map selector+
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceMonitor
    flag enabled https insecureSkipVerify
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile+ jobLabel port proxyUrl serverName
    texts targetLabels
    maps metricRelabelings relabelings
    map additionalLabels authorization+ selector
kubeDns
  flag enabled
  service
    flag enabled+
    text clusterIP+
    map selector+
    dnsmasq
      number port
      number|text targetPort
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
    skydns
      number port
      number|text targetPort
  serviceMonitor
    flag enabled+
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile jobLabel proxyUrl
    texts targetLabels
    maps dnsmasqMetricRelabelings dnsmasqRelabelings metricRelabelings relabelings
    map additionalLabels authorization+ selector
kubeEtcd
  flag enabled
  texts endpoints
  service
    flag enabled
    number port
    number|text targetPort
    text clusterIP+
    map selector+
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceMonitor
    flag enabled insecureSkipVerify
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile caFile certFile jobLabel keyFile port proxyUrl scheme serverName
    texts targetLabels
    maps metricRelabelings relabelings
    map additionalLabels authorization+ caSecret+ certSecret+ keySecret+ selector
kubelet
  flag enabled
  text jobNameOverride namespace
  serviceMonitor
    flag cAdvisor enabled honorLabels honorTimestamps https insecureSkipVerify kubelet probes resource
    flag trackTimestampsStaleness
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
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
  service
    flag enabled
    number port
    number|text targetPort
    text clusterIP+
    map selector+
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceMonitor
    flag enabled https
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile jobLabel port proxyUrl
    texts targetLabels
    maps metricRelabelings relabelings
    map additionalLabels authorization+ selector
kubernetesServiceMonitors
  flag enabled
kubeScheduler
  flag enabled
  text jobNameOverride
  texts endpoints
  service
    flag enabled
    number port targetPort
    text clusterIP+
    map selector+
    ipDualStack
      flag enabled
      text ipFamilyPolicy
      texts ipFamilies
  serviceMonitor
    flag enabled https insecureSkipVerify
    number labelLimit labelNameLengthLimit labelValueLengthLimit sampleLimit targetLimit
    duration interval
    text bearerTokenFile+ jobLabel port proxyUrl serverName
    texts targetLabels
    maps metricRelabelings relabelings
    map additionalLabels authorization+ selector
    resource
      flag enabled
      duration interval
      maps metricRelabelings relabelings
`;
