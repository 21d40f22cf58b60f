import { isPlainObject } from '../../private/plain-object';
import {
  parseSelector,
  renderedNamespaceSelector,
  renderedSelector,
  SELECTED_KINDS,
  type SelectorProblem,
  selectionKeys,
} from '../../stack/facts/selection';
import type { ReleaseFacts } from './release-facts';

const SPEC = 'prometheus.prometheusSpec';

/**
 * The selector fields of the Prometheus object; `undefined` where one of them cannot be known, so that nothing can be
 * said of what this Prometheus takes.
 */
export function selectorFields(facts: ReleaseFacts, agent: boolean): { [field: string]: any } | undefined {
  const { values, stack } = facts;
  const fields: { [field: string]: any } = {};
  let known = true;
  for (const kind of SELECTED_KINDS) {
    if (kind === 'rule' && agent) {
      // A PrometheusAgent evaluates no rules and has no such field.
      continue;
    }
    const keys = selectionKeys(kind);
    const selector = renderedSelector(
      kind,
      values.value(`${SPEC}.${keys.selector}`, {}),
      values.flag(`${SPEC}.${keys.nilUsesHelmValues}`, true),
      stack.release,
    );
    const namespaceSelector = renderedNamespaceSelector(kind, values.value(`${SPEC}.${keys.namespaceSelector}`, {}));
    for (const [field, value] of [
      [keys.selector, selector],
      [keys.namespaceSelector, namespaceSelector],
    ]) {
      if (value === undefined) {
        continue;
      }
      if (usable(`${SPEC}.${field}`, value, facts)) {
        fields[field] = value;
      } else if (kind === 'serviceMonitor' || kind === 'podMonitor') {
        known = false;
      }
    }
  }
  return known ? fields : undefined;
}

/** Whether Kubernetes takes a selector; what it does not is reported. */
export function usable(path: string, value: unknown, { values, problems }: ReleaseFacts): boolean {
  if (values.hasTemplate(value)) {
    values.template(path, value);
    return false;
  }
  const found: SelectorProblem[] = [];
  parseSelector(value, found);
  for (const { path: below, message, fix } of found) {
    problems.value('stack/bad-selector', 'certain', `${path}${below}`, `${path}${below}: ${message}`, fix);
  }
  // A field that no selector has is dropped by the API server; the rest counts.
  return isPlainObject(value) && found.every(({ path: below }) => /^\.(?!match(Labels|Expressions)\b)/.test(below));
}
