import { isPlainObject } from '../../../private/plain-object';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

/** Parts of the chart that are off unless `enabled` is true; what holds another stands before it. */
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
  const parts = SWITCHED.map((path) => path.split('.'));
  const routes = SWITCHED_ROUTES.flatMap((path) =>
    Object.keys(values.map(path)).map((name) => [...path.split('.'), name]),
  );
  const told: string[][] = [];
  for (const steps of [...parts, ...routes]) {
    const above = told.some((other) => other.every((step, index) => steps[index] === step));
    const settings = settingsOf(partAt(values, steps));
    if (!above && settings.length > 0) {
      told.push(steps);
      values.dropped(
        steps,
        `has no effect until it is switched on: ${settings.join(', ')} would be lost.`,
        `add ${steps.join('.')}.enabled: true, or false to keep it off.`,
      );
    }
  }
  windows(values);
}

/** A part of the values; `undefined` where something that it is part of is off. */
function partAt(values: GuardedValues, steps: readonly string[]): unknown {
  let node: any = values.values;
  for (const step of steps) {
    if (!isPlainObject(node) || !Object.hasOwn(node, step)) {
      return undefined;
    }
    if (node !== values.values && Object.hasOwn(node, 'enabled') && !truthy(node.enabled)) {
      return undefined;
    }
    node = node[step];
  }
  return node;
}

/** What a part without a switch would do; nothing where the switch is there. */
function settingsOf(part: unknown): string[] {
  return isPlainObject(part) && !Object.hasOwn(part, 'enabled')
    ? Object.keys(part).filter((key) => saysSomething(part[key]))
    : [];
}

/** Whether a value holds more than what templates take for nothing; the presets empty many a map by null. */
function saysSomething(value: unknown): boolean {
  return isPlainObject(value) ? Object.values(value).some(saysSomething) : truthy(value);
}

function windows(values: GuardedValues): void {
  const path = 'prometheus-windows-exporter';
  if (saysSomething(values.at(path)) && !values.given('windowsMonitoring.enabled')) {
    values.dropped(
      path,
      'has no effect, since the chart leaves windows-exporter off.',
      'set windowsMonitoring.enabled to true, or to false to keep it off.',
    );
  }
}
