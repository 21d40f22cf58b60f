import { isPlainObject } from '../../private/plain-object';
import { LabelOperator, type LabelRequirement } from '../../selection/label-requirement';
import type { LabelSelectorOptions } from '../../selection/label-selector';

/** The five kinds that a Prometheus selects, as the chart spells them in its values. */
export const SELECTED_KINDS = ['serviceMonitor', 'podMonitor', 'probe', 'rule', 'scrapeConfig'] as const;
export type SelectedKind = (typeof SELECTED_KINDS)[number];

/** Names of the values below `prometheus.prometheusSpec` that decide the selection of one kind. */
export function selectionKeys(kind: SelectedKind) {
  return {
    selector: `${kind}Selector`,
    nilUsesHelmValues: `${kind}SelectorNilUsesHelmValues`,
    namespaceSelector: `${kind}NamespaceSelector`,
  };
}

/** Truth as Go templates see it: `false`, zero, null, and anything empty are false. The text "false" is true. */
export function truthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') {
    return false;
  }
  if (Array.isArray(value)) {
    return value.length > 0;
  }
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/**
 * The selector that the chart renders, or `undefined` for an absent field, which selects nothing.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`.
 *
 * @param selector the value `…Selector`; Helm removes a key that is null, so null and absent are one
 * @param nilUsesHelmValues the value `…SelectorNilUsesHelmValues`, the chart's default included
 */
export function renderedSelector(kind: SelectedKind, selector: any, nilUsesHelmValues: any, release: string): any {
  if (truthy(selector)) {
    return selector;
  }
  if (truthy(nilUsesHelmValues)) {
    return { matchLabels: { release } };
  }
  const absent = selector === undefined || selector === null;
  return absent && (kind === 'rule' || kind === 'scrapeConfig') ? undefined : {};
}

/**
 * The namespace selector that the chart renders, or `undefined` for an absent field: the namespace of the Prometheus.
 *
 * Source: as `renderedSelector`.
 */
export function renderedNamespaceSelector(kind: SelectedKind, selector: any): any {
  if (truthy(selector)) {
    return selector;
  }
  const absent = selector === undefined || selector === null;
  return absent && kind === 'scrapeConfig' ? undefined : {};
}

/** The fields of a label selector of Kubernetes. */
export const LABEL_SELECTOR_FIELDS: readonly string[] = ['matchLabels', 'matchExpressions'];

/** What is wrong with a rendered selector: the steps from it to the field, the text, and the fix. */
export interface SelectorProblem {
  readonly steps: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

/** Reads a selector as it stands in values; what cannot be a Kubernetes label selector goes to `problems`. */
export function parseSelector(value: any, problems: SelectorProblem[]): LabelSelectorOptions {
  if (!isPlainObject(value)) {
    problems.push({
      steps: [],
      message: `${shown(value)} is not a label selector, so the API server refuses the object.`,
      fix: 'give a map with matchLabels or matchExpressions.',
    });
    return {};
  }
  for (const key of Object.keys(value).filter((field) => !LABEL_SELECTOR_FIELDS.includes(field))) {
    problems.push({
      steps: [key],
      message: `"${key}" is not a field of a label selector; the API server drops it, and an empty selector takes everything.`,
      fix: 'use matchLabels or matchExpressions.',
    });
  }
  return {
    matchLabels: parseLabels(value.matchLabels, problems),
    matchExpressions: parseExpressions(value.matchExpressions, problems),
  };
}

function parseLabels(labels: any, problems: SelectorProblem[]): { [key: string]: string } {
  if (labels === undefined || labels === null) {
    return {};
  }
  if (!isPlainObject(labels)) {
    problems.push({
      steps: ['matchLabels'],
      message: `${shown(labels)} is not a map of labels.`,
      fix: 'give a map from label to value.',
    });
    return {};
  }
  const result: { [key: string]: string } = {};
  for (const [key, label] of Object.entries(labels)) {
    if (typeof label === 'string') {
      result[key] = label;
      continue;
    }
    problems.push({
      steps: ['matchLabels', key],
      message: `${shown(label)} is not a string, and a label value must be one: the API server refuses the object.`,
      fix: typeof label === 'object' ? 'give a text.' : `"${String(label)}"`,
    });
  }
  return result;
}

function parseExpressions(expressions: any, problems: SelectorProblem[]): LabelRequirement[] {
  if (expressions === undefined || expressions === null) {
    return [];
  }
  const operators: string[] = Object.values(LabelOperator);
  const result: LabelRequirement[] = [];
  for (const [index, expression] of (Array.isArray(expressions) ? expressions : [expressions]).entries()) {
    const { key, operator, values = [] } = isPlainObject(expression) ? expression : ({} as any);
    const wantsValues = operator === LabelOperator.IN || operator === LabelOperator.NOT_IN;
    const texts = Array.isArray(values) && values.every((text: unknown) => typeof text === 'string');
    const wellFormed =
      Array.isArray(expressions) &&
      typeof key === 'string' &&
      operators.includes(operator) &&
      texts &&
      wantsValues === values.length > 0;
    if (wellFormed) {
      result.push({ key, operator: operator as LabelOperator, ...(wantsValues ? { values } : {}) });
      continue;
    }
    problems.push({
      steps: ['matchExpressions', index],
      message: `${shown(expression)} is not a requirement of a label selector, so the API server refuses the object.`,
      fix: `give key, operator (${operators.join(', ')}) and, for In and NotIn only, a list of strings as values.`,
    });
  }
  return result;
}

/** A value for a message; one that is nested deep would say nothing there. */
function shown(value: unknown): string {
  return isDeep(value, 0) ? 'this' : JSON.stringify(value);
}

function isDeep(value: unknown, depth: number): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (depth > 3 || Object.values(value).some((item) => isDeep(item, depth + 1)))
  );
}
