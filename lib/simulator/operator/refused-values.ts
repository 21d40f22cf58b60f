import { durationMilliseconds } from '../duration-text';
import { sanitized } from '../jobs/rules';
import { isLabelName } from '../relabel/label-name';
import { nameFix } from '../relabel/refused-relabel-config';
import { isSize } from '../size-text';
import type { NameScheme } from './name-scheme';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/**
 * A duration that fits the pattern of the API and that Prometheus cannot read: it holds no more than 292 years.
 *
 * Source: prometheus/common v0.71 `model/time.go`, `ParseDuration`.
 */
export function checkRefusedDuration(value: unknown, field: string, problems: ProblemList): void {
  if (typeof value === 'string' && durationMilliseconds(value) === undefined) {
    problems.add('duration', field, {
      message: value === '' ? 'is empty, which is no duration.' : `"${value}" is no duration that Prometheus can hold.`,
      fix: `${field.slice(field.lastIndexOf('.') + 1)}: 30s, for example.`,
      values: { duration: value },
    });
  }
}

/** A size that the pattern of the API lets pass, since it may begin with anything. */
export function checkRefusedSize(value: unknown, field: string, problems: ProblemList): void {
  if (typeof value === 'string' && value !== '' && !isSize(value)) {
    problems.add('size', field, {
      message: `"${value}" is no size.`,
      fix: `${field.slice(field.lastIndexOf('.') + 1)}: 5MB, for example: a number and B, KB, MB, GB, TB, PB or EB.`,
      values: { size: value },
    });
  }
}

/**
 * Labels that are to be copied to targets. The Operator replaces what no name of old may hold, but not what it may not begin
 * with.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `sanitizeLabelName`; prometheus v3.15
 * `model/relabel/relabel.go`, `Config.Validate`.
 */
export function checkRefusedLabels(labels: any, field: string, scheme: NameScheme, problems: ProblemList): void {
  for (const [i, label] of (Array.isArray(labels) ? labels : []).entries()) {
    const name = sanitized(String(label));
    if (!isLabelName(name, scheme)) {
      problems.add('target-label', joinPath(field, i), {
        message:
          name === ''
            ? 'is empty, and no label is called so.'
            : `"${label}" would be the label "${name}", which begins with a digit, as no name of this Prometheus does.`,
        fix:
          name === ''
            ? 'remove it.'
            : `remove it, and copy the label by a relabeling with another targetLabel, such as "_${name}".`,
        values: { label },
      });
    }
  }
}

/** A text that becomes the name of a label as it is. */
export function checkRefusedName(name: unknown, field: string, scheme: NameScheme, problems: ProblemList): void {
  if (typeof name === 'string' && !isLabelName(name, scheme)) {
    problems.add('label-name', field, {
      message: `"${name}" is no label name for this Prometheus.`,
      fix: nameFix(scheme),
      values: { name },
    });
  }
}
