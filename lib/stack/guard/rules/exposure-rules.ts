import { isPlainObject } from '../../../private/plain-object';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

/** Parts that are off by default and have a switch of their own. */
const SWITCHED = [
  ...['prometheus', 'alertmanager', 'thanosRuler', 'grafana'].map((part) => `${part}.ingress`),
  ...['prometheus', 'alertmanager', 'thanosRuler', 'prometheusOperator'].map((part) => `${part}.podDisruptionBudget`),
  'grafana.persistence',
  'prometheusOperator.admissionWebhooks.certManager',
];

/**
 * What is reached from outside: links that begin with http although TLS is on, and parts that nobody switched on.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`, `alertmanager/alertmanager.yaml`,
 * `UPGRADE.md` (72: PodDisruptionBudgets need their switch).
 */
export function exposureRules(values: GuardedValues): void {
  for (const path of SWITCHED) {
    const part = values.map(path);
    const others = Object.entries(part).filter(([key, value]) => key !== 'enabled' && truthy(value));
    if (others.length > 0 && part.enabled === undefined) {
      values.warn(path, 'has no effect until it is switched on.', `add ${path}.enabled: true, or false to say so.`);
    }
  }
  links(values, 'prometheus', 'prometheus.prometheusSpec.externalUrl', false);
  links(values, 'alertmanager', 'alertmanager.alertmanagerSpec.externalUrl', true);
}

function links(values: GuardedValues, part: string, externalUrl: string, plainIngress: boolean): void {
  if (!values.flag(`${part}.enabled`, true)) {
    return;
  }
  const ingress = values.map(`${part}.ingress`);
  const routes = Object.entries(values.map(`${part}.route`)).filter(
    ([, route]) => isPlainObject(route) && truthy(route.enabled) && truthy(route.hostnames),
  );
  const url = values.text(externalUrl);
  const withTls = truthy(ingress.enabled) && truthy(ingress.tls) && truthy(ingress.hosts);
  if (withTls && url.startsWith('http://')) {
    values.warn(
      externalUrl,
      'begins with http, and the ingress has TLS: links in notifications lead nowhere.',
      'use https.',
    );
  } else if (url === '' && withTls && plainIngress) {
    values.warn(
      `${part}.ingress.tls`,
      'the chart writes http into the links of notifications all the same.',
      `set ${externalUrl} to https://<host>.`,
    );
  } else if (url === '' && routes.length > 0) {
    values.warn(
      `${part}.route.${routes[0][0]}`,
      'the chart writes http into the links of notifications, whatever the gateway does.',
      `set ${externalUrl}, with https where the gateway has TLS.`,
    );
  }
}
