/**
 * Typed values that are not in the default values of the chart, or only in a comment there, with the template of
 * kube-prometheus-stack or of the sub-chart that reads them. An entry counts for all below it.
 */
export const READ_BY_TEMPLATES: { [path: string]: string } = {
  'additionalPrometheusRulesMap.*': 'templates/prometheus/additionalPrometheusRules.yaml',
  'alertmanager.alertmanagerSpec.configSecret': 'templates/alertmanager/alertmanager.yaml',
  'alertmanager.alertmanagerSpec.version': 'templates/alertmanager/alertmanager.yaml',
  'alertmanager.ingress.pathType': 'templates/alertmanager/ingress.yaml',
  'alertmanager.ingress.servicePort': 'templates/alertmanager/ingress.yaml',
  'alertmanager.podDisruptionBudget.maxUnavailable': 'templates/alertmanager/podDisruptionBudget.yaml',
  'coreDns.service.selector': 'templates/exporters/core-dns/service.yaml',
  'customRules.*': 'templates/prometheus/rules-1.14/*.yaml, by dig',
  'grafana.ingress.ingressClassName': 'sub-chart grafana, templates/ingress.yaml',
  'grafana.persistence.annotations': 'sub-chart grafana, templates/pvc.yaml',
  'grafana.persistence.existingClaim': 'sub-chart grafana, templates/_pod.tpl',
  'grafana.persistence.storageClassName': 'sub-chart grafana, templates/pvc.yaml',
  'grafana.podAnnotations': 'sub-chart grafana, templates/deployment.yaml',
  'grafana.podDisruptionBudget': 'sub-chart grafana, templates/poddisruptionbudget.yaml',
  'grafana.podLabels': 'sub-chart grafana, templates/deployment.yaml',
  'grafana.priorityClassName': 'sub-chart grafana, templates/_pod.tpl',
  'grafana.service.clusterIP': 'sub-chart grafana, templates/service.yaml',
  'grafana.service.nodePort': 'sub-chart grafana, templates/service.yaml',
  'grafana.serviceAccount.annotations': 'sub-chart grafana, templates/serviceaccount.yaml',
  'grafana.serviceMonitor.interval': 'sub-chart grafana, templates/servicemonitor.yaml',
  'grafana.serviceMonitor.scrapeTimeout': 'sub-chart grafana, templates/servicemonitor.yaml',
  'grafana.sidecar.datasources.alertmanager.url': 'templates/grafana/configmaps-datasources.yaml',
  'grafana.sidecar.datasources.defaultDatasourceScrapeInterval': 'templates/grafana/configmaps-datasources.yaml',
  'grafana.sidecar.datasources.exemplarTraceIdDestinations': 'templates/grafana/configmaps-datasources.yaml',
  'grafana.sidecar.datasources.extraJsonData': 'templates/grafana/configmaps-datasources.yaml',
  'grafana.sidecar.datasources.timeout': 'templates/grafana/configmaps-datasources.yaml',
  'grafana.sidecar.datasources.url': 'templates/grafana/configmaps-datasources.yaml',
  'kube-state-metrics.podDisruptionBudget': 'sub-chart kube-state-metrics, templates/pdb.yaml',
  'kube-state-metrics.priorityClassName': 'sub-chart kube-state-metrics, templates/deployment.yaml',
  'kubeControllerManager.service.selector': 'templates/exporters/kube-controller-manager/service.yaml',
  'kubeDns.service.selector': 'templates/exporters/kube-dns/service.yaml',
  'kubeEtcd.service.selector': 'templates/exporters/kube-etcd/service.yaml',
  'kubeProxy.service.selector': 'templates/exporters/kube-proxy/service.yaml',
  'kubeScheduler.service.selector': 'templates/exporters/kube-scheduler/service.yaml',
  'prometheus-node-exporter.priorityClassName': 'sub-chart prometheus-node-exporter, templates/daemonset.yaml',
  'prometheus.ingress.pathType': 'templates/prometheus/ingress.yaml',
  'prometheus.ingress.servicePort': 'templates/prometheus/ingress.yaml',
  'prometheus.ingressPerReplica.pathType': 'templates/prometheus/ingressperreplica.yaml',
  'prometheus.networkPolicy.cilium': 'templates/prometheus/ciliumnetworkpolicy.yaml',
  'prometheus.networkPolicy.egress': 'templates/prometheus/networkpolicy.yaml',
  'prometheus.networkPolicy.ingress': 'templates/prometheus/networkpolicy.yaml',
  'prometheus.networkPolicy.podSelector': 'templates/prometheus/networkpolicy.yaml',
  'prometheus.podDisruptionBudget.maxUnavailable': 'templates/prometheus/podDisruptionBudget.yaml',
  'prometheus.prometheusSpec.additionalScrapeConfigsSecret': 'templates/prometheus/prometheus.yaml',
  'prometheus.thanosIngress.pathType': 'templates/prometheus/ingressThanosSidecar.yaml',
  'prometheus.verticalPodAutoscaler.controlledValues': 'templates/prometheus/verticalpodautoscaler.yaml',
  'prometheus.verticalPodAutoscaler.recommenders': 'templates/prometheus/verticalpodautoscaler.yaml',
  'prometheusOperator.admissionWebhooks.certManager.issuerRef': 'templates/prometheus-operator/certmanager.yaml',
  'prometheusOperator.admissionWebhooks.deployment.podDisruptionBudget.maxUnavailable':
    'templates/prometheus-operator/admission-webhooks/deployment/pdb.yaml',
  'prometheusOperator.logFormat': 'templates/prometheus-operator/deployment.yaml',
  'prometheusOperator.logLevel': 'templates/prometheus-operator/deployment.yaml',
  'prometheusOperator.namespaces': 'templates/prometheus-operator/deployment.yaml',
  'prometheusOperator.podDisruptionBudget.maxUnavailable': 'templates/prometheus-operator/pdb.yaml',
  'prometheusOperator.priorityClassName': 'templates/prometheus-operator/deployment.yaml',
  'thanosRuler.ingress.pathType': 'templates/thanos-ruler/ingress.yaml',
  'thanosRuler.podDisruptionBudget.maxUnavailable': 'templates/thanos-ruler/podDisruptionBudget.yaml',
};

const NO_LIMIT = 'false leaves the field out; a number is the limit';

/** Typed values whose default has another type, and what that default stands for. */
export const OTHER_TYPES: { [path: string]: string } = {
  'alertmanager.alertmanagerSpec.clusterAdvertiseAddress': 'false leaves the field out; a text is the address',
  'prometheus.prometheusSpec.enforcedLabelLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedLabelNameLengthLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedLabelValueLengthLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedSampleLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedTargetLimit': NO_LIMIT,
  'prometheus.prometheusSpec.sampleLimit': NO_LIMIT,
  'prometheusOperator.admissionWebhooks.matchConditions':
    'an empty map and an empty list are one to the template, which copies what there is',
};

/**
 * Maps, empty by default, that the chart copies into the spec of a custom resource: the plural of the resource and the
 * field. The paths below are proven by its schema.
 */
export const SPECS: { [path: string]: string } = {
  'alertmanager.alertmanagerSpec.alertmanagerConfigMatcherStrategy': 'alertmanagers.alertmanagerConfigMatcherStrategy',
  'alertmanager.alertmanagerSpec.persistentVolumeClaimRetentionPolicy':
    'alertmanagers.persistentVolumeClaimRetentionPolicy',
  'alertmanager.alertmanagerSpec.podMetadata': 'alertmanagers.podMetadata',
  'alertmanager.alertmanagerSpec.storage': 'alertmanagers.storage',
  'prometheus.prometheusSpec.additionalAlertManagerConfigsSecret': 'prometheuses.additionalAlertManagerConfigs',
  'prometheus.prometheusSpec.additionalAlertRelabelConfigsSecret': 'prometheuses.additionalAlertRelabelConfigs',
  'prometheus.prometheusSpec.exemplars': 'prometheuses.exemplars',
  'prometheus.prometheusSpec.persistentVolumeClaimRetentionPolicy': 'prometheuses.persistentVolumeClaimRetentionPolicy',
  'prometheus.prometheusSpec.podMetadata': 'prometheuses.podMetadata',
  'prometheus.prometheusSpec.query': 'prometheuses.query',
  'prometheus.prometheusSpec.storageSpec': 'prometheuses.storage',
  'prometheus.prometheusSpec.thanos': 'prometheuses.thanos',
  'thanosRuler.thanosRulerSpec.alertRelabelConfigs': 'thanosrulers.alertRelabelConfigs',
  'thanosRuler.thanosRulerSpec.alertmanagersConfig': 'thanosrulers.alertmanagersConfig',
  'thanosRuler.thanosRulerSpec.objectStorageConfig': 'thanosrulers.objectStorageConfig',
  'thanosRuler.thanosRulerSpec.podMetadata': 'thanosrulers.podMetadata',
  'thanosRuler.thanosRulerSpec.queryConfig': 'thanosrulers.queryConfig',
  'thanosRuler.thanosRulerSpec.storage': 'thanosrulers.storage',
  'thanosRuler.thanosRulerSpec.tracingConfig': 'thanosrulers.tracingConfig',
};
