import { checkExpression } from '../../promql/check-expression';
import type { SourcedObject } from '../kube-object';
import type { Instance } from '../operator/instance';
import { joinPath, namespaceOf } from '../operator/problem';
import { parseVersion, type Version } from '../versions/version';
import { listOf } from './config-spec';
import { expressionLabels } from './expression-labels';
import { type KnownLabels, withLabel } from './known-labels';

/** An alerting rule of a PrometheusRule. */
export interface AlertRule {
  readonly object: SourcedObject;
  /** Path of the rule, such as `spec.groups[0].rules[1]`. */
  readonly field: string;
  readonly name: string;
  readonly expression: string;
  /** Labels that its group gives to it, and its own. */
  readonly labels: readonly (readonly [name: string, value: string])[];
}

/** The alerting rules of a PrometheusRule. */
export function alertRules(object: SourcedObject): readonly AlertRule[] {
  return listOf(object.object.spec?.groups).flatMap((group, i) =>
    listOf(group?.rules).flatMap((rule, j) =>
      typeof rule?.alert === 'string'
        ? [
            {
              object,
              field: joinPath(joinPath(joinPath('spec.groups', i), 'rules'), j),
              name: rule.alert,
              expression: String(rule.expr ?? ''),
              labels: [...texts(group.labels), ...texts(rule.labels)],
            },
          ]
        : [],
    ),
  );
}

function texts(labels: unknown): [string, string][] {
  return Object.entries(labels ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
}

const ANY_VERSION = parseVersion('3.15.0') as Version;

/**
 * What is known of the labels of an alert as Prometheus makes it: those that its expression surely has, those of the rule,
 * and its name.
 *
 * Source: prometheus v3.15 `rules/alerting.go`, `AlertingRule.Eval`.
 *
 * @param instance the Prometheus; `undefined` where it is not known
 */
export function alertLabels(rule: AlertRule, instance: Instance | undefined): KnownLabels {
  const features = instance?.object.object.spec?.enableFeatures;
  const { expression } = checkExpression(rule.expression, {
    version: instance?.settings.version ?? ANY_VERSION,
    features: Array.isArray(features) ? features : [],
  });
  let labels: KnownLabels =
    expression === undefined
      ? { values: {}, unknown: new Set(), open: true }
      : expressionLabels(expression, rule.expression);
  for (const [name, value] of rule.labels) {
    labels = withLabel(labels, name, value.includes('{{') ? undefined : value);
  }
  const enforced = instance?.settings.enforcedNamespaceLabel ?? '';
  if (enforced !== '' && !isExcluded(rule.object, instance as Instance)) {
    labels = withLabel(labels, enforced, namespaceOf(rule.object.object));
  }
  return withLabel(labels, 'alertname', rule.name);
}

/** Whether it may be excluded from the label of its namespace. */
function isExcluded({ object }: SourcedObject, { settings, object: prometheus }: Instance): boolean {
  const older: readonly any[] = prometheus.object.spec?.prometheusRulesExcludedFromEnforce ?? [];
  return (
    settings.excludedFromEnforcement.some(({ namespace }) => namespace === namespaceOf(object)) ||
    older.some(({ ruleNamespace }) => ruleNamespace === namespaceOf(object))
  );
}
