import type { ValuesCheck } from '../check-values';
import { truthy } from '../facts/selection';

/** Components with a PodDisruptionBudget of the parent chart. */
const WITH_BUDGET = [
  'prometheus',
  'alertmanager',
  'thanosRuler',
  'prometheusOperator',
  'prometheusOperator.admissionWebhooks.deployment',
];

/** What leads to the pods and what guards them. */
export function checkNetworking(check: ValuesCheck): void {
  networkPolicy(check);
  disruptionBudgets(check);
  externalUrl(check, 'prometheus', 'prometheus.prometheusSpec.externalUrl');
  externalUrl(check, 'alertmanager', 'alertmanager.alertmanagerSpec.externalUrl');
  externalUrl(check, 'thanosRuler', 'thanosRuler.thanosRulerSpec.externalPrefix');
  needs(check, 'prometheus.thanosServiceMonitor', 'prometheus.thanosService');
  needs(check, 'prometheus.ingressPerReplica', 'prometheus.servicePerReplica');
  for (const name of Object.keys(check.map('prometheus.routePerReplica'))) {
    needs(check, `prometheus.routePerReplica.${name}`, 'prometheus.servicePerReplica');
  }
}

function networkPolicy(check: ValuesCheck): void {
  const path = 'prometheus.networkPolicy';
  if (!check.flag(`${path}.enabled`, false)) {
    return;
  }
  if (check.value(`${path}.flavor`) === 'cilium') {
    if (!truthy(check.value(`${path}.cilium`))) {
      check.add(`${path}.flavor`, '"cilium" without rules renders nothing.', `add ${check.field(path)}.cilium.`);
    }
  } else if (!truthy(check.value(`${path}.ingress`)) && !truthy(check.value(`${path}.egress`))) {
    check.add(
      path,
      'without rules the policy shuts Prometheus off in both directions: it can neither scrape nor be asked.',
      'add ingress and egress; [{}] lets everything pass.',
    );
  }
}

/** Kubernetes refuses a PodDisruptionBudget with both limits, and the chart has 1 for `minAvailable`. */
function disruptionBudgets(check: ValuesCheck): void {
  for (const component of WITH_BUDGET) {
    const path = `${component}.podDisruptionBudget`;
    const least = check.given(`${path}.minAvailable`) ? check.value(`${path}.minAvailable`) : 1;
    if (truthy(check.value(`${path}.maxUnavailable`)) && truthy(least)) {
      check.add(
        `${path}.maxUnavailable`,
        `together with minAvailable, ${JSON.stringify(least)}, Kubernetes refuses the budget.`,
        "keep one of the two; in `values`, minAvailable: '' takes away the default of the chart.",
      );
    }
  }
}

function externalUrl(check: ValuesCheck, component: string, path: string): void {
  const ingress = `${component}.ingress`;
  const url = check.value(path);
  if (
    check.flag(`${ingress}.enabled`, false) &&
    truthy(check.value(`${ingress}.tls`)) &&
    typeof url === 'string' &&
    url.startsWith('http://')
  ) {
    check.add(
      path,
      `"${url}" is plain HTTP, and the Ingress has certificates, so links in alerts lead past them.`,
      `https://${url.slice('http://'.length)}`,
    );
  }
}

function needs(check: ValuesCheck, path: string, other: string): void {
  if (check.flag(`${path}.enabled`, false) && !check.flag(`${other}.enabled`, false)) {
    check.add(path, `leads nowhere without ${other}, which is off.`, `add ${other}: { enabled: true }.`);
  }
}
