import { isPlainObject } from '../../../private/plain-object';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SPEC = 'prometheus.prometheusSpec';

/** Sub-charts with ServiceMonitors of their own: the switch, and the value that labels them. */
const SUBCHARTS = [
  ['grafana.enabled', 'grafana.serviceMonitor.labels'],
  ['kubeStateMetrics.enabled', 'kube-state-metrics.prometheus.monitor.additionalLabels'],
  ['nodeExporter.enabled', 'prometheus-node-exporter.prometheus.monitor.additionalLabels'],
] as const;

/**
 * Selectors that leave out what the chart brings itself, and rules that run twice.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/_helpers.tpl`, `kube-prometheus-stack.labels`.
 */
export function selectionRules(values: GuardedValues): void {
  if (!values.flag('prometheus.enabled', true)) {
    return;
  }
  monitors(values);
  rules(values);
  ruler(values);
}

function monitors(values: GuardedValues): void {
  const path = `${SPEC}.serviceMonitorSelector`;
  const wanted = labelsOf(values, path);
  if (wanted === undefined) {
    return;
  }
  const own = { ...values.map('commonLabels'), release: values.subject.release };
  const lost = missing(wanted, own);
  if (lost.length > 0) {
    values.warn(
      path,
      `asks for ${lost.join(', ')}, which the chart's own ServiceMonitors do not carry, so that they are lost.`,
      `set ${SPEC}.serviceMonitorSelectorNilUsesHelmValues to false instead, which takes every one, or give commonLabels and ${SUBCHARTS.map(([, labels]) => labels).join(', ')}.`,
    );
    return;
  }
  const without = SUBCHARTS.filter(
    ([on, labels]) =>
      values.flag(on, true) && missing(wanted, { ...values.map(labels), release: values.subject.release }).length > 0,
  ).map(([, labels]) => labels);
  if (without.length > 0) {
    values.warn(
      path,
      'misses ServiceMonitors of sub-charts, which commonLabels does not reach.',
      `give ${without.join(', ')} too.`,
    );
  }
}

function rules(values: GuardedValues): void {
  const path = `${SPEC}.ruleSelector`;
  const wanted = labelsOf(values, path);
  if (wanted === undefined || !values.flag('defaultRules.create', true)) {
    return;
  }
  const own = { ...values.map('commonLabels'), ...values.map('defaultRules.labels'), release: values.subject.release };
  const lost = missing(wanted, own);
  if (lost.length > 0) {
    values.warn(
      path,
      `asks for ${lost.join(', ')}, which the default rules do not carry, so that they are lost.`,
      'give defaultRules.labels, or set defaultRules.create to false.',
    );
  }
}

/** The labels that a selector asks for, where it asks for nothing else. */
function labelsOf(values: GuardedValues, path: string): { [key: string]: any } | undefined {
  const selector = values.map(path);
  const { matchLabels, ...others } = selector;
  const plain = truthy(matchLabels) && isPlainObject(matchLabels) && !Object.values(others).some(truthy);
  const known = Object.values(matchLabels ?? {}).every((label) => typeof label === 'string' && !label.includes('{{'));
  return plain && known ? matchLabels : undefined;
}

function missing(wanted: { [key: string]: any }, labels: { [key: string]: any }): string[] {
  return Object.entries(wanted).flatMap(([key, value]) => (labels[key] === value ? [] : [`${key}: ${value}`]));
}

function ruler(values: GuardedValues): void {
  const spec = 'thanosRuler.thanosRulerSpec';
  if (
    values.flag('thanosRuler.enabled', false) &&
    !values.flag('prometheus.agentMode', false) &&
    !truthy(values.at(`${spec}.ruleSelector`)) &&
    !truthy(values.at(`${SPEC}.ruleSelector`))
  ) {
    values.warn(
      'thanosRuler.enabled',
      'Thanos Ruler and Prometheus take the same rules by default, so that each of them runs twice.',
      `give ${spec}.ruleSelector, and the rules for it a label of their own.`,
    );
  }
}
