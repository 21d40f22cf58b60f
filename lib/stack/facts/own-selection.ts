import { LabelSelector } from '../../selection/label-selector';
import { NamespaceSelector } from '../../selection/namespace-selector';
import { operatorFacts, operatorScope } from './operator';
import type { OwnMonitor } from './own-monitors';
import { prometheusFacts, renderedSelections } from './prometheus';
import type { Release } from './release';
import { parseSelector, type SelectorProblem } from './selection';

/** Why the Prometheus of a release does not take one of its own monitors. */
export type WhyLost = 'labels' | 'namespace' | 'operator';

/**
 * A question about monitors: why the Prometheus of the release does not take one; `taken` where it does, `unknown` where
 * that depends on labels of a Namespace object, or on a template.
 */
export function ownSelection(release: Release): (monitor: OwnMonitor) => WhyLost | 'taken' | 'unknown' {
  const { enabled, namespace } = prometheusFacts(release);
  const rendered = renderedSelections(release).serviceMonitor;
  const scope = operatorScope(operatorFacts(release));
  const problems: SelectorProblem[] = [];
  const options = [rendered.selector, rendered.namespaceSelector].map((selector) =>
    selector === undefined ? undefined : parseSelector(selector, problems),
  );
  const selector = options[0] === undefined ? LabelSelector.nothing() : LabelSelector.of(options[0]);
  const namespaces = options[1] === undefined ? NamespaceSelector.own() : NamespaceSelector.of(options[1]);
  return (monitor) => {
    if (problems.length > 0) {
      return 'unknown';
    }
    if (!enabled || !selector.matches(monitor.labels)) {
      return 'labels';
    }
    if (!scope.watches(monitor.namespace)) {
      return 'operator';
    }
    if (namespaces.decidingLabels.length > 0) {
      return 'unknown';
    }
    return namespaces.matches(monitor.namespace, namespace) ? 'taken' : 'namespace';
  };
}
