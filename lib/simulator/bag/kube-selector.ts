import { whyNoLabelKey, whyNoLabelValue } from '../../private/kubernetes-names';
import { LabelOperator, type LabelRequirement, requirementHolds } from '../../selection/label-requirement';
import type { Labels } from '../relabel/relabel-rule';
import { describe, isMap } from './field-reader';

/** Something in a selector that Kubernetes refuses. */
export interface SelectorProblem {
  /** Path of the field. */
  readonly field: string;
  readonly message: string;
}

/** A selector, or why it is none. */
export type SelectorResult =
  | { readonly selector: KubeSelector; readonly problems?: undefined }
  | { readonly selector?: undefined; readonly problems: readonly SelectorProblem[] };

/** A Kubernetes label selector that was found in order. */
export class KubeSelector {
  /**
   * @param requirements all must hold; `matchLabels` are here as `In` with one value
   * @param nothing true for an absent selector, which takes no object
   */
  constructor(
    public readonly requirements: readonly LabelRequirement[],
    public readonly nothing = false,
  ) {}

  /** A selector of pairs alone, such as `spec.selector` of a Service. */
  public static ofPairs(pairs: Labels): KubeSelector {
    return new KubeSelector(
      Object.keys(pairs)
        .sort()
        .map((key) => ({ key, operator: LabelOperator.IN, values: [pairs[key]] })),
    );
  }

  /** True for `{}`, which takes every object. */
  public get everything(): boolean {
    return !this.nothing && this.requirements.length === 0;
  }

  /** Whether an object with these labels is taken. */
  public matches(labels: Labels): boolean {
    return !this.nothing && this.requirements.every((one) => requirementHolds(one, ownLabel(labels, one.key)));
  }
}

/**
 * A selector as it stands in a manifest; absent takes nothing, empty takes everything.
 *
 * Source: kubernetes `apimachinery/pkg/apis/meta/v1/helpers.go`, `LabelSelectorAsSelector`, and
 * `apimachinery/pkg/labels/selector.go`, `NewRequirement`.
 */
export function parseSelector(raw: unknown, field: string): SelectorResult {
  if (raw === undefined || raw === null) {
    return { selector: new KubeSelector([], true) };
  }
  if (!isMap(raw)) {
    return { problems: [{ field, message: `is ${describe(raw)}, and must be a map` }] };
  }
  const problems: SelectorProblem[] = [];
  const requirements = [
    ...ofMatchLabels(raw.matchLabels, `${field}.matchLabels`, problems),
    ...ofMatchExpressions(raw.matchExpressions, `${field}.matchExpressions`, problems),
  ];
  return problems.length > 0 ? { problems } : { selector: new KubeSelector(requirements) };
}

function ofMatchLabels(raw: unknown, field: string, problems: SelectorProblem[]): LabelRequirement[] {
  if (raw === undefined || raw === null) {
    return [];
  }
  if (!isMap(raw)) {
    problems.push({ field, message: `is ${describe(raw)}, and must be a map` });
    return [];
  }
  return Object.keys(raw)
    .sort()
    .map((key) => {
      const path = `${field}["${key}"]`;
      checkKey(key, path, problems);
      checkValue(raw[key], path, problems);
      return { key, operator: LabelOperator.IN, values: [raw[key]] };
    });
}

function ofMatchExpressions(raw: unknown, field: string, problems: SelectorProblem[]): LabelRequirement[] {
  if (raw === undefined || raw === null) {
    return [];
  }
  if (!Array.isArray(raw)) {
    problems.push({ field, message: `is ${describe(raw)}, and must be a list` });
    return [];
  }
  return raw.flatMap((expression, index) => {
    const path = `${field}[${index}]`;
    if (!isMap(expression)) {
      problems.push({ field: path, message: `is ${describe(expression)}, and must be a map` });
      return [];
    }
    const { key, operator } = expression;
    if (typeof key !== 'string') {
      problems.push({ field: `${path}.key`, message: `is ${describe(key)}, and must be text` });
    } else {
      checkKey(key, `${path}.key`, problems);
    }
    const values = expression.values ?? [];
    if (!Array.isArray(values)) {
      problems.push({ field: `${path}.values`, message: `is ${describe(values)}, and must be a list` });
      return [];
    }
    values.forEach((value, at) => {
      checkValue(value, `${path}.values[${at}]`, problems);
    });
    checkOperator(operator, values.length, path, problems);
    return [{ key, operator, values }];
  });
}

function checkOperator(operator: unknown, values: number, path: string, problems: SelectorProblem[]): void {
  switch (operator) {
    case LabelOperator.IN:
    case LabelOperator.NOT_IN:
      if (values === 0) {
        problems.push({ field: `${path}.values`, message: `is empty, and ${operator} needs at least one value` });
      }
      return;
    case LabelOperator.EXISTS:
    case LabelOperator.DOES_NOT_EXIST:
      if (values > 0) {
        problems.push({ field: `${path}.values`, message: `must be left out with ${operator}` });
      }
      return;
    default:
      problems.push({
        field: `${path}.operator`,
        message: `is ${describe(operator)}, and must be In, NotIn, Exists or DoesNotExist`,
      });
  }
}

function checkKey(key: string, field: string, problems: SelectorProblem[]): void {
  const why = whyNoLabelKey(key);
  if (why !== undefined) {
    problems.push({ field, message: `has the key "${key}", which ${why}` });
  }
}

function checkValue(value: unknown, field: string, problems: SelectorProblem[]): void {
  if (typeof value !== 'string') {
    problems.push({ field, message: `is ${describe(value)}, and must be text: quote it` });
    return;
  }
  const why = whyNoLabelValue(value);
  if (why !== undefined) {
    problems.push({ field, message: `is "${value}", which ${why}` });
  }
}

/** A label that the object itself has; `constructor` and the like are ordinary keys. */
function ownLabel(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
