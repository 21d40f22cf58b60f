import { Level } from '../../report/finding';
import { compileSelector, failuresOf } from '../../simulator/operator/label-selector';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import { releaseOfStack } from '../../simulator/stack/release-of-stack';
import type { StackSpec } from '../../simulator/stack/stack-spec';
import { ownMonitors as monitorsOf, type OwnMonitor } from '../../stack/facts/own-monitors';
import { ownSelection, type WhyLost } from '../../stack/facts/own-selection';
import { prometheusFacts, renderedSelections, selectorPath } from '../../stack/facts/prometheus';
import type { Release } from '../../stack/facts/release';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { flowMap, listText } from '../list-text';
import { namespacesWords, selectorWords } from '../selection-words';
import { declaringObject } from './stack-drafts';

/**
 * A release of kube-prometheus-stack whose Prometheus does not take the ServiceMonitors that the chart makes for its own
 * parts: all of them carry the label `release`, which a selector of one's own seldom asks for.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3 `templates/exporters/*` and `templates/prometheus/prometheus.yaml`.
 *
 * Silent where another Prometheus takes them, where the release has no Prometheus, and where labels of a Namespace decide.
 */
export const ownMonitors: Check = {
  id: 'stack/own-monitors',
  level: Level.WARNING,
  summary: 'release that does not scrape its own parts',
  why: 'The dashboards of the chart stay empty, and its alerts for absent targets, such as KubeletDown, fire.',
  *run(context) {
    for (const stack of context.prepared.stacks) {
      const release = releaseOfStack(stack);
      if (prometheusFacts(release).enabled) {
        yield* draftsFor(context, stack, release);
      }
    }
  },
};

function* draftsFor(context: CheckContext, stack: StackSpec, release: Release): Iterable<Draft> {
  const selection = ownSelection(release);
  const all = monitorsOf(release);
  const lost = all.map((monitor) => ({ monitor, why: selection(monitor) }));
  for (const reason of ['labels', 'namespace', 'operator'] as const) {
    const monitors = lost
      .filter(({ monitor, why }) => why === reason && !takenElsewhere(context, stack, monitor))
      .map(({ monitor }) => monitor);
    if (monitors.length === 0) {
      continue;
    }
    const { field, what, fix } = explain(reason, release, monitors);
    const parts = listText(monitors.map(({ component }) => component));
    yield {
      object: declaringObject(context, stack),
      field,
      message: `${what}, so it takes ${all.length - lost.filter(({ why }) => why in REASONS).length} of the ${all.length} ServiceMonitors that the chart makes for its own parts. Lost: ${parts}.`,
      basis: 'present',
      fix: { text: fix },
    };
  }
}

const REASONS: { readonly [why in WhyLost]: true } = { labels: true, namespace: true, operator: true };

function explain(reason: WhyLost, release: Release, lost: readonly OwnMonitor[]) {
  const { selector, namespaceSelector } = renderedSelections(release).serviceMonitor;
  const { name, namespace } = prometheusFacts(release);
  const who = `Prometheus ${namespace}/${name}`;
  switch (reason) {
    case 'labels':
      return {
        field: selectorPath(release, 'serviceMonitorSelector'),
        what: `${who} takes ServiceMonitors ${selector === undefined ? 'of no labels' : selectorWords(selector)}`,
        fix: labelsFix(selector, lost),
      };
    case 'namespace':
      return {
        field: selectorPath(release, 'serviceMonitorNamespaceSelector'),
        what: `${who} looks for ServiceMonitors ${namespacesWords(namespaceSelector, namespace)} only`,
        fix: `let the namespace selector take ${listText(lost.map((monitor) => `"${monitor.namespace}"`))} too.`,
      };
    case 'operator': {
      const denied = release.values.texts('prometheusOperator.denyNamespaces').length > 0;
      const field = denied ? 'prometheusOperator.denyNamespaces' : 'prometheusOperator.namespaces';
      return {
        field,
        what: `the Operator does not watch ${listText(lost.map((monitor) => `"${monitor.namespace}"`))}`,
        fix: denied
          ? 'take these namespaces out of it.'
          : `add them to ${field}.additional, or set ${field}.releaseNamespace to true.`,
      };
    }
  }
}

/** The simple way, and the edits that keep the selector where it asks for labels only. */
function labelsFix(selector: any, lost: readonly OwnMonitor[]): string {
  const widen =
    'remove the selector and set serviceMonitorSelectorNilUsesHelmValues: false, which takes every ServiceMonitor';
  const labels = selector?.matchLabels ?? {};
  const plain = Object.keys(labels).length > 0 && (selector.matchExpressions ?? []).length === 0;
  if (!plain || 'release' in labels) {
    return `${widen}.`;
  }
  const parents = lost.some(({ labels: own }) => 'app' in own) ? ['commonLabels'] : [];
  const children = lost.filter(({ labels: own }) => !('app' in own)).map(({ labelsValue }) => labelsValue);
  return `${widen}; or set ${[...parents, ...children].map((path) => `${path}: ${flowMap(labels)}`).join(', ')}.`;
}

/** Whether a Prometheus that is not of this release asks for labels that the monitor has. */
function takenElsewhere({ simulation }: CheckContext, stack: StackSpec, { labels }: OwnMonitor): boolean {
  return simulation.instances.some(({ object }) => {
    const selector = object.object.spec?.serviceMonitorSelector;
    const other = modelledFrom(object) !== stack && selector !== undefined && selector !== null;
    return other && failuresOf(compileSelector(selector, ''), { ...labels }).length === 0;
  });
}
