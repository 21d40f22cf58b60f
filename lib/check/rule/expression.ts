import { Level } from '../../report/finding';
import type { Check } from '../check';
import { RULE_REJECTED, ruleDrafts } from './rule-drafts';

const CODES = ['rejected/expression', 'poison/expression'];

/**
 * An expression that the Operator's parser refuses, or the one of an older Prometheus that is to load it.
 *
 * Mirrors: prometheus `promql/parser/parse.go`, of the version that the Operator has built in and of the one that runs;
 * prometheus-operator v0.93 `pkg/prometheus/server/rules.go`, the features.
 *
 * Silent about rules that nobody loads.
 */
export const ruleExpression: Check = {
  id: 'rule/expression',
  level: Level.ERROR,
  summary: 'expression that Prometheus cannot read',
  why: RULE_REJECTED,
  codes: CODES,
  run: (context) => ruleDrafts(context, CODES),
};
