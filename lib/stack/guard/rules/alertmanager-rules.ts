import { isPlainObject } from '../../../private/plain-object';
import { truthy } from '../../facts/selection';
import type { ValueSteps } from '../guard-problem';
import type { GuardedValues } from '../guarded-values';

const CONFIG = 'alertmanager.config';
const SPEC = 'alertmanager.alertmanagerSpec';

/** Levels of routes that are followed. */
const MAX_DEPTH = 50;

/** The receiver of the chart's own configuration, and the one of its route for Watchdog. */
const DEFAULT_RECEIVER = 'null';

/**
 * What is wrong with the Alertmanager of a release and its configuration.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/alertmanager/secret.yaml`, `alertmanager.yaml` and
 * `values.yaml`; prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `checkReceiver` and `checkRoutes`.
 */
export function alertmanagerRules(values: GuardedValues): void {
  if (!values.flag('alertmanager.enabled', true)) {
    return;
  }
  const asText = values.flag('alertmanager.tplConfig', false);
  if (truthy(values.at('alertmanager.stringConfig')) && !asText) {
    values.dropped(
      'alertmanager.stringConfig',
      'is ignored without alertmanager.tplConfig.',
      'set alertmanager.tplConfig to true, or give alertmanager.config.',
    );
  }
  const other = otherSource(values);
  if (other !== undefined && truthy(values.at(CONFIG))) {
    values.dropped(CONFIG, `has no effect: ${other}.`, 'keep one of the two.');
  } else if (!asText && isPlainObject(values.at(CONFIG))) {
    receivers(values);
  }
  alerting(values);
}

function otherSource(values: GuardedValues): string | undefined {
  if (values.flag(`${SPEC}.useExistingSecret`, false)) {
    return `with ${SPEC}.useExistingSecret the chart writes no configuration`;
  }
  if (truthy(values.at(`${SPEC}.alertmanagerConfiguration`))) {
    return `${SPEC}.alertmanagerConfiguration replaces it`;
  }
  return truthy(values.at(`${SPEC}.configSecret`))
    ? `Alertmanager reads the Secret of ${SPEC}.configSecret`
    : undefined;
}

/** Lists replace those of the chart and maps are merged with them, so that half of a configuration is a mix of both. */
function receivers(values: GuardedValues): void {
  const config = values.map(CONFIG);
  const list = Array.isArray(config.receivers) ? config.receivers : undefined;
  const names = new Set(list === undefined ? [DEFAULT_RECEIVER] : list.map((receiver) => String(receiver?.name)));
  const route = isPlainObject(config.route) ? config.route : {};
  const known = () => [...names].map((name) => `"${name}"`).join(', ') || 'none';
  const inherited = (what: string): void => {
    if (!names.has(DEFAULT_RECEIVER)) {
      values.refuse(
        `${CONFIG}.receivers`,
        `replaces the receivers of the chart, while ${what} still names "${DEFAULT_RECEIVER}": the Operator refuses the configuration.`,
        `add the receiver - name: "${DEFAULT_RECEIVER}", or give route.receiver and route.routes as well.`,
      );
    }
  };
  if (route.receiver === undefined) {
    inherited('its route.receiver');
  }
  if (route.routes === undefined) {
    inherited('its route for the alert Watchdog');
  }
  const visit = (node: any, steps: ValueSteps, depth: number): void => {
    if (!isPlainObject(node) || depth > MAX_DEPTH) {
      return;
    }
    const { receiver } = node;
    if (typeof receiver === 'string' && !receiver.includes('{{') && !names.has(receiver)) {
      values.refuse(
        [...steps, 'receiver'],
        `"${receiver}" is no receiver of the configuration, so the Operator refuses it; there are ${known()}.`,
        'name one of them, or add it to the receivers.',
      );
    }
    for (const [index, child] of (Array.isArray(node.routes) ? node.routes : []).entries()) {
      visit(child, [...steps, 'routes', index], depth + 1);
    }
  };
  visit(route, ['alertmanager', 'config', 'route'], 0);
}

function alerting(values: GuardedValues): void {
  const override = values.text('alertmanager.namespaceOverride');
  const own = values.text('namespaceOverride') || values.subject.namespace;
  const runs = values.flag('prometheus.enabled', true) && !values.flag('prometheus.agentMode', false);
  if (override === '' || override === own || override.includes('{{') || !runs) {
    return;
  }
  if (values.list('prometheus.prometheusSpec.alertingEndpoints').length === 0) {
    values.refuse(
      'alertmanager.namespaceOverride',
      `the chart still sends alerts to "${own}", where there is no Alertmanager then.`,
      `set prometheus.prometheusSpec.alertingEndpoints, for example [{ namespace: '${override}', name: <fullname>-alertmanager, port: 'http-web' }].`,
    );
  }
}
