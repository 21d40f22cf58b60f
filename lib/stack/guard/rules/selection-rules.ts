import { isPlainObject } from '../../../private/plain-object';
import { ownRuleGroups } from '../../facts/own-rules';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SPEC = 'prometheus.prometheusSpec';

/**
 * A selector that leaves out the default rules. What it does to ServiceMonitors the check `stack/own-monitors` tells.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/_helpers.tpl`, `kube-prometheus-stack.labels`.
 */
export function selectionRules(values: GuardedValues): void {
  if (!values.flag('prometheus.enabled', true)) {
    return;
  }
  rules(values);
}

function rules(values: GuardedValues): void {
  const path = `${SPEC}.ruleSelector`;
  const wanted = labelsOf(values, path);
  const own = ownRuleGroups(values.release)[0]?.labels;
  const lost = wanted === undefined || own === undefined ? [] : missing(wanted, own);
  if (lost.length > 0) {
    values.warn(
      path,
      `asks for ${lost.join(', ')}, which the default rules do not carry, so that they are lost.`,
      'give defaultRules.labels, or set defaultRules.create to false.',
    );
  }
}

/** The labels that a selector asks for, where it asks for nothing else. */
function labelsOf(values: GuardedValues, path: string): { [key: string]: any } | undefined {
  const selector = values.map(path);
  const { matchLabels, ...others } = selector;
  const plain = truthy(matchLabels) && isPlainObject(matchLabels) && !Object.values(others).some(truthy);
  const known = Object.values(matchLabels ?? {}).every((label) => typeof label === 'string' && !label.includes('{{'));
  return plain && known ? matchLabels : undefined;
}

function missing(wanted: { [key: string]: any }, labels: { [key: string]: any }): string[] {
  return Object.entries(wanted).flatMap(([key, value]) => (labels[key] === value ? [] : [`${key}: ${value}`]));
}
