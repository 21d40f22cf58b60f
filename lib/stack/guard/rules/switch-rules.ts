import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

/** Parts of the chart that are off unless `enabled` is true. */
export const SWITCHED = [
  'alertmanager.ingress',
  'alertmanager.networkPolicy',
  'alertmanager.networkPolicy.egress',
  'alertmanager.podDisruptionBudget',
  'grafana.imageRenderer',
  'grafana.ingress',
  'grafana.ldap',
  'grafana.networkPolicy',
  'grafana.networkPolicy.egress',
  'grafana.persistence',
  'grafana.sidecar.alerts',
  'kube-state-metrics.customResourceState',
  'kubeDns',
  'prometheus.ingress',
  'prometheus.ingressPerReplica',
  'prometheus.networkPolicy',
  'prometheus.podDisruptionBudget',
  'prometheus.servicePerReplica',
  'prometheus.thanosIngress',
  'prometheus.thanosService',
  'prometheus.thanosServiceExternal',
  'prometheus.thanosServiceMonitor',
  'prometheus.verticalPodAutoscaler',
  'prometheusOperator.admissionWebhooks.certManager',
  'prometheusOperator.admissionWebhooks.deployment',
  'prometheusOperator.admissionWebhooks.deployment.podDisruptionBudget',
  'prometheusOperator.networkPolicy',
  'prometheusOperator.podDisruptionBudget',
  'thanosRuler',
  'thanosRuler.ingress',
  'thanosRuler.podDisruptionBudget',
];

/** Maps of routes by name, each with a switch of its own. */
export const SWITCHED_ROUTES = [
  'alertmanager.route',
  'grafana.route',
  'prometheus.route',
  'prometheus.routePerReplica',
  'thanosRuler.route',
];

/** Settings of a part that is off do nothing, and nobody says so. One that is switched off in so many words is meant. */
export function switchRules(values: GuardedValues): void {
  const routes = SWITCHED_ROUTES.flatMap((path) => Object.keys(values.map(path)).map((name) => `${path}.${name}`));
  for (const path of [...SWITCHED, ...routes]) {
    const settings = Object.entries(values.map(path)).filter(([, value]) => truthy(value));
    if (settings.length > 0 && !values.given(`${path}.enabled`)) {
      values.refuse(
        path,
        `has no effect, since the chart leaves this off: ${settings.map(([key]) => key).join(', ')} would be lost.`,
        'add enabled: true, or enabled: false to keep it off.',
      );
    }
  }
}
