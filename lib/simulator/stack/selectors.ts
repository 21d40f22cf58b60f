import { isPlainObject } from '../../private/plain-object';
import { renderedSelections, selectorPath } from '../../stack/facts/prometheus';
import {
  LABEL_SELECTOR_FIELDS,
  parseSelector,
  SELECTED_KINDS,
  type SelectorProblem,
  selectionKeys,
} from '../../stack/facts/selection';
import type { ReleaseFacts } from './release-facts';

/**
 * The selector fields of the Prometheus object; `undefined` where one of them cannot be known, so that nothing can be
 * said of what this Prometheus takes.
 */
export function selectorFields(facts: ReleaseFacts): { [field: string]: any } | undefined {
  const rendered = renderedSelections(facts);
  const fields: { [field: string]: any } = {};
  let known = true;
  for (const kind of SELECTED_KINDS) {
    const keys = selectionKeys(kind);
    for (const [field, value] of [
      [keys.selector, rendered[kind].selector],
      [keys.namespaceSelector, rendered[kind].namespaceSelector],
    ]) {
      if (value === undefined) {
        continue;
      }
      if (usable(selectorPath(facts, field), value, facts)) {
        fields[field] = value;
      } else if (kind === 'serviceMonitor' || kind === 'podMonitor') {
        known = false;
      }
    }
  }
  return known ? fields : undefined;
}

/** Whether Kubernetes takes a selector; what it does not take the guard reports. */
export function usable(path: string, value: unknown, { values }: ReleaseFacts): boolean {
  if (values.hasTemplate(value)) {
    values.template(path, value);
    return false;
  }
  const found: SelectorProblem[] = [];
  parseSelector(value, found);
  // A field that no selector has is dropped by the API server; the rest counts.
  return (
    isPlainObject(value) &&
    found.every(({ steps: [field] }) => field !== undefined && !LABEL_SELECTOR_FIELDS.includes(String(field)))
  );
}
