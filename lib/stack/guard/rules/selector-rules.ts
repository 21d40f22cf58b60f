import { alertmanagerFacts, thanosRulerFacts } from '../../facts/alertmanager';
import { prometheusFacts, renderedSelections, selectorPath } from '../../facts/prometheus';
import { parseSelector, SELECTED_KINDS, type SelectorProblem, selectionKeys } from '../../facts/selection';
import { keysOf } from '../../values';
import type { GuardedValues } from '../guarded-values';

/**
 * Selectors that Kubernetes does not take as they stand. What they select is another question.
 *
 * Source: Kubernetes 1.36 `meta/v1` `LabelSelector`, as the CustomResourceDefinitions of prometheus-operator v0.93 have it.
 */
export function selectorRules(values: GuardedValues): void {
  for (const [path, selector] of renderedSelectors(values)) {
    if (selector === undefined || values.release.values.hasTemplate(selector)) {
      continue;
    }
    const problems: SelectorProblem[] = [];
    parseSelector(selector, problems);
    for (const { steps, message, fix } of problems) {
      values.wrong([...keysOf(path), ...steps], message, fix);
    }
  }
}

/** The selectors of what runs, by the paths of their values. */
function renderedSelectors({ release }: GuardedValues): [path: string, selector: unknown][] {
  const rendered = renderedSelections(release);
  const alertmanager = alertmanagerFacts(release);
  const ruler = thanosRulerFacts(release);
  const configs = 'alertmanager.alertmanagerSpec.alertmanagerConfig';
  const rules = 'thanosRuler.thanosRulerSpec.rule';
  return [
    ...(prometheusFacts(release).enabled ? SELECTED_KINDS : []).flatMap((kind): [string, unknown][] => {
      const keys = selectionKeys(kind);
      return [
        [selectorPath(release, keys.selector), rendered[kind].selector],
        [selectorPath(release, keys.namespaceSelector), rendered[kind].namespaceSelector],
        // A raw field that is no map is not what is rendered, and wrong all the same.
        ...[keys.selector, keys.namespaceSelector].map((field): [string, unknown] => {
          const path = `prometheus.prometheusSpec.additionalConfig.${field}`;
          return [path, release.values.value(path)];
        }),
      ];
    }),
    ...pair(configs, alertmanager.enabled, alertmanager.configSelector, alertmanager.configNamespaceSelector),
    ...pair(rules, ruler.enabled, ruler.ruleSelector, ruler.ruleNamespaceSelector),
  ];
}

function pair(path: string, enabled: boolean, selector: unknown, namespaces: unknown): [string, unknown][] {
  return enabled
    ? [
        [`${path}Selector`, selector],
        [`${path}NamespaceSelector`, namespaces],
      ]
    : [];
}
