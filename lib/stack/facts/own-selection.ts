import { LabelSelector } from '../../selection/label-selector';
import { NamespaceSelector } from '../../selection/namespace-selector';
import { operatorFacts, operatorScope } from './operator';
import type { OwnMonitor } from './own-monitors';
import { ownRuleGroups } from './own-rules';
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
  const selector = labelSelector(release, rendered.selector);
  const namespaces = namespaceSelector(release, rendered.namespaceSelector);
  return (monitor) => {
    if (selector === undefined || namespaces === undefined) {
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

/** Whether the Prometheus of a release takes the rules that the chart makes, by their labels; not where a template decides. */
export function takesOwnRules(release: Release): boolean {
  const selector = labelSelector(release, renderedSelections(release).rule.selector);
  const groups = ownRuleGroups(release);
  return selector !== undefined && groups.some(({ labels }) => selector.matches(labels));
}

/** A rendered selector; `undefined` where it cannot be known. */
function labelSelector(release: Release, rendered: any): LabelSelector | undefined {
  if (rendered === undefined) {
    return LabelSelector.nothing();
  }
  const options = knownOptions(release, rendered);
  return options && LabelSelector.of(options);
}

function namespaceSelector(release: Release, rendered: any): NamespaceSelector | undefined {
  if (rendered === undefined) {
    return NamespaceSelector.own();
  }
  const options = knownOptions(release, rendered);
  return options && NamespaceSelector.of(options);
}

function knownOptions({ values }: Release, rendered: any) {
  const problems: SelectorProblem[] = [];
  const options = values.hasTemplate(rendered) ? undefined : parseSelector(rendered, problems);
  return problems.length === 0 ? options : undefined;
}
