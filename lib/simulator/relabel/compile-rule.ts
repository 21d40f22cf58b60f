import { boundedMemo } from '../bounded-memo';
import type { RelabelDialect } from './dialect';
import { hashMod } from './hash-mod';
import type { LabelBuilder } from './label-builder';
import { isLabelName } from './label-name';
import { toLower, toUpper } from './letter-case';
import { compilePattern, type Pattern } from './pattern';
import type { RelabelRule } from './relabel-rule';
import { compileTemplate, type Template } from './template';

/** A rule that is ready to run over many targets. */
export interface CompiledRule {
  readonly rule: RelabelRule;
  /** Rewrites labels. @returns false if the rule drops the target */
  keeps(labels: LabelBuilder): boolean;
}

/** A rule that Prometheus cannot run, so that it refuses the whole configuration. */
export interface InvalidRule {
  readonly rule: RelabelRule;
  readonly field: 'action' | 'regex' | 'modulus';
  readonly problem: string;
}

/**
 * Prepares a rule.
 *
 * Source: prometheus v3.14 `model/relabel/relabel.go`, `relabel`.
 */
export function compileRule(rule: RelabelRule, dialect: RelabelDialect): CompiledRule | InvalidRule {
  const pattern = compilePattern(rule.regex, dialect.dotMatchesNewline);
  if ('problem' in pattern) {
    return { rule, field: 'regex', problem: pattern.problem };
  }
  if (rule.action === 'hashmod' && !(Number.isInteger(rule.modulus) && rule.modulus > 0)) {
    return { rule, field: 'modulus', problem: `${rule.modulus} is no number of buckets` };
  }
  const keeps = actionOf(rule, pattern, dialect);
  return keeps ? { rule, keeps } : { rule, field: 'action', problem: `there is no action "${rule.action}"` };
}

function actionOf(rule: RelabelRule, pattern: Pattern, dialect: RelabelDialect): CompiledRule['keeps'] | undefined {
  const { action, targetLabel } = rule;
  const source = sourceOf(rule);
  const setTarget = (value: (labels: LabelBuilder) => string) => (labels: LabelBuilder) => {
    labels.set(targetLabel, value(labels));
    return true;
  };
  switch (action) {
    case 'keep':
      return (labels) => pattern.test(source(labels));
    case 'drop':
      return (labels) => !pattern.test(source(labels));
    case 'keepequal':
      return (labels) => source(labels) === labels.get(targetLabel);
    case 'dropequal':
      return (labels) => source(labels) !== labels.get(targetLabel);
    case 'replace':
      return replace(rule, pattern, source, dialect);
    case 'lowercase':
      return setTarget((labels) => toLower(source(labels)));
    case 'uppercase':
      return setTarget((labels) => toUpper(source(labels)));
    case 'hashmod':
      return setTarget((labels) => hashMod(source(labels), rule.modulus));
    case 'labelmap':
      return labelMap(pattern, compileTemplate(rule.replacement));
    case 'labeldrop':
      return deleteNames((name) => pattern.test(name));
    case 'labelkeep':
      return deleteNames((name) => !pattern.test(name));
    default:
      return undefined;
  }
}

/** Reads and joins the source labels. */
function sourceOf({ sourceLabels, separator }: RelabelRule): (labels: LabelBuilder) => string {
  const [only] = sourceLabels;
  return sourceLabels.length === 1
    ? (labels) => labels.get(only)
    : (labels) => sourceLabels.map((name) => labels.get(name)).join(separator);
}

function replace(
  rule: RelabelRule,
  pattern: Pattern,
  source: (labels: LabelBuilder) => string,
  { nameValidation }: RelabelDialect,
): CompiledRule['keeps'] {
  const target = compileTemplate(rule.targetLabel);
  const replacement = compileTemplate(rule.replacement);
  const fixedTargetHolds = target.constant !== undefined && isLabelName(target.constant, nameValidation);
  return (labels) => {
    const match = pattern.match(source(labels));
    if (match) {
      const name = target.expand(match);
      if (fixedTargetHolds || isLabelName(name, nameValidation)) {
        labels.set(name, replacement.expand(match));
      }
    }
    return true;
  };
}

/**
 * Copies labels to other names. Where several become one name, the last one wins, in the order of their names:
 * Prometheus leaves it to chance, since it fills the labels of a target from a Go map.
 */
function labelMap(pattern: Pattern, replacement: Template): CompiledRule['keeps'] {
  const newName = boundedMemo((name) => (pattern.test(name) ? pattern.replaceAll(name, replacement) : undefined));
  return (labels) => {
    const copies = labels
      .names()
      .filter((name) => newName(name) !== undefined)
      .sort()
      .map((name) => [newName(name) as string, labels.get(name)]);
    for (const [name, value] of copies) {
      labels.set(name, value);
    }
    return true;
  };
}

function deleteNames(unwanted: (name: string) => boolean): CompiledRule['keeps'] {
  return (labels) => {
    for (const name of labels.names().filter(unwanted)) {
      labels.delete(name);
    }
    return true;
  };
}
