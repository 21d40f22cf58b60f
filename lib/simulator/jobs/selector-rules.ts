import { joinPath } from '../operator/problem';
import type { RelabelRule } from '../relabel/relabel-rule';
import { rule, sanitized } from './rules';

/**
 * The rules that a selector becomes. Keys are sanitized and values are regular expressions, so that more may match than
 * Kubernetes itself would select.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig`.
 *
 * @param prefix `__meta_kubernetes_service_`, `__meta_kubernetes_pod_` or `__meta_kubernetes_ingress_`
 * @param field path of the selector
 */
export function selectorRules(selector: any, prefix: string, field = 'spec.selector'): RelabelRule[] {
  const rules: RelabelRule[] = [];
  for (const key of Object.keys(selector?.matchLabels ?? {}).sort(byCodePoint)) {
    rules.push(
      valueRule('keep', key, [String(selector.matchLabels[key])], joinPath(joinPath(field, 'matchLabels'), key)),
    );
  }
  const expressions: any[] = Array.isArray(selector?.matchExpressions) ? selector.matchExpressions : [];
  for (const [i, { key, operator, values = [] }] of expressions.entries()) {
    const path = joinPath(joinPath(field, 'matchExpressions'), i);
    switch (operator) {
      case 'In':
        rules.push(valueRule('keep', key, values, path));
        break;
      case 'NotIn':
        rules.push(valueRule('drop', key, values, path));
        break;
      case 'Exists':
        rules.push(presenceRule('keep', key, path));
        break;
      case 'DoesNotExist':
        rules.push(presenceRule('drop', key, path));
        break;
    }
  }
  return rules;

  function valueRule(action: 'keep' | 'drop', key: string, values: readonly string[], path: string): RelabelRule {
    const name = sanitized(key);
    return rule('selector', path, {
      action,
      sourceLabels: [`${prefix}label_${name}`, `${prefix}labelpresent_${name}`],
      regex: `(${values.join('|')});true`,
    });
  }

  function presenceRule(action: 'keep' | 'drop', key: string, path: string): RelabelRule {
    return rule('selector', path, { action, sourceLabels: [`${prefix}labelpresent_${sanitized(key)}`], regex: 'true' });
  }
}

/** Go sorts texts by their bytes, which for UTF-8 is the order of code points; that of JavaScript differs for surrogates only. */
function byCodePoint(a: string, b: string): number {
  return SURROGATE.test(a) || SURROGATE.test(b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : 1;
}

const SURROGATE = /[\ud800-\udfff]/;
