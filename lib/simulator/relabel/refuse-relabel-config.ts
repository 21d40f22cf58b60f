import type { Problem } from '../../private/problems';
import { isLabelName } from './label-name';
import { actionName, type RelabelConfig } from './to-rule';
import {
  actionProblems,
  CASE_ACTIONS,
  EQUAL_ACTIONS,
  LEGACY_NAME_WITH_VARIABLES,
  modulusProblems,
  NEEDS_TARGET,
  regexProblems,
  surplusProblems,
} from './validate-relabel-config';

/** What decides which rules a Prometheus takes. */
export interface RefusalRules {
  /** Its version, as the Prometheus object has it. */
  readonly version: string;
  /** Which names of labels rules may read. */
  readonly read: 'legacy' | 'utf8';
  /** Which names of labels rules may write. */
  readonly written: 'legacy' | 'utf8';
  /** Whose names these are, for messages. */
  readonly whose: string;
}

const ACTIONS = [...NEEDS_TARGET, 'keep', 'drop', 'labelmap', 'labeldrop', 'labelkeep'];

/**
 * Everything for which Prometheus refuses a rule, and with it its whole configuration. Of most rules the Operator has
 * looked at the same before.
 *
 * Source: prometheus v3.15 `model/relabel/relabel.go`, `Config.UnmarshalYAML` and `Config.Validate`, which stop at the
 * first. Regular expressions are compared by identity there, so even the default one counts as set.
 */
export function refuseRelabelConfig(config: RelabelConfig, rules: RefusalRules): Problem[] {
  const action = actionName(config);
  if (!ACTIONS.includes(action)) {
    return [{ field: 'action', message: `"${config.action}" is no action.`, fix: `use one of ${ACTIONS.join(', ')}.` }];
  }
  return [
    ...actionProblems(action, config.action || 'replace', rules.version),
    ...sourceLabelProblems(config, rules),
    ...regexProblems(config, rules.version),
    ...modulusProblems(config, action),
    ...targetLabelProblems(config, action, rules),
    ...replacementProblems(config, action, rules),
    ...surplusProblems(config, action, true),
  ];
}

/** Source: prometheus/common v0.71 `model/labels.go`, `LabelName.UnmarshalYAML`. */
function sourceLabelProblems({ sourceLabels = [] }: RelabelConfig, { read, whose }: RefusalRules): Problem[] {
  return sourceLabels.flatMap((name, i) =>
    isLabelName(String(name), read) ? [] : [noName(`sourceLabels[${i}]`, String(name), read, whose)],
  );
}

function targetLabelProblems(config: RelabelConfig, action: string, { written, whose }: RefusalRules): Problem[] {
  const { targetLabel = '' } = config;
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
  const variables = action === 'replace' && targetLabel.includes('$');
  return (variables ? holdsVariables(targetLabel, written) : isLabelName(targetLabel, written))
    ? []
    : [noName('targetLabel', targetLabel, written, whose)];
}

function replacementProblems(config: RelabelConfig, action: string, { written, whose }: RefusalRules): Problem[] {
  const { replacement = '$1' } = config;
  if (action === 'labelmap') {
    return holdsVariables(replacement, written) ? [] : [noName('replacement', replacement, written, whose)];
  }
  return [...CASE_ACTIONS, ...EQUAL_ACTIONS].includes(action) && replacement !== '$1'
    ? [
        {
          field: 'replacement',
          message: `"${replacement}" is set, and "${action}" takes none.`,
          fix: 'remove replacement.',
        },
      ]
    : [];
}

function holdsVariables(name: string, scheme: 'legacy' | 'utf8'): boolean {
  return scheme === 'legacy' ? LEGACY_NAME_WITH_VARIABLES.test(name) : isLabelName(name, 'utf8');
}

function noName(field: string, name: string, scheme: 'legacy' | 'utf8', whose: string): Problem {
  return {
    field,
    message: `"${name}" is no label name${name === '' || scheme === 'utf8' ? '' : ` of ${whose}`}.`,
    fix: 'use letters, digits and underscores, without a digit in front.',
  };
}
