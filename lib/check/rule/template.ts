import { Level } from '../../report/finding';
import type { Check } from '../check';
import { RULE_REJECTED, ruleDrafts } from './rule-drafts';

const CODES = ['rejected/template', 'poison/template'];

/**
 * A label or annotation of an alert that is no template, or none of the older Prometheus that is to load it.
 *
 * Mirrors: prometheus v3.15 `model/rulefmt/rulefmt.go`, `testTemplateParsing`; `template/template.go`, `NewTemplateExpander`;
 * go 1.26 `text/template/parse`.
 *
 * Silent about rules that nobody loads, and about what is only found out when the alert fires: labels that it does not have,
 * and queries that cannot be read.
 */
export const ruleTemplate: Check = {
  id: 'rule/template',
  level: Level.ERROR,
  summary: 'label or annotation that is no template',
  why: RULE_REJECTED,
  codes: CODES,
  run: (context) => ruleDrafts(context, CODES),
};
