import { type CompiledRule, compileRule, type InvalidRule } from './compile-rule';
import type { RelabelDialect } from './dialect';
import { LabelBuilder } from './label-builder';
import type { Labels, RelabelRule } from './relabel-rule';

/** Labels after all rules, or the rule that dropped them. */
export type RelabelResult = { readonly labels: Labels } | { readonly droppedBy: RelabelRule };

/** Prepares rules, to be run over many targets; `invalid` names those that Prometheus would refuse. */
export function compileRules(
  rules: readonly RelabelRule[],
  dialect: RelabelDialect,
): { readonly compiled: readonly CompiledRule[]; readonly invalid: readonly InvalidRule[] } {
  const compiled: CompiledRule[] = [];
  const invalid: InvalidRule[] = [];
  for (const rule of rules) {
    const result = prepared(rule, dialect);
    if ('keeps' in result) {
      compiled.push(result);
    } else {
      invalid.push(result);
    }
  }
  return { compiled, invalid };
}

const known = new WeakMap<RelabelDialect, WeakMap<RelabelRule, CompiledRule | InvalidRule>>();

/** Most rules of a job are the same objects as those of all other jobs. */
function prepared(rule: RelabelRule, dialect: RelabelDialect): CompiledRule | InvalidRule {
  let ofDialect = known.get(dialect);
  if (ofDialect === undefined) {
    ofDialect = new WeakMap();
    known.set(dialect, ofDialect);
  }
  let result = ofDialect.get(rule);
  if (result === undefined) {
    result = compileRule(rule, dialect);
    ofDialect.set(rule, result);
  }
  return result;
}

/** Runs rules in their order over labels, which stay as they are. */
export function relabel(labels: Labels, rules: readonly CompiledRule[]): RelabelResult {
  const builder = new LabelBuilder(labels);
  const droppedBy = applyRules(builder, rules);
  return droppedBy ? { droppedBy } : { labels: builder.toLabels() };
}

/** Runs rules in their order. @returns the rule that drops the target, if one does */
export function applyRules(labels: LabelBuilder, rules: readonly CompiledRule[]): RelabelRule | undefined {
  return rules.find((rule) => !rule.keeps(labels))?.rule;
}
