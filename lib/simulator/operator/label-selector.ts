import { whyNoLabelKey, whyNoLabelValue } from '../../private/kubernetes-names';
import { joinPath } from './problem';

/** One condition on the labels of an object. */
export interface SelectorRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values: readonly string[];
  /** Path of the requirement in its object. */
  readonly field: string;
}

/** A label selector that was read; `undefined` stands for an absent one, which selects nothing. */
export interface CompiledSelector {
  readonly requirements: readonly SelectorRequirement[];
  /** Where Kubernetes refuses the selector. */
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}

/** The first condition that labels do not meet. */
export interface FailedRequirement {
  readonly requirement: SelectorRequirement;
  /** Value of the label; `undefined` where there is none. */
  readonly actual: string | undefined;
  /** False where unknown labels could still meet the condition. */
  readonly certain: boolean;
}

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/**
 * Reads a label selector of a manifest.
 *
 * Source: kubernetes v1.36 `apimachinery/pkg/apis/meta/v1/helpers.go`, `LabelSelectorAsSelector`, and
 * `apimachinery/pkg/labels/selector.go`, `NewRequirement`.
 */
export function compileSelector(selector: any, field: string): CompiledSelector {
  const requirements: SelectorRequirement[] = [];
  const problems: { field: string; message: string }[] = [];
  for (const key of Object.keys(selector?.matchLabels ?? {}).sort()) {
    const path = joinPath(joinPath(field, 'matchLabels'), key);
    add({ key, operator: 'In', values: [selector.matchLabels[key]], field: path });
  }
  const expressions: any[] = Array.isArray(selector?.matchExpressions) ? selector.matchExpressions : [];
  for (const [i, expression] of expressions.entries()) {
    const path = joinPath(joinPath(field, 'matchExpressions'), i);
    const { key, operator, values = [] } = expression ?? {};
    const wantsValues = operator === 'In' || operator === 'NotIn';
    if (!OPERATORS.has(operator)) {
      problems.push({
        field: joinPath(path, 'operator'),
        message: `"${operator}" is no operator; there are In, NotIn, Exists and DoesNotExist`,
      });
    } else if (wantsValues && values.length === 0) {
      problems.push({ field: joinPath(path, 'values'), message: `is empty, and ${operator} needs at least one value` });
    } else if (!wantsValues && values.length > 0) {
      problems.push({ field: joinPath(path, 'values'), message: `has values, and ${operator} takes none` });
    } else {
      add({ key, operator, values, field: path });
    }
  }
  return { requirements, problems };

  function add(requirement: SelectorRequirement): void {
    const badKey = whyNoLabelKey(String(requirement.key));
    if (badKey) {
      problems.push({ field: requirement.field, message: `the key "${requirement.key}" ${badKey}` });
    }
    for (const value of requirement.values) {
      const badValue = whyNoLabelValue(String(value));
      if (badValue) {
        problems.push({ field: requirement.field, message: `the value "${value}" ${badValue}` });
      }
    }
    requirements.push(requirement);
  }
}

/**
 * The first requirement that labels do not meet; a certain one comes before an uncertain one.
 *
 * @param complete false where there may be labels that are not known
 */
export function firstFailure(
  selector: CompiledSelector,
  labels: { readonly [key: string]: string } | undefined,
  complete = true,
): FailedRequirement | undefined {
  let uncertain: FailedRequirement | undefined;
  for (const requirement of selector.requirements) {
    const actual = labels && Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    if (actual === undefined && !complete) {
      uncertain ??= { requirement, actual, certain: false };
    } else if (!holds(requirement, actual)) {
      return { requirement, actual, certain: true };
    }
  }
  return uncertain;
}

/** Every requirement that labels do not meet. */
export function failuresOf(
  selector: CompiledSelector,
  labels: { readonly [key: string]: string } | undefined,
): FailedRequirement[] {
  return selector.requirements.flatMap((requirement) => {
    const actual = labels && Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    return holds(requirement, actual) ? [] : [{ requirement, actual, certain: true }];
  });
}

function holds({ operator, values }: SelectorRequirement, actual: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return actual !== undefined && values.includes(actual);
    case 'NotIn':
      return actual === undefined || !values.includes(actual);
    case 'Exists':
      return actual !== undefined;
    case 'DoesNotExist':
      return actual === undefined;
    case 'Gt':
      return isWhole(actual) && Number(actual) > Number(values[0]);
    case 'Lt':
      return isWhole(actual) && Number(actual) < Number(values[0]);
  }
}

function isWhole(value: string | undefined): boolean {
  return value !== undefined && /^[-+]?\d+$/.test(value);
}

/** A requirement as people write it, for example `team in (shop, web)`. */
export function describeRequirement({ key, operator, values }: SelectorRequirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return values.length === 1 ? `${key}!=${values[0]}` : `${key} notin (${values.join(', ')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
    case 'Gt':
      return `${key}>${values[0]}`;
    case 'Lt':
      return `${key}<${values[0]}`;
  }
}

const TEXT_FORMS: [form: RegExp, read: (parts: string[]) => Omit<SelectorRequirement, 'field'>][] = [
  [/^!\s*([^\s=!<>(),]+)$/, ([key]) => ({ key, operator: 'DoesNotExist', values: [] })],
  [/^([^\s=!<>(),]+)$/, ([key]) => ({ key, operator: 'Exists', values: [] })],
  [/^([^\s=!<>(),]+)\s*==?\s*([^\s=!<>(),]*)$/, ([key, value]) => ({ key, operator: 'In', values: [value] })],
  [/^([^\s=!<>(),]+)\s*!=\s*([^\s=!<>(),]*)$/, ([key, value]) => ({ key, operator: 'NotIn', values: [value] })],
  [/^([^\s=!<>(),]+)\s+in\s*\(([^()]*)\)$/, ([key, list]) => ({ key, operator: 'In', values: listOf(list) })],
  [/^([^\s=!<>(),]+)\s+notin\s*\(([^()]*)\)$/, ([key, list]) => ({ key, operator: 'NotIn', values: listOf(list) })],
  [/^([^\s=!<>(),]+)\s*>\s*(\d+)$/, ([key, value]) => ({ key, operator: 'Gt', values: [value] })],
  [/^([^\s=!<>(),]+)\s*<\s*(\d+)$/, ([key, value]) => ({ key, operator: 'Lt', values: [value] })],
];

/**
 * Reads a selector that is written as text, as flags have it: `team=web,tier notin (a, b),!legacy`.
 *
 * Source: kubernetes v1.36 `apimachinery/pkg/labels/selector.go`, `Parse`.
 */
export function parseTextSelector(text: string, field: string): CompiledSelector {
  const requirements: SelectorRequirement[] = [];
  const problems: { field: string; message: string }[] = [];
  // A comma inside parentheses separates values, any other separates requirements.
  for (const part of text.trim() === '' ? [] : text.split(/,(?![^(]*\))/)) {
    const form = TEXT_FORMS.find(([pattern]) => pattern.test(part.trim()));
    if (form) {
      const [pattern, read] = form;
      requirements.push({ ...read([...(pattern.exec(part.trim()) ?? [])].slice(1)), field });
    } else {
      problems.push({ field, message: `"${part.trim()}" is no requirement on labels` });
    }
  }
  return { requirements, problems };
}

function listOf(list: string): string[] {
  return list.split(',').map((value) => value.trim());
}
