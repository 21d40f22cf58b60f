import type { Problem } from '../../private/problems';
import { dialectOf, versionAtLeast } from './dialect';
import { isLabelName } from './label-name';
import { compilePattern } from './pattern';
import { actionName, type RelabelConfig } from './to-rule';

const NEEDS_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];
const CASE_ACTIONS = ['lowercase', 'uppercase'];
const EQUAL_ACTIONS = ['keepequal', 'dropequal'];
const NAME_ACTIONS = ['labeldrop', 'labelkeep'];

/** A new name for labelmap under Prometheus 2, which may hold variables. */
const LEGACY_NAME_WITH_VARIABLES = /^(?:[a-zA-Z_]|\$(?:\{\w+\}|\w))(?:\w|\$(?:\{\w+\}|\w))*$/;

/**
 * Everything for which the Operator rejects the object that holds a rule. The rule fits the schema of the API.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/validation/validator.go`, `ValidateRelabelConfig`, which stops at
 * the first.
 */
export function validateRelabelConfig(config: RelabelConfig, prometheusVersion: string): Problem[] {
  const action = actionName(config);
  const written = config.action || 'replace';
  return [
    ...actionProblems(action, written, prometheusVersion),
    ...regexProblems(config, prometheusVersion),
    ...modulusProblems(config, action),
    ...targetLabelProblems(config, action, prometheusVersion),
    ...replacementProblems(config, action, prometheusVersion),
    ...surplusProblems(config, action),
  ];
}

function actionProblems(action: string, written: string, version: string): Problem[] {
  const since = sinceVersion(action);
  if (since === undefined || versionAtLeast(version, since)) {
    return [];
  }
  return [
    {
      field: 'action',
      message: `"${written}" is known to Prometheus ${since.join('.')} and later, and this Prometheus has version ${version}.`,
      fix: `raise spec.version of the Prometheus object to ${since.join('.')} or later, or do without the action.`,
    },
  ];
}

function sinceVersion(action: string): readonly [number, number, number] | undefined {
  if (CASE_ACTIONS.includes(action)) {
    return [2, 36, 0];
  }
  return EQUAL_ACTIONS.includes(action) ? [2, 41, 0] : undefined;
}

function regexProblems({ regex = '' }: RelabelConfig, version: string): Problem[] {
  const pattern = compilePattern(regex, dialectOf(version).dotMatchesNewline);
  if (!('problem' in pattern)) {
    return [];
  }
  return [
    {
      field: 'regex',
      message: `"${regex}" is no RE2 expression: ${pattern.problem}.`,
      fix: 'rewrite it in the syntax of RE2, which has no look-around and no back-references.',
    },
  ];
}

function modulusProblems({ modulus = 0 }: RelabelConfig, action: string): Problem[] {
  if (action !== 'hashmod' || modulus !== 0) {
    return [];
  }
  return [
    {
      field: 'modulus',
      message: 'is 0 or absent, so that "hashmod" has no buckets.',
      fix: 'set modulus to the number of buckets.',
    },
  ];
}

function targetLabelProblems({ targetLabel = '' }: RelabelConfig, action: string, version: string): Problem[] {
  if (!NEEDS_TARGET.includes(action)) {
    return [];
  }
  if (targetLabel === '') {
    return [
      {
        field: 'targetLabel',
        message: `is absent or empty, and "${action}" needs it.`,
        fix: `name the label that "${action}" ${EQUAL_ACTIONS.includes(action) ? 'compares with' : 'writes'}.`,
      },
    ];
  }
  const { nameValidation } = dialectOf(version);
  if (isLabelName(targetLabel, nameValidation)) {
    return [];
  }
  const variables = action === 'replace' && targetLabel.includes('$');
  return [
    {
      field: 'targetLabel',
      message: variables
        ? `"${targetLabel}" holds a variable, which the Operator refuses for Prometheus ${version}.`
        : `"${targetLabel}" is no label name for Prometheus ${version}.`,
      fix: variables
        ? 'use "labelmap", whose replacement may hold variables, or raise spec.version of the Prometheus object to 3.0.0 or later.'
        : nameFix(nameValidation),
    },
  ];
}

function replacementProblems({ replacement }: RelabelConfig, action: string, version: string): Problem[] {
  if (replacement === undefined) {
    return [];
  }
  if (action === 'labelmap') {
    const { nameValidation } = dialectOf(version);
    const holds =
      nameValidation === 'legacy' ? LEGACY_NAME_WITH_VARIABLES.test(replacement) : isLabelName(replacement, 'utf8');
    return holds
      ? []
      : [
          {
            field: 'replacement',
            message: `"${replacement}" is no label name for Prometheus ${version}.`,
            fix: nameFix(nameValidation),
          },
        ];
  }
  if ((CASE_ACTIONS.includes(action) || EQUAL_ACTIONS.includes(action)) && replacement !== '$1') {
    return [
      {
        field: 'replacement',
        message: `"${replacement}" is set, and "${action}" takes none.`,
        fix: 'remove replacement.',
      },
    ];
  }
  return [];
}

function nameFix(nameValidation: 'utf8' | 'legacy'): string {
  return nameValidation === 'legacy'
    ? 'use letters, digits and "_", not beginning with a digit, or raise spec.version of the Prometheus object to 3.0.0 or later.'
    : 'use a text that is not empty and valid UTF-8.';
}

/** Fields that an action does not read, and for which it is refused unless they hold their default. */
function surplusProblems(config: RelabelConfig, action: string): Problem[] {
  const { separator = ';', modulus = 0, regex = '', replacement = '$1', sourceLabels = [], targetLabel = '' } = config;
  const equal = EQUAL_ACTIONS.includes(action);
  const names = NAME_ACTIONS.includes(action);
  const surplus: [field: string, refused: boolean][] = [
    ['sourceLabels', names && sourceLabels.length > 0],
    ['separator', (equal || names) && separator !== ';'],
    ['regex', equal && regex !== '' && regex !== '(.*)'],
    ['modulus', (equal || names) && modulus !== 0],
    ['targetLabel', names && targetLabel !== ''],
    ['replacement', names && replacement !== '$1'],
  ];
  const only = equal ? 'sourceLabels and targetLabel' : 'regex';
  return surplus
    .filter(([, refused]) => refused)
    .map(([field]) => ({ field, message: `is set, and "${action}" takes only ${only}.`, fix: `remove ${field}.` }));
}
