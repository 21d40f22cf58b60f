import { checkExpression } from '../../promql/check-expression';
import { checkTemplate } from '../../promql/template/check-template';
import type { PromqlProblem } from '../../promql/tokens';
import type { SourcedObject } from '../kube-object';
import type { Instance } from '../operator/instance';
import { joinPath, namespaceOf, type Problem } from '../operator/problem';
import { atLeast, parseVersion, type Version } from '../versions/version';
import { evaluatingVersion, fieldsDropped } from './dropped-rule-fields';
import { leastRenderedSize, MOST_BYTES } from './rendered-size';

/** What of an instance decides about rules. */
export interface RuleReader {
  /** The Prometheus whose parser the Operator has built in. */
  readonly parser: Version;
  /** The Prometheus that loads the rules; `undefined` for Thanos, whose parser is not known. */
  readonly prometheus: Version | undefined;
  readonly features: readonly string[];
  /** Whether names may have any characters. */
  readonly anyNames: boolean;
  /** Fields that the Operator leaves out before it looks, as `group.labels`. */
  readonly dropped: readonly string[];
  readonly enforcedLabel: string;
  /** `<namespace>/<name>` of rules that the label is not enforced on; an empty name for all of the namespace. */
  readonly excluded: readonly string[];
}

/**
 * What an instance asks of rules; `undefined` where its version cannot be read.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/rules.go`; `pkg/operator/rules.go`, `ValidationSchemeForThanos`.
 */
export function ruleReader(instance: Instance): RuleReader | undefined {
  const { object, operator } = instance;
  const { spec = {} } = object.object;
  const thanos = object.object.kind === 'ThanosRuler';
  const version = evaluatingVersion(instance);
  const parser = operator && parseVersion(operator.release.prometheus);
  if (version === undefined || parser === undefined) {
    return undefined;
  }
  const rules = listOf(spec.prometheusRulesExcludedFromEnforce).map(
    ({ ruleNamespace, ruleName }) => `${ruleNamespace}/${ruleName}`,
  );
  const references = listOf(spec.excludedFromEnforcement)
    .filter(({ resource, namespace }) => resource === 'prometheusrules' && namespace)
    .map(({ namespace, name = '' }) => `${namespace}/${name}`);
  return {
    parser,
    prometheus: thanos ? undefined : version,
    features: thanos ? [] : listOf(spec.enableFeatures).map(String),
    dropped: fieldsDropped(version, thanos),
    anyNames: atLeast(version, thanos ? '0.38.0' : '3.0.0'),
    enforcedLabel: String(spec.enforcedNamespaceLabel ?? ''),
    excluded: [...rules, ...references],
  };
}

/** Whether the namespace label is enforced on rules, and so on each selector of their expressions. */
export function isEnforcedOn({ object }: SourcedObject, { enforcedLabel, excluded }: RuleReader): boolean {
  const namespace = namespaceOf(object);
  const exempt = [`${namespace}/`, `${namespace}/${object.metadata.name}`].some((key) => excluded.includes(key));
  return enforcedLabel !== '' && !exempt;
}

const SKIPPED = 'The Operator skips the whole PrometheusRule.';
const POISON = 'The Operator takes it, and this Prometheus then loads no new configuration at all.';

/**
 * Why the Operator skips a PrometheusRule, or Prometheus does not load what comes of it. That groups have names, each its
 * own, and that durations are some, the API server sees to.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/rules.go`, `ValidateRule`; prometheus v3.13 `model/rulefmt/rulefmt.go`,
 * `Validate`; prometheus-operator v0.93 `pkg/namespacelabeler/labeler.go`, `EnforceNamespaceLabel`.
 */
export function ruleProblems(rule: SourcedObject, reader: RuleReader): Problem[] {
  const problems: Problem[] = [];
  const refuse = (
    code: string,
    field: string,
    message: string,
    fix?: string,
    consequence = SKIPPED,
    values: Problem['values'] = {},
  ): void => {
    problems.push({
      code,
      certainty: 'certain',
      object: rule,
      field,
      values,
      message: `${message} ${consequence}`,
      fix,
    });
  };
  checkSize();
  for (const [i, group] of listOf(rule.object.spec?.groups).entries()) {
    const field = `spec.groups[${i}]`;
    if (!reader.dropped.includes('group.labels')) {
      checkNames(group?.labels, `${field}.labels`);
    }
    for (const [j, one] of listOf(group?.rules).entries()) {
      checkRule(one, `${field}.rules[${j}]`);
    }
  }
  return problems;

  function checkSize(): void {
    const size = leastRenderedSize(rule.object.spec);
    if (size > MOST_BYTES) {
      refuse(
        'rejected/size',
        'spec.groups',
        `The rules make a file of more than ${MOST_BYTES} bytes: at least ${size}.`,
        'spread the groups over several PrometheusRules.',
      );
    }
  }

  function checkRule(one: any, field: string): void {
    const record = String(one?.record ?? '');
    const alert = String(one?.alert ?? '');
    if ((record === '') === (alert === '')) {
      const both = record !== '';
      refuse(
        'rejected/rule-kind',
        field,
        both ? `The rule has both record "${record}" and alert "${alert}".` : 'The rule has neither record nor alert.',
        both ? 'make it two rules.' : 'alert: its name, or record: the name of the new metric.',
      );
    }
    checkNames(one?.labels, `${field}.labels`);
    checkNames(one?.annotations, `${field}.annotations`);
    if (record !== '') {
      checkRecord(one, record, field);
    }
    if (alert !== '') {
      checkTemplates(one?.labels, `${field}.labels`);
      checkTemplates(one?.annotations, `${field}.annotations`);
    }
    checkExpr(String(one?.expr ?? ''), `${field}.expr`);
  }

  function checkRecord(one: any, record: string, field: string): void {
    for (const extra of ['annotations', 'for', 'keep_firing_for']) {
      const value = reader.dropped.includes(`rule.${extra}`) ? undefined : one[extra];
      const given = extra === 'annotations' ? Object.keys(value ?? {}).length > 0 : /[1-9]/.test(String(value ?? ''));
      if (given) {
        refuse('rejected/record-field', `${field}.${extra}`, `A recording rule has no ${extra}.`, `remove ${extra}.`);
      }
    }
    if (/[{}]/.test(record)) {
      refuse(
        'rejected/record-name',
        `${field}.record`,
        `"${record}" has braces, and is the name of a metric.`,
        'put labels into labels.',
      );
    } else if (!reader.anyNames && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(record)) {
      const fix = `record: ${record.replace(/[^a-zA-Z0-9_:]/g, '_')}`;
      refuse('rejected/record-name', `${field}.record`, `"${record}" is no name of a metric before Prometheus 3.`, fix);
    }
  }

  function checkNames(labels: unknown, field: string): void {
    for (const name of Object.keys(labels ?? {})) {
      const isName = reader.anyNames ? name !== '' : /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
      const isMetric = name === '__name__' && !field.endsWith('annotations');
      if (!isName || isMetric) {
        const message = isMetric
          ? '"__name__" cannot be set by a rule.'
          : `"${name}" is no name that Prometheus takes.`;
        refuse(
          'rejected/label-name',
          joinPath(field, name),
          message,
          isMetric ? 'remove it.' : 'use letters, digits and _.',
        );
      }
    }
  }

  function checkTemplates(texts: unknown, field: string): void {
    for (const [name, value] of Object.entries(texts ?? {})) {
      const text = String(value);
      const problem = checkTemplate(text, reader.parser);
      const own = reader.prometheus && problem === undefined ? checkTemplate(text, reader.prometheus) : undefined;
      if (problem !== undefined) {
        refuse('rejected/template', joinPath(field, name), textOf(text, problem), problem.fix);
      } else if (own !== undefined) {
        refuse('poison/template', joinPath(field, name), textOf(text, own), own.fix, POISON);
      }
    }
  }

  function checkExpr(expr: string, field: string): void {
    const enforced = isEnforcedOn(rule, reader);
    // To add the label the Operator reads the expression before, without anything experimental.
    const features = enforced ? [] : reader.features;
    const [problem] = checkExpression(expr, { version: reader.parser, features }).problems;
    if (problem !== undefined) {
      const silent = enforced ? ' There is not even an event, since a namespace label is enforced.' : '';
      refuse('rejected/expression', field, textOf(expr, problem), problem.fix, `${SKIPPED}${silent}`, {
        silent: enforced,
      });
      return;
    }
    if (reader.prometheus !== undefined) {
      const [own] = checkExpression(expr, { version: reader.prometheus, features: reader.features }).problems;
      if (own !== undefined) {
        refuse('poison/expression', field, textOf(expr, own), own.fix, POISON);
      }
    }
  }
}

/** The fault with the part of the expression or template that it is about. */
function textOf(expr: string, { from, to, message }: PromqlProblem): string {
  const before = expr.slice(0, from);
  const line = before.split('\n').length;
  const place = expr.includes('\n') ? `line ${line}, ` : '';
  const part = expr.slice(from, to).split('\n')[0];
  const short = part.length > 60 ? `${part.slice(0, 60)}…` : part;
  return short === '' || message.includes(`"${short}"`) ? message : `At ${place}"${short}": ${message}`;
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}
