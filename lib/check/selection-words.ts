import { isPlainObject } from '../private/plain-object';
import { NAMESPACE_NAME_LABEL } from '../selection/namespace-selector';
import { compileSelector, describeRequirement } from '../simulator/operator/label-selector';

/** What a selector takes, by labels: `all`, `labelled release=kps`. */
export function selectorWords(selector: any): string {
  const texts = compileSelector(selector, '').requirements.map(describeRequirement);
  return texts.length === 0 ? 'all' : `labelled ${texts.join(', ')}`;
}

/**
 * In which namespaces something is looked for: `in all namespaces`, `in namespaces a, b`.
 *
 * @param own the namespace that an absent selector stands for
 */
export function namespacesWords(selector: any, own: string): string {
  if (selector === undefined) {
    return `in namespace ${own}`;
  }
  const names = namesIn(selector);
  if (names !== undefined) {
    return `in ${names.length === 1 ? 'namespace' : 'namespaces'} ${names.join(', ')}`;
  }
  const words = selectorWords(selector);
  return words === 'all' ? 'in all namespaces' : `in namespaces ${words}`;
}

/** The names that a selector asks for, where it asks for nothing else. */
function namesIn(selector: any): string[] | undefined {
  const { matchLabels, matchExpressions } = isPlainObject(selector) ? selector : {};
  const labels = Object.entries(isPlainObject(matchLabels) ? matchLabels : {});
  const expressions: any[] = Array.isArray(matchExpressions) ? matchExpressions : [];
  if (labels.length === 1 && expressions.length === 0 && labels[0][0] === NAMESPACE_NAME_LABEL) {
    return [String(labels[0][1])];
  }
  const [only] = expressions;
  const named = labels.length === 0 && expressions.length === 1 && only?.key === NAMESPACE_NAME_LABEL;
  return named && only.operator === 'In' && Array.isArray(only.values) ? only.values.map(String) : undefined;
}
