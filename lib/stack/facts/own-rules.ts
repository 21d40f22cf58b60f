import { DEFAULT_RULE_GROUPS } from './default-rules';
import { cut } from './names';
import type { Release } from './release';

/** A group of rules that a release makes. */
export interface OwnRuleGroup {
  readonly group: string;
  /** The PrometheusRule object. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: { readonly [key: string]: string };
  /** Without repetition, in their order; empty for recording rules. */
  readonly alerts: readonly string[];
  /** Values that switch it on, the first being its own. */
  readonly switches: readonly string[];
}

/** Parts that are off unless the values say otherwise. */
const OFF_BY_DEFAULT = new Set(['windowsMonitoring.enabled']);

/**
 * The groups of rules that a release makes by default, without those of `additionalPrometheusRulesMap`.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/rules-1.14`.
 */
export function ownRuleGroups(release: Release): OwnRuleGroup[] {
  const { values, names, objectNamespace: namespace, labels } = release;
  const on = (path: string) => values.flag(path, !OFF_BY_DEFAULT.has(path));
  if (!on('defaultRules.create')) {
    return [];
  }
  const disabled = values.map('defaultRules.disabled');
  return DEFAULT_RULE_GROUPS.flatMap(({ group, key, needs = [], alerts = [], alertNeeds = {} }) => {
    const switches = [`defaultRules.rules.${key}`, ...needs];
    const kept = alerts.filter((alert) => !disabled[alert] && on(alertNeeds[alert] ?? 'defaultRules.create'));
    return switches.every(on)
      ? [
          {
            group,
            name: cut(`${names.fullname}-${group.replaceAll('_', '-')}`, 63),
            namespace,
            labels: { app: names.app, ...labels, ...values.labels('defaultRules.labels') },
            alerts: [...new Set(kept)],
            switches,
          },
        ]
      : [];
  });
}
