import type { Instance } from '../operator/instance';
import { joinPath } from '../operator/problem';
import { alertmanagersOf } from '../operator/refused-alerting';
import { dialectOf } from '../relabel/dialect';
import { LabelBuilder } from '../relabel/label-builder';
import { compileRules } from '../relabel/relabel';
import type { RelabelRule } from '../relabel/relabel-rule';
import { toRule } from '../relabel/to-rule';
import { atLeast } from '../versions/version';
import { type KnownLabels, valueIn, withLabel } from './known-labels';

/** Labels of an alert as an Alertmanager gets it; `dropped` where it does not; `undefined` where nobody can tell. */
export type SentLabels = KnownLabels | 'dropped' | undefined;

/**
 * What a Prometheus makes of the labels of an alert on its way to one of its Alertmanagers: external labels that the alert
 * does not have, and rules for alerts.
 *
 * Source: prometheus v3.15 `notifier/manager.go`, `Manager.Send`, and `notifier/alertmanagerset.go`; prometheus-operator v0.93
 * `pkg/prometheus/promcfg.go`, `buildExternalLabels` and `appendAlertingConfig`.
 *
 * @param index of the Alertmanager in `spec.alerting.alertmanagers`
 */
export function sentLabels(labels: KnownLabels, instance: Instance, index: number): SentLabels {
  const { spec = {} } = instance.object.object;
  let sent = labels;
  for (const [name, value] of externalLabels(instance)) {
    const own = valueIn(labels, name);
    sent = own === '' ? withLabel(sent, name, value) : own === undefined ? withLabel(sent, name, undefined) : sent;
  }
  const replica = spec.replicaExternalLabelName ?? 'prometheus_replica';
  if (replica !== '') {
    sent = withLabel(sent, replica, '');
  }
  if (spec.additionalAlertRelabelConfigs !== undefined && spec.additionalAlertRelabelConfigs !== null) {
    return undefined;
  }
  const { version, versionText } = instance.settings;
  const rules: readonly any[] = alertmanagersOf(instance)[index]?.alertRelabelings ?? [];
  if (version !== undefined && !atLeast(version, '2.51.0')) {
    return sent;
  }
  const field = joinPath(joinPath('spec.alerting.alertmanagers', index), 'alertRelabelings');
  for (const [i, config] of rules.entries()) {
    const rule = toRule(config, { reason: 'user', field: joinPath(field, i) });
    const next = relabeled(sent, rule, versionText);
    if (next === 'dropped') {
      return 'dropped';
    }
    sent = next;
  }
  return sent;
}

function externalLabels({ object, settings, key }: Instance): Map<string, string | undefined> {
  const { spec = {} } = object.object;
  const own = new Map<string, string | undefined>([
    [spec.prometheusExternalLabelName ?? 'prometheus', key],
    [spec.replicaExternalLabelName ?? 'prometheus_replica', undefined],
    ...(settings.zones === undefined ? [] : [[zoneLabel(spec), undefined] as const]),
  ]);
  for (const [name, value] of Object.entries(spec.externalLabels ?? {})) {
    if (!own.has(name)) {
      own.set(name, String(value));
    }
  }
  own.delete('');
  return own;
}

function zoneLabel(spec: any): string {
  return spec.shardingStrategy?.topology?.externalLabelName ?? 'zone';
}

/** One rule, as far as the labels that it reads are known; what nobody can tell counts as kept. */
function relabeled(labels: KnownLabels, rule: RelabelRule, versionText: string): KnownLabels | 'dropped' {
  const [compiled] = compileRules([rule], dialectOf(versionText)).compiled;
  if (compiled === undefined) {
    return labels;
  }
  const { action, targetLabel } = rule;
  const onNames = action.startsWith('label');
  const reads = [...rule.sourceLabels, ...(action.endsWith('equal') ? [targetLabel] : [])];
  if (action === 'labelmap' && (labels.open || labels.unknown.size > 0)) {
    return { values: {}, unknown: new Set(), open: true };
  }
  if (!onNames && reads.some((name) => valueIn(labels, name) === undefined)) {
    if (/^(?:keep|drop)/.test(action)) {
      return labels;
    }
    return targetLabel.includes('$')
      ? { values: {}, unknown: new Set(), open: true }
      : withLabel(labels, targetLabel, undefined);
  }
  const there = Object.entries(labels.values).filter(([, value]) => value !== '');
  const builder = new LabelBuilder(Object.fromEntries(there));
  if (!compiled.keeps(builder)) {
    return 'dropped';
  }
  const after = builder.toLabels();
  const names = new Set([...there.map(([name]) => name), ...Object.keys(after)]);
  return [...names].reduce(
    (known, name) => (after[name] === labels.values[name] ? known : withLabel(known, name, after[name] ?? '')),
    labels,
  );
}
