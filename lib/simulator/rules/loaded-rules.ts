import { durationMilliseconds } from '../duration-text';
import type { SourcedObject } from '../kube-object';
import type { Instance } from '../operator/instance';
import { namespaceOf } from '../operator/problem';
import { isEnforcedOn, type RuleReader } from './rule-problems';

/** A group of rules as a Prometheus has it. */
export interface LoadedGroup {
  readonly name: string;
  readonly intervalSeconds: number;
  readonly limit: number;
  readonly rules: readonly LoadedRule[];
}

/** A rule as a Prometheus has it. */
export interface LoadedRule {
  readonly alert?: string;
  readonly record?: string;
  /** As it was written, without what the Operator adds to it. */
  readonly expr: string;
  readonly forSeconds: number;
  readonly keepFiringForSeconds: number;
  readonly labels: { readonly [name: string]: string };
  readonly annotations: { readonly [name: string]: string };
}

/**
 * The groups of a PrometheusRule that an instance takes, sorted by name, without what it is too old for.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/rules.go`, `sanitizePrometheusRulesSpec`;
 * `pkg/namespacelabeler/labeler.go`; prometheus v3.15 `rules/manager.go`, `LoadGroups`.
 */
export function loadedGroups(rule: SourcedObject, instance: Instance, reader: RuleReader): LoadedGroup[] {
  const { evaluationInterval } = instance.object.object.spec ?? {};
  const kept = (at: string, field: string, value: any) =>
    reader.dropped.includes(`${at}.${field}`) ? undefined : value;
  const enforced = isEnforcedOn(rule, reader) ? { [reader.enforcedLabel]: namespaceOf(rule.object) } : {};
  return listOf(rule.object.spec?.groups)
    .map((group) => ({
      name: String(group.name),
      intervalSeconds: seconds(group.interval || evaluationInterval || '30s'),
      limit: Number(kept('group', 'limit', group.limit) ?? 0),
      rules: listOf(group.rules).map(
        (one): LoadedRule => ({
          ...(one.alert ? { alert: String(one.alert) } : { record: String(one.record) }),
          expr: String(one.expr),
          forSeconds: seconds(one.for),
          keepFiringForSeconds: seconds(kept('rule', 'keep_firing_for', one.keep_firing_for)),
          labels: { ...kept('group', 'labels', group.labels), ...one.labels, ...enforced },
          annotations: { ...one.annotations },
        }),
      ),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function seconds(text: unknown): number {
  return (durationMilliseconds(String(text ?? '')) ?? 0) / 1000;
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}
