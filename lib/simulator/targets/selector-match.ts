import { LabelOperator, type LabelRequirement } from '../../selection/label-requirement';
import { sanitizeLabelName } from '../discovery/meta-labels';
import { compilePattern, type Pattern } from '../relabel/pattern';
import type { Labels } from '../relabel/relabel-rule';

/**
 * A selector as the relabel rules see it that the Operator makes of it: on sanitized keys, and with values that are
 * regular expressions. `1.2` also takes `1x2`, and `a.b` and `a-b` are one key.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig`.
 */
export class SelectorMatch {
  /** What an index by label can narrow candidates down with. */
  public readonly requirements: readonly LabelRequirement[];

  private readonly conditions: readonly ((labels: Labels, opaque: ReadonlySet<string>) => boolean)[];

  constructor(selector: any) {
    const all = requirementsOf(selector);
    this.requirements = all.flatMap(narrowing);
    this.conditions = all.map(condition);
  }

  /**
   * Whether labels are taken.
   *
   * @param labels with sanitized keys
   * @param opaque sanitized keys of labels whose value nobody can know: such a label may have any
   */
  public takes(labels: Labels, opaque: ReadonlySet<string> = NONE): boolean {
    return this.conditions.every((holds) => holds(labels, opaque));
  }
}

/** Labels with the keys that service discovery makes of them; of two keys that become one, the later one counts. */
export function sanitizedLabels(labels: Labels): Labels {
  const sanitized: Labels = Object.create(null);
  for (const key of Object.keys(labels).sort()) {
    const name = sanitizeLabelName(key);
    // An empty value is no label to Prometheus, so it does not replace another one.
    if (labels[key] !== '' || sanitized[name] === undefined) {
      sanitized[name] = labels[key];
    }
  }
  return sanitized;
}

const NONE: ReadonlySet<string> = new Set();

function requirementsOf(selector: any): LabelRequirement[] {
  const pairs = Object.entries<string>(selector?.matchLabels ?? {});
  const expressions: any[] = Array.isArray(selector?.matchExpressions) ? selector.matchExpressions : [];
  return [
    ...pairs.map(([key, value]) => ({
      key: sanitizeLabelName(key),
      operator: LabelOperator.IN,
      values: [String(value)],
    })),
    ...expressions.map(({ key, operator, values = [] }) => ({ key: sanitizeLabelName(String(key)), operator, values })),
  ];
}

/** The same requirement in a form that is exact, or a weaker one that is. */
function narrowing({ key, operator, values = [] }: LabelRequirement): LabelRequirement[] {
  switch (operator) {
    case LabelOperator.IN:
      return values.every(isPlain) ? [{ key, operator, values }] : [{ key, operator: LabelOperator.EXISTS }];
    case LabelOperator.EXISTS:
      return [{ key, operator }];
    default:
      return [];
  }
}

function condition({ key, operator, values = [] }: LabelRequirement): SelectorMatch['conditions'][number] {
  const matches = matcher(values);
  switch (operator) {
    case LabelOperator.IN:
      return (labels, opaque) => labels[key] !== undefined && (opaque.has(key) || matches(labels[key]));
    case LabelOperator.NOT_IN:
      return (labels, opaque) => labels[key] === undefined || opaque.has(key) || !matches(labels[key]);
    case LabelOperator.EXISTS:
      return (labels) => labels[key] !== undefined;
    default:
      return (labels) => labels[key] === undefined;
  }
}

function matcher(values: readonly string[]): (value: string) => boolean {
  if (values.every(isPlain)) {
    const set = new Set(values);
    return (value) => set.has(value);
  }
  const pattern = compilePattern(`(${values.join('|')})`, true);
  return 'problem' in pattern ? () => false : (value) => (pattern as Pattern).test(value);
}

/** Whether a value, taken for a regular expression, means itself. */
function isPlain(value: string): boolean {
  return /^[-\w]*$/.test(value);
}
