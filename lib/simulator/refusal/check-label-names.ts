import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { isLabelName } from '../relabel/label-name';
import type { RefusalRules } from '../relabel/refuse-relabel-config';

/**
 * Names of labels that the Operator writes as they are given, but for characters that no old name has.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `sanitizeLabelName` and where it is called.
 *
 * @param names of labels of Services or pods, to be copied to targets
 */
export function checkCopiedLabels(names: any, field: string, rules: RefusalRules, problems: ProblemList): void {
  for (const [i, name] of (Array.isArray(names) ? names : []).entries()) {
    const copied = String(name).replace(/[^a-zA-Z0-9_]/gu, '_');
    if (copied === '') {
      problems.add('label-name', joinPath(field, i), {
        message: 'is empty, and so would be the name of the label that it is copied to.',
        fix: 'remove it.',
        values: { name },
      });
    } else if (!isLabelName(copied, rules.written)) {
      problems.add('label-name', joinPath(field, i), {
        message: `"${name}" is copied to a label "${copied}", which is no label name of ${rules.whose}.`,
        fix: 'remove it, and copy the label with a relabeling of action "labelmap" to a name that begins with a letter.',
        values: { name, copied },
      });
    }
  }
}

/** One name of a label that is written as it is given. */
export function checkLabelName(name: unknown, field: string, rules: RefusalRules, problems: ProblemList): void {
  const text = String(name ?? '');
  if (text !== '' && !isLabelName(text, rules.written)) {
    problems.add('label-name', field, {
      message: `"${text}" is no label name of ${rules.whose}.`,
      fix: 'use letters, digits and underscores, without a digit in front.',
      values: { name: text },
    });
  }
}
