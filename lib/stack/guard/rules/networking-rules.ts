import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

/** Components with a PodDisruptionBudget of the parent chart. */
const WITH_BUDGET = [
  'prometheus',
  'alertmanager',
  'thanosRuler',
  'prometheusOperator',
  'prometheusOperator.admissionWebhooks.deployment',
];

/** What leads to the pods and what guards them. */
export function networkingRules(values: GuardedValues): void {
  networkPolicy(values);
  disruptionBudgets(values);
  externalUrl(values, 'prometheus', 'prometheus.prometheusSpec.externalUrl');
  externalUrl(values, 'alertmanager', 'alertmanager.alertmanagerSpec.externalUrl');
  externalUrl(values, 'thanosRuler', 'thanosRuler.thanosRulerSpec.externalPrefix');
  needs(values, 'prometheus.thanosServiceMonitor', 'prometheus.thanosService');
  needs(values, 'prometheus.ingressPerReplica', 'prometheus.servicePerReplica');
  for (const name of Object.keys(values.map('prometheus.routePerReplica'))) {
    needs(values, `prometheus.routePerReplica.${name}`, 'prometheus.servicePerReplica');
  }
}

function networkPolicy(values: GuardedValues): void {
  const path = 'prometheus.networkPolicy';
  if (!values.flag(`${path}.enabled`, false)) {
    return;
  }
  if (values.at(`${path}.flavor`) === 'cilium') {
    if (!truthy(values.at(`${path}.cilium`))) {
      values.refuse(`${path}.flavor`, '"cilium" without rules renders nothing.', `add ${path}.cilium.`);
    }
  } else if (!truthy(values.at(`${path}.ingress`)) && !truthy(values.at(`${path}.egress`))) {
    values.refuse(
      path,
      'without rules the policy shuts Prometheus off in both directions: it can neither scrape nor be asked.',
      'add ingress and egress; [{}] lets everything pass.',
    );
  }
}

/** Kubernetes refuses a PodDisruptionBudget with both limits, and the chart has 1 for `minAvailable`. */
function disruptionBudgets(values: GuardedValues): void {
  for (const component of WITH_BUDGET) {
    const path = `${component}.podDisruptionBudget`;
    const least = values.given(`${path}.minAvailable`) ? values.at(`${path}.minAvailable`) : 1;
    if (truthy(values.at(`${path}.maxUnavailable`)) && truthy(least)) {
      values.refuse(
        `${path}.maxUnavailable`,
        `together with minAvailable, ${JSON.stringify(least)}, Kubernetes refuses the budget.`,
        "keep one of the two; in `values`, minAvailable: '' takes away the default of the chart.",
      );
    }
  }
}

function externalUrl(values: GuardedValues, component: string, path: string): void {
  const ingress = `${component}.ingress`;
  const url = values.at(path);
  if (
    values.flag(`${ingress}.enabled`, false) &&
    truthy(values.at(`${ingress}.tls`)) &&
    typeof url === 'string' &&
    url.startsWith('http://')
  ) {
    values.refuse(
      path,
      `"${url}" is plain HTTP, and the Ingress has certificates, so links in alerts lead past them.`,
      `https://${url.slice('http://'.length)}`,
    );
  }
}

function needs(values: GuardedValues, path: string, other: string): void {
  if (values.flag(`${path}.enabled`, false) && !values.flag(`${other}.enabled`, false)) {
    values.refuse(path, `leads nowhere without ${other}, which is off.`, `add ${other}: { enabled: true }.`);
  }
}
