/**
 * Typed values that are not in the default values of the chart, or only in a comment there, with the template of
 * kube-prometheus-stack or of the sub-chart that reads them. An entry counts for all below it.
 */
export const READ_BY_TEMPLATES: { [path: string]: string } = {
  'additionalPrometheusRulesMap.*': 'templates/prometheus/additionalPrometheusRules.yaml',
  'customRules.*': 'templates/prometheus/rules-1.14/*.yaml, by dig',
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
  'prometheusOperator.namespaces': 'templates/prometheus-operator/deployment.yaml',
  'thanosRuler.ingress.pathType': 'templates/thanos-ruler/ingress.yaml',
  'thanosRuler.podDisruptionBudget.maxUnavailable': 'templates/thanos-ruler/podDisruptionBudget.yaml',
};

const NO_LIMIT = 'false leaves the field out; a number is the limit';

/** Typed values whose default has another type, and what that default stands for. */
export const OTHER_TYPES: { [path: string]: string } = {
  'prometheus.prometheusSpec.enforcedLabelLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedLabelNameLengthLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedLabelValueLengthLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedSampleLimit': NO_LIMIT,
  'prometheus.prometheusSpec.enforcedTargetLimit': NO_LIMIT,
  'prometheus.prometheusSpec.sampleLimit': NO_LIMIT,
};

/**
 * Maps, empty by default, that the chart copies into the spec of a custom resource: the plural of the resource and the
 * field. The paths below are proven by its schema.
 */
export const SPECS: { [path: string]: string } = {
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
