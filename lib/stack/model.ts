import { Duration } from 'cdk8s';
import { isPlainObject } from '../private/plain-object';
import { parsePrometheusDuration } from '../private/prometheus-duration';
import { operatorPodLabels } from '../prometheus/prometheus';
import { LabelSelector } from '../selection/label-selector';
import { NamespaceSelector } from '../selection/namespace-selector';
import type { OperatorScope } from '../selection/operator-scope';
import type { ValuesCheck } from './check-values';
import {
  type AlertmanagerFacts,
  alertmanagerFacts,
  type ThanosRulerFacts,
  thanosRulerFacts,
} from './facts/alertmanager';
import { type KnownVersions, versionIn, versionsOf } from './facts/chart-versions';
import { type GrafanaFacts, grafanaFacts } from './facts/grafana';
import { type OperatorFacts, operatorFacts, operatorScope } from './facts/operator';
import { type PrometheusFacts, prometheusFacts, renderedSelections, selectorPath } from './facts/prometheus';
import { type Release, releaseOf, type Subchart, subchartOf } from './facts/release';
import { parseSelector, SELECTED_KINDS, type SelectedKind, selectionKeys } from './facts/selection';
import { ValueReader } from './facts/value-reader';
import { type Values, valueAt } from './values';

const SPEC = 'prometheus.prometheusSpec';

/** What selects one kind. */
export interface Selection {
  readonly selector: LabelSelector;
  readonly namespaceSelector: NamespaceSelector;
}

/** What a release puts into the cluster, computed from its merged values. */
export interface ReleaseModel {
  readonly release: Release;
  readonly prometheus: PrometheusFacts;
  readonly alertmanager: AlertmanagerFacts;
  readonly thanosRuler: ThanosRulerFacts;
  readonly grafana: GrafanaFacts;
  readonly operator: OperatorFacts;
  readonly kubeStateMetrics: Subchart;
  readonly nodeExporter: Subchart;
  readonly podLabels: { [key: string]: string };
  readonly selections: { readonly [kind in SelectedKind]: Selection };
  /** What Alertmanager selects. */
  readonly alertmanagerConfigs: Selection;
  readonly operatorScope: OperatorScope;
  readonly scrapeInterval: Duration;
  /** What the chart brings, or the values say instead. */
  readonly versions: KnownVersions;
}

/** Reads merged values; what makes the model impossible is added to the check. */
export function releaseModel(
  values: Values,
  check: ValuesCheck,
  name: string,
  namespace: string,
  chartVersion: string,
): ReleaseModel {
  const subject = { release: name, namespace };
  const release = releaseOf(subject, chartVersion, new ValueReader(subject, values));
  const prometheus = prometheusFacts(release);
  const alertmanager = alertmanagerFacts(release);
  const operator = operatorFacts(release);
  const grafana = grafanaFacts(release);
  const versions = versionsOf(chartVersion);
  return {
    release,
    prometheus,
    alertmanager,
    thanosRuler: thanosRulerFacts(release),
    grafana,
    operator,
    kubeStateMetrics: subchartOf(release, 'kube-state-metrics'),
    nodeExporter: subchartOf(release, 'prometheus-node-exporter'),
    podLabels: podLabels(values, prometheus),
    selections: selections(check, release, prometheus),
    alertmanagerConfigs: alertmanagerConfigs(check, release, alertmanager),
    operatorScope: operatorScope(operator),
    scrapeInterval: parsePrometheusDuration(prometheus.scrapeInterval) ?? Duration.seconds(30),
    versions: {
      ...versions,
      prometheus: versionIn(prometheus.versionText) ?? versions.prometheus,
      operator: versionIn(operator.versionText) ?? versions.operator,
      alertmanager: versionIn(alertmanager.versionText) ?? versions.alertmanager,
      grafana: versionIn(grafana.versionText) ?? versions.grafana,
    },
  };
}

function podLabels(values: Values, { name, agentMode }: PrometheusFacts): { [key: string]: string } {
  // Text with {{ passes through a template whose result is not known here; the other labels are enough to find the pod.
  const labels = valueAt(values, `${SPEC}.podMetadata.labels`);
  const own = Object.entries(isPlainObject(labels) ? labels : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[1].includes('{{'),
  );
  // The Operator's labels win: prometheus-operator v0.93 `pkg/prometheus/common.go`, `BuildPodMetadata` and its callers.
  return { ...Object.fromEntries(own), ...operatorPodLabels(name, agentMode) };
}

function selections(check: ValuesCheck, release: Release, { enabled }: PrometheusFacts) {
  const rendered = renderedSelections(release);
  const entries = SELECTED_KINDS.map((kind) => {
    const keys = selectionKeys(kind);
    // What does not run selects nothing.
    const { selector, namespaceSelector } = enabled
      ? rendered[kind]
      : { selector: undefined, namespaceSelector: undefined };
    return [
      kind,
      selectionOf(
        check,
        release,
        [selectorPath(release, keys.selector), selector],
        [selectorPath(release, keys.namespaceSelector), namespaceSelector],
      ),
    ];
  });
  return Object.fromEntries(entries) as { [kind in SelectedKind]: Selection };
}

function alertmanagerConfigs(
  check: ValuesCheck,
  release: Release,
  { enabled, configSelector, configNamespaceSelector }: AlertmanagerFacts,
) {
  const path = 'alertmanager.alertmanagerSpec.alertmanagerConfig';
  return selectionOf(
    check,
    release,
    [`${path}Selector`, enabled ? configSelector : undefined],
    [`${path}NamespaceSelector`, enabled ? configNamespaceSelector : undefined],
  );
}

/** Selectors as they are rendered, each with the path of its value. */
function selectionOf(
  check: ValuesCheck,
  release: Release,
  own: readonly [string, any],
  namespaces: readonly [string, any],
): Selection {
  return {
    selector: own[1] === undefined ? LabelSelector.nothing() : LabelSelector.of(parsed(check, release, ...own)),
    namespaceSelector:
      namespaces[1] === undefined
        ? NamespaceSelector.own()
        : NamespaceSelector.of(parsed(check, release, ...namespaces)),
  };
}

/** What is wrong with the form of a selector the guard has told by now. */
function parsed(check: ValuesCheck, { values }: Release, path: string, selector: any) {
  if (values.hasTemplate(selector)) {
    check.add(
      path,
      `${JSON.stringify(selector)} is a Helm template: its result is not known before the install, so nothing can be wired to it.`,
      'write the resulting labels.',
    );
    return {};
  }
  return parseSelector(selector, []);
}
