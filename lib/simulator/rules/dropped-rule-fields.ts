import type { SourcedObject } from '../kube-object';
import { describeInstance, type Instance } from '../operator/instance';
import type { Problem } from '../operator/problem';
import { atLeast, formatVersion, parseVersion, type Version } from '../versions/version';

/** A field of rules that the Operator leaves out for old versions, and the versions that have it. */
interface RuleGate {
  readonly field: 'limit' | 'query_offset' | 'labels' | 'keep_firing_for';
  readonly at: 'group' | 'rule';
  readonly prometheus: string;
  readonly thanos: string;
}

/** Source: prometheus-operator v0.93 `pkg/operator/rules.go`, `sanitizePrometheusRulesSpec`. */
const GATES: readonly RuleGate[] = [
  { field: 'limit', at: 'group', prometheus: '2.31.0', thanos: '0.24.0' },
  { field: 'query_offset', at: 'group', prometheus: '2.53.0', thanos: '0.38.0' },
  { field: 'labels', at: 'group', prometheus: '3.0.0', thanos: '0.39.0' },
  { field: 'keep_firing_for', at: 'rule', prometheus: '2.42.0', thanos: '0.34.0' },
];

/** Version of the Thanos that an Operator runs where the object names none. Source: its `pkg/operator/defaults.go`. */
const DEFAULT_THANOS = '0.42.2';

/** The version of what evaluates the rules. */
export function evaluatingVersion({ object, settings }: Instance): Version | undefined {
  return object.object.kind === 'ThanosRuler'
    ? parseVersion(String(object.object.spec?.version || DEFAULT_THANOS))
    : settings.version;
}

/** Fields that a version does not get, as `group.labels`. */
export function fieldsDropped(version: Version, thanos: boolean): readonly string[] {
  return GATES.filter((gate) => !atLeast(version, thanos ? gate.thanos : gate.prometheus)).map(
    ({ at, field }) => `${at}.${field}`,
  );
}

/**
 * Fields of rules that the Operator leaves out for an instance: of its version, or of the other kind of instance. The rest
 * of the object stays.
 */
export function droppedRuleFields(rule: SourcedObject, instance: Instance): Problem[] {
  const thanos = instance.object.object.kind === 'ThanosRuler';
  const version = evaluatingVersion(instance);
  if (version === undefined) {
    return [];
  }
  const dropped = new Set(fieldsDropped(version, thanos));
  const product = thanos ? 'Thanos' : 'Prometheus';
  const who = describeInstance(instance.object);
  const problems: Problem[] = [];
  const lose = (field: string, value: unknown, message: string, fix: string, name: string): void => {
    const isEmpty = typeof value === 'object' && value !== null ? Object.keys(value).length === 0 : value === '';
    if (value !== undefined && value !== null && !isEmpty) {
      problems.push({
        code: `dropped-rule/${name}`,
        certainty: 'certain',
        object: rule,
        field,
        values: { value },
        message,
        fix,
      });
    }
  };
  for (const [i, group] of listOf(rule.object.spec?.groups).entries()) {
    const at = `spec.groups[${i}]`;
    const places = { group: [{ value: group, field: at }], rule: rulesOf(group, at) };
    for (const gate of GATES.filter((one) => dropped.has(`${one.at}.${one.field}`))) {
      const since = thanos ? gate.thanos : gate.prometheus;
      for (const { value, field } of places[gate.at]) {
        lose(
          `${field}.${gate.field}`,
          value?.[gate.field],
          `is left out: it needs ${product} ${since}, and ${who} runs ${formatVersion(version)}.`,
          `remove it, or run ${product} ${since} or later.`,
          gate.field,
        );
      }
    }
    if (!thanos) {
      const message = `is left out: ${who} is no ThanosRuler, and asks no other servers.`;
      lose(`${at}.${STRATEGY}`, group?.[STRATEGY], message, 'remove it.', STRATEGY);
    }
  }
  return problems;
}

const STRATEGY = 'partial_response_strategy';

function rulesOf(group: any, at: string): { readonly value: any; readonly field: string }[] {
  return listOf(group?.rules).map((value, j) => ({ value, field: `${at}.rules[${j}]` }));
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}
