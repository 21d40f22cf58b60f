import { isPlainObject } from '../../../private/plain-object';
import { truthy } from '../../facts/selection';
import type { ValueSteps } from '../guard-problem';
import type { GuardedValues } from '../guarded-values';

const CONFIG = 'alertmanager.config';
const SPEC = 'alertmanager.alertmanagerSpec';
const STEPS: ValueSteps = ['alertmanager', 'config'];

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
  if (truthy(values.at('alertmanager.stringConfig')) && !values.flag('alertmanager.tplConfig', false)) {
    values.dropped(
      'alertmanager.stringConfig',
      'is ignored without alertmanager.tplConfig.',
      'set alertmanager.tplConfig to true, or give alertmanager.config.',
    );
  }
  const other = otherSource(values);
  const config = values.at(CONFIG);
  if (other !== undefined && truthy(config)) {
    values.dropped(CONFIG, `has no effect: ${other}.`, 'keep one of the two.');
  } else if (isPlainObject(config)) {
    receivers(values, config);
    new RouteCheck(values, config).run();
  }
  alerting(values);
}

/** What takes the place of the Secret that the chart makes of `config`. */
function otherSource(values: GuardedValues): string | undefined {
  if (values.flag('alertmanager.tplConfig', false) && truthy(values.at('alertmanager.stringConfig'))) {
    return 'alertmanager.stringConfig replaces it';
  }
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
function receivers(values: GuardedValues, config: { [key: string]: any }): void {
  const path = `${CONFIG}.receivers`;
  const names = namesIn(config.receivers, [DEFAULT_RECEIVER]);
  const route = isPlainObject(config.route) ? config.route : {};
  const inherits = route.receiver === undefined ? 'its route.receiver' : 'its route for the alert Watchdog';
  if ((route.receiver === undefined || route.routes === undefined) && !names.includes(DEFAULT_RECEIVER)) {
    values.refuse(
      path,
      `replaces the receivers of the chart, while ${inherits} still names "${DEFAULT_RECEIVER}": the Operator refuses the configuration.`,
      `add the receiver - name: "${DEFAULT_RECEIVER}", or give route.receiver and route.routes as well.`,
    );
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    values.refuse(path, `holds "${twice}" twice, which Alertmanager refuses.`, 'rename one.');
  }
  const unused = names.find((name) => name !== DEFAULT_RECEIVER);
  if (config.route === undefined && unused !== undefined) {
    values.dropped(
      path,
      `has no route to it: that of the chart sends everything to "${DEFAULT_RECEIVER}", which does nothing.`,
      `add route: { receiver: '${unused}' }.`,
    );
  }
}

/** Names in routes that stand for something else in the configuration. */
class RouteCheck {
  private readonly receivers: readonly string[];
  private readonly intervals: readonly string[];

  constructor(
    private readonly values: GuardedValues,
    private readonly config: { [key: string]: any },
  ) {
    this.receivers = namesIn(config.receivers, [DEFAULT_RECEIVER]);
    this.intervals = ['time_intervals', 'mute_time_intervals'].flatMap((key) => namesIn(config[key], []));
  }

  public run(): void {
    this.visit(this.config.route, [...STEPS, 'route'], 0);
  }

  private visit(route: any, steps: ValueSteps, depth: number): void {
    if (!isPlainObject(route) || depth > MAX_DEPTH) {
      return;
    }
    this.known(route.receiver, [...steps, 'receiver'], this.receivers, 'receiver', 'receivers');
    for (const key of ['mute_time_intervals', 'active_time_intervals']) {
      for (const [index, name] of (Array.isArray(route[key]) ? route[key] : []).entries()) {
        this.known(name, [...steps, key, index], this.intervals, 'time interval', 'time_intervals');
      }
    }
    for (const [index, child] of (Array.isArray(route.routes) ? route.routes : []).entries()) {
      this.visit(child, [...steps, 'routes', index], depth + 1);
    }
  }

  private known(name: unknown, steps: ValueSteps, names: readonly string[], what: string, list: string): void {
    // Text with {{ passes through a template whose result is not known here.
    if (typeof name !== 'string' || names.includes(name) || [name, ...names].some((one) => one.includes('{{'))) {
      return;
    }
    const there = names.map((one) => `"${one}"`).join(', ') || 'none';
    this.values.refuse(
      steps,
      `"${name}" is no ${what} of the configuration, so the Operator refuses it; there are ${there}.`,
      `name one of them, or add - name: "${name}" to ${CONFIG}.${list}.`,
    );
  }
}

function namesIn(list: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(list) ? list.map((item) => String(item?.name)) : otherwise;
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
      `set prometheus.prometheusSpec.alertingEndpoints, for example [{ namespace: '${override}', name: '${values.names.fullname}-alertmanager', port: 'http-web' }].`,
    );
  }
}
