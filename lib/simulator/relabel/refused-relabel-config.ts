import type { Problem } from '../../private/problems';
import type { RelabelDialect } from './dialect';
import { isLabelName } from './label-name';
import { compilePattern } from './pattern';
import { actionName, type RelabelConfig } from './to-rule';

/** A rule as Prometheus reads it. */
export interface WrittenRelabelConfig extends RelabelConfig {
  /** Whether there is an expression at all, which may be empty. */
  readonly regexGiven?: boolean;
  /** Whether there is a list of source labels, which may be empty. */
  readonly sourceLabelsGiven?: boolean;
}

const ACTIONS = [
  'replace',
  'keep',
  'drop',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
];
const NEEDS_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];
const EQUAL_ACTIONS = ['keepequal', 'dropequal'];
const NO_REPLACEMENT = ['lowercase', 'uppercase', ...EQUAL_ACTIONS];

/** A name of old which may hold variables. Linear in time, unlike the expression that Prometheus writes for it. */
const LEGACY_NAME_WITH_VARIABLES = /^(?:[a-zA-Z_]|\$(?:\{\w+\}|\w))(?:\w|\$(?:\{\w+\}|\w))*$/;

/**
 * Everything for which Prometheus refuses its whole configuration over one rule.
 *
 * Source: prometheus v3.15 `model/relabel/relabel.go`, `Config.UnmarshalYAML`, `Action.UnmarshalYAML` and
 * `Config.Validate`; v2.53 there, which allows the names of old alone.
 */
export function refusedRelabelConfig(
  config: WrittenRelabelConfig,
  { nameValidation, dotMatchesNewline }: Pick<RelabelDialect, 'nameValidation' | 'dotMatchesNewline'>,
): Problem[] {
  const action = actionName(config);
  const { regex = '', targetLabel = '', replacement = '$1', modulus = 0 } = config;
  if (!ACTIONS.includes(action)) {
    return [{ field: 'action', message: `"${config.action}" is no action.`, fix: `use one of ${ACTIONS.join(', ')}.` }];
  }
  const problems: Problem[] = [];
  const pattern = compilePattern(regex, dotMatchesNewline);
  if ('problem' in pattern) {
    problems.push({
      field: 'regex',
      message: `"${regex}" is no RE2 expression: ${pattern.problem}.`,
      fix: 'rewrite it in the syntax of RE2, which has no look-around and no back-references.',
    });
  }
  if (action === 'hashmod' && modulus === 0) {
    problems.push({
      field: 'modulus',
      message: 'is 0 or absent, so that "hashmod" has no buckets.',
      fix: 'set modulus to the number of buckets.',
    });
  }
  if (NEEDS_TARGET.includes(action)) {
    if (targetLabel === '') {
      problems.push({
        field: 'targetLabel',
        message: `is absent or empty, and "${action}" needs it.`,
        fix: `name the label that "${action}" ${EQUAL_ACTIONS.includes(action) ? 'compares with' : 'writes'}.`,
      });
    } else if (!isTarget(targetLabel, action, nameValidation)) {
      problems.push({
        field: 'targetLabel',
        message: `"${targetLabel}" is no label name for this Prometheus.`,
        fix: nameFix(nameValidation),
      });
    }
  }
  if (NO_REPLACEMENT.includes(action) && replacement !== '$1') {
    problems.push({
      field: 'replacement',
      message: `"${replacement}" is set, and "${action}" takes none.`,
      fix: 'remove replacement.',
    });
  }
  if (action === 'labelmap' && !isTemplate(replacement, nameValidation)) {
    problems.push({
      field: 'replacement',
      message: `"${replacement}" is no label name for this Prometheus.`,
      fix: nameFix(nameValidation),
    });
  }
  return [...problems, ...surplusProblems(config, action)];
}

function isTarget(name: string, action: string, scheme: RelabelDialect['nameValidation']): boolean {
  return action === 'replace' && name.includes('$') ? isTemplate(name, scheme) : isLabelName(name, scheme);
}

function isTemplate(name: string, scheme: RelabelDialect['nameValidation']): boolean {
  return scheme === 'legacy' ? LEGACY_NAME_WITH_VARIABLES.test(name) : isLabelName(name, scheme);
}

/** How to mend a name. */
export function nameFix(scheme: RelabelDialect['nameValidation']): string {
  return scheme === 'legacy'
    ? 'use letters, digits and "_", not beginning with a digit.'
    : 'use a text that is not empty and valid UTF-8.';
}

/** An expression that is given counts even where it is the default: Prometheus compares where it stands in memory. */
function surplusProblems(config: WrittenRelabelConfig, action: string): Problem[] {
  const { separator = ';', modulus = 0, regex = '', replacement = '$1', sourceLabels = [], targetLabel = '' } = config;
  const equal = EQUAL_ACTIONS.includes(action);
  const names = action === 'labeldrop' || action === 'labelkeep';
  const { regexGiven = regex !== '', sourceLabelsGiven = sourceLabels.length > 0 } = config;
  const surplus: [field: string, refused: boolean][] = [
    ['sourceLabels', names && sourceLabelsGiven],
    ['separator', (equal || names) && separator !== ';'],
    ['regex', equal && regexGiven],
    ['modulus', (equal || names) && modulus !== 0],
    ['targetLabel', names && targetLabel !== ''],
    ['replacement', names && replacement !== '$1'],
  ];
  const only = equal ? 'sourceLabels and targetLabel' : 'regex';
  return surplus
    .filter(([, refused]) => refused)
    .map(([field]) => ({ field, message: `is set, and "${action}" takes only ${only}.`, fix: `remove ${field}.` }));
}
