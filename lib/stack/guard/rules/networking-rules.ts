import { isPlainObject } from '../../../private/plain-object';
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

/**
 * What leads to the pods, and what guards them.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/{prometheus,networkpolicy,ingressperreplica}.yaml`,
 * `templates/alertmanager/alertmanager.yaml`, `templates/*\/podDisruptionBudget.yaml`.
 */
export function networkingRules(values: GuardedValues): void {
  if (values.flag('prometheus.enabled', true)) {
    networkPolicy(values);
    links(values, 'prometheus', 'prometheus.prometheusSpec.externalUrl', false);
    services(values);
  }
  if (values.flag('alertmanager.enabled', true)) {
    links(values, 'alertmanager', 'alertmanager.alertmanagerSpec.externalUrl', true);
  }
  if (values.flag('thanosRuler.enabled', false)) {
    links(values, 'thanosRuler', 'thanosRuler.thanosRulerSpec.externalPrefix', false);
  }
  disruptionBudgets(values);
}

function networkPolicy(values: GuardedValues): void {
  const path = 'prometheus.networkPolicy';
  if (!values.flag(`${path}.enabled`, false)) {
    return;
  }
  if (values.text(`${path}.flavor`) === 'cilium') {
    if (!truthy(values.at(`${path}.cilium`))) {
      values.dropped(`${path}.enabled`, 'makes no policy of flavor cilium without rules.', `give ${path}.cilium.`);
    }
  } else if (!truthy(values.at(`${path}.ingress`)) && !truthy(values.at(`${path}.egress`))) {
    values.refuse(
      `${path}.enabled`,
      'without rules the policy denies all traffic in both directions: Prometheus scrapes nothing and cannot be reached.',
      `give ${path}.ingress and ${path}.egress; [{}] lets everything pass.`,
    );
  }
}

/** Kubernetes refuses a PodDisruptionBudget with both limits, and the chart has 1 for `minAvailable`. */
function disruptionBudgets(values: GuardedValues): void {
  for (const component of WITH_BUDGET) {
    const path = `${component}.podDisruptionBudget`;
    const least = values.given(`${path}.minAvailable`) ? values.at(`${path}.minAvailable`) : 1;
    if (values.flag(`${path}.enabled`, false) && truthy(values.at(`${path}.maxUnavailable`)) && truthy(least)) {
      values.refuse(
        `${path}.maxUnavailable`,
        `together with minAvailable, ${JSON.stringify(least)}, Kubernetes refuses the budget.`,
        "keep one of the two; in `values`, minAvailable: '' takes away the default of the chart.",
      );
    }
  }
}

function links(values: GuardedValues, part: string, externalUrl: string, plainIngress: boolean): void {
  const ingress = values.map(`${part}.ingress`);
  const withTls = truthy(ingress.enabled) && truthy(ingress.tls);
  const [route] = Object.entries(values.map(`${part}.route`)).find(
    ([, one]) => isPlainObject(one) && truthy(one.enabled) && truthy(one.hostnames),
  ) ?? [undefined];
  const url = values.text(externalUrl);
  if (withTls && url.startsWith('http://')) {
    values.warn(
      externalUrl,
      'begins with http, and the ingress has TLS: links in notifications lead nowhere.',
      `https://${url.slice('http://'.length)}`,
    );
  } else if (url === '' && withTls && truthy(ingress.hosts) && plainIngress) {
    values.warn(
      `${part}.ingress.tls`,
      'the chart writes http into the links of notifications all the same.',
      `set ${externalUrl} to https://<host>.`,
    );
  } else if (url === '' && route !== undefined && part !== 'thanosRuler') {
    values.warn(
      [part, 'route', route],
      'the chart writes http into the links of notifications, whatever the gateway does.',
      `set ${externalUrl}, with https where the gateway has TLS.`,
    );
  }
}

/** Parts of Prometheus that lead to a Service which has a switch of its own. */
function services(values: GuardedValues): void {
  const on = (path: string) => values.flag(`${path}.enabled`, false);
  if (on('prometheus.thanosServiceMonitor') && !on('prometheus.thanosService')) {
    values.dropped(
      'prometheus.thanosServiceMonitor',
      'is not made without prometheus.thanosService, which is off.',
      'add prometheus.thanosService: { enabled: true }.',
    );
  }
  const perReplica = [
    'prometheus.ingressPerReplica',
    ...Object.keys(values.map('prometheus.routePerReplica')).map((name) => `prometheus.routePerReplica.${name}`),
  ];
  for (const path of perReplica.filter((one) => on(one) && !on('prometheus.servicePerReplica'))) {
    values.refuse(
      path,
      'leads nowhere without prometheus.servicePerReplica, which is off.',
      'add prometheus.servicePerReplica: { enabled: true }.',
    );
  }
}
