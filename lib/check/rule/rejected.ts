import { Level } from '../../report/finding';
import type { Check } from '../check';
import { RULE_REJECTED, ruleDrafts } from './rule-drafts';

const CODES = [
  'rejected/rule-kind',
  'rejected/record-field',
  'rejected/record-name',
  'rejected/label-name',
  'rejected/size',
];

/**
 * A PrometheusRule that the Operator skips for something else than an expression.
 *
 * Mirrors: prometheus v3.13 `model/rulefmt/rulefmt.go`, `RuleGroups.Validate` and `Rule.Validate`.
 *
 * Silent about rules that nobody loads.
 */
export const ruleRejected: Check = {
  id: 'rule/rejected',
  level: Level.ERROR,
  summary: 'rule that the Operator skips',
  why: RULE_REJECTED,
  codes: CODES,
  run: (context) => ruleDrafts(context, CODES),
};
