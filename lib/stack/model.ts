import { Duration } from 'cdk8s';
import { isDnsLabel } from '../private/kubernetes-names';
import { isPlainObject } from '../private/plain-object';
import { parsePrometheusDuration } from '../private/prometheus-duration';
import { operatorPodLabels } from '../prometheus/prometheus';
import { LabelSelector } from '../selection/label-selector';
import { NamespaceSelector } from '../selection/namespace-selector';
import { OperatorScope } from '../selection/operator-scope';
import { versionsOf } from './facts/chart-versions';
import type { ValuesCheck } from './check-values';
import { type ReleaseNames, releaseNames, subchartFullname } from './facts/names';
import {
  parseSelector,
  renderedNamespaceSelector,
  renderedSelector,
  SELECTED_KINDS,
  type SelectedKind,
  type SelectorProblem,
  selectionKeys,
} from './facts/selection';
import { type Values, valueAt } from './values';

const SPEC = 'prometheus.prometheusSpec';

/** Longest StatefulSet name whose pods can start: its hash label takes 11 of 63 characters (kubernetes#64023). */
const STATEFUL_SET_LENGTH = 52;

/** What selects one kind. */
export interface Selection {
  readonly selector: LabelSelector;
  readonly namespaceSelector: NamespaceSelector;
}

/** What a release puts into the cluster, computed from its merged values. */
export interface ReleaseModel {
  readonly names: ReleaseNames;
  readonly grafana: string;
  readonly namespace: string;
  readonly alertmanagerNamespace: string;
  readonly grafanaNamespace: string;
  readonly prometheusEnabled: boolean;
  readonly alertmanagerEnabled: boolean;
  readonly grafanaEnabled: boolean;
  readonly agentMode: boolean;
  readonly serviceAccount: string;
  readonly podLabels: { [key: string]: string };
  readonly selections: { readonly [kind in SelectedKind]: Selection };
  readonly operatorScope: OperatorScope;
  readonly ignoreNamespaceSelectors: boolean;
  readonly scrapeInterval: Duration;
  readonly prometheusVersion?: string;
  readonly operatorVersion?: string;
  readonly versionsAssumed: boolean;
}

/** Reads merged values; what makes the model impossible is added to the check. */
export function releaseModel(
  values: Values,
  check: ValuesCheck,
  release: string,
  releaseNamespace: string,
  chartVersion: string,
): ReleaseModel {
  const text = (path: string) => {
    const value = valueAt(values, path);
    return typeof value === 'string' ? value : '';
  };
  const names = releaseNames(release, {
    fullnameOverride: text('fullnameOverride'),
    nameOverride: text('nameOverride'),
    cleanPrometheusOperatorObjectNames: check.flag('cleanPrometheusOperatorObjectNames', false),
    operatorFullnameOverride: text('prometheusOperator.fullnameOverride'),
  });
  const namespace = text('namespaceOverride') || releaseNamespace;
  const agentMode = check.flag('prometheus.agentMode', false);
  const versions = versionsOf(chartVersion);
  const customAccount = text('prometheus.serviceAccount.name');
  const defaultAccount = check.flag('prometheus.serviceAccount.create', true) ? names.prometheusService : 'default';

  checkNames(check, values, names, agentMode);
  const model: ReleaseModel = {
    names,
    grafana: subchartFullname(release, 'grafana', {
      fullnameOverride: text('grafana.fullnameOverride'),
      nameOverride: text('grafana.nameOverride'),
    }),
    namespace,
    alertmanagerNamespace: text('alertmanager.namespaceOverride') || namespace,
    // The parent's namespaceOverride does not reach sub-charts.
    grafanaNamespace: text('grafana.namespaceOverride') || releaseNamespace,
    prometheusEnabled: check.flag('prometheus.enabled', true),
    alertmanagerEnabled: check.flag('alertmanager.enabled', true),
    grafanaEnabled: check.flag('grafana.enabled', true),
    agentMode,
    serviceAccount: customAccount || defaultAccount,
    podLabels: podLabels(values, names.prometheus, agentMode),
    selections: selections(values, check, release),
    operatorScope: operatorScope(values, check, namespace),
    ignoreNamespaceSelectors: check.flag(`${SPEC}.ignoreNamespaceSelectors`, false),
    scrapeInterval: parsePrometheusDuration(text(`${SPEC}.scrapeInterval`)) ?? Duration.seconds(30),
    prometheusVersion: versionOf(text(`${SPEC}.version`) || text(`${SPEC}.image.tag`)) ?? versions.prometheus,
    operatorVersion: versionOf(text('prometheusOperator.image.tag')) ?? versions.operator,
    versionsAssumed: versions.assumed,
  };
  checkAlerting(values, check, model);
  return model;
}

function checkNames(check: ValuesCheck, values: Values, names: ReleaseNames, agentMode: boolean): void {
  const source = ['fullnameOverride', 'nameOverride'].find((path) => valueAt(values, path)) ?? 'releaseName';
  const wrong = [...new Set(Object.values(names))].filter((name) => !isDnsLabel(name));
  if (source !== 'releaseName' && wrong.length > 0) {
    check.add(
      source,
      `"${valueAt(values, source)}" makes the chart name objects ${wrong.map((name) => `"${name}"`).join(', ')}, which Kubernetes refuses.`,
      'use lower-case letters, digits and hyphens, with a letter or digit at both ends, also after 26 characters.',
    );
  }
  const shards = valueAt(values, `${SPEC}.shards`);
  if (!Number.isInteger(shards) || shards <= 1) {
    return;
  }
  const statefulSet = `${agentMode ? 'prom-agent' : 'prometheus'}-${names.prometheus}-shard-${shards - 1}`;
  const excess = statefulSet.length - STATEFUL_SET_LENGTH;
  if (excess > 0) {
    check.add(
      `${SPEC}.shards`,
      `${shards} shards need the StatefulSet "${statefulSet}" of ${statefulSet.length} characters; above ${STATEFUL_SET_LENGTH} its pods cannot start.`,
      `set fullnameOverride to at most ${names.fullname.length - excess} characters, or cleanPrometheusOperatorObjectNames: true.`,
    );
  }
}

function podLabels(values: Values, prometheus: string, agentMode: boolean): { [key: string]: string } {
  // Text with {{ passes through a template whose result is not known here; the other labels are enough to find the pod.
  const labels = valueAt(values, `${SPEC}.podMetadata.labels`);
  const own = Object.entries(isPlainObject(labels) ? labels : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[1].includes('{{'),
  );
  // The Operator's labels win: prometheus-operator v0.93 `pkg/prometheus/common.go`, `BuildPodMetadata` and its callers.
  return { ...Object.fromEntries(own), ...operatorPodLabels(prometheus, agentMode) };
}

function selections(values: Values, check: ValuesCheck, release: string) {
  const runs = check.flag('prometheus.enabled', true);
  const agent = check.flag('prometheus.agentMode', false);
  const entries = SELECTED_KINDS.map((kind) => {
    if (!runs || (kind === 'rule' && agent)) {
      // What does not run selects nothing; a PrometheusAgent evaluates no rules and has no such field.
      return [kind, { selector: LabelSelector.nothing(), namespaceSelector: NamespaceSelector.own() }];
    }
    const keys = selectionKeys(kind);
    const selectorPath = `${SPEC}.${keys.selector}`;
    const namespacePath = `${SPEC}.${keys.namespaceSelector}`;
    const selector = renderedSelector(
      kind,
      valueOrDefault(values, selectorPath, {}, check),
      check.flag(`${SPEC}.${keys.nilUsesHelmValues}`, true),
      release,
    );
    const namespaceSelector = renderedNamespaceSelector(kind, valueOrDefault(values, namespacePath, {}, check));
    return [
      kind,
      {
        selector:
          selector === undefined ? LabelSelector.nothing() : LabelSelector.of(parsed(check, selectorPath, selector)),
        namespaceSelector:
          namespaceSelector === undefined
            ? NamespaceSelector.own()
            : NamespaceSelector.of(parsed(check, namespacePath, namespaceSelector)),
      },
    ];
  });
  return Object.fromEntries(entries) as { [kind in SelectedKind]: Selection };
}

function valueOrDefault(values: Values, path: string, chartDefault: any, check: ValuesCheck): any {
  return check.given(path) ? valueAt(values, path) : chartDefault;
}

function parsed(check: ValuesCheck, path: string, selector: any) {
  const problems: SelectorProblem[] = [];
  const options = parseSelector(selector, problems);
  for (const problem of problems) {
    check.addBelow(path, problem.path, problem.message, problem.fix);
  }
  return options;
}

function operatorScope(values: Values, check: ValuesCheck, namespace: string): OperatorScope {
  if (!check.flag('prometheusOperator.enabled', true)) {
    // Another Operator does the work; what it watches is not in these values.
    return OperatorScope.all();
  }
  const paths = {
    only: 'prometheusOperator.namespaces',
    denied: 'prometheusOperator.denyNamespaces',
    instances: 'prometheusOperator.prometheusInstanceNamespaces',
  };
  const own = check.flag(`${paths.only}.releaseNamespace`, false) ? [namespace] : [];
  const only = [...own, ...list(valueAt(values, `${paths.only}.additional`))];
  const instances = list(valueAt(values, paths.instances));
  const scope =
    only.length > 0
      ? OperatorScope.only(...new Set(only))
      : OperatorScope.allExcept(...list(valueAt(values, paths.denied)));

  // An own list for Prometheus objects replaces the general one: prometheus-operator v0.93 `Namespaces.Finalize`.
  const blind = `the Operator would not see the Prometheus of its own release in "${namespace}", so no pod of it ever starts.`;
  if (instances.length > 0 && !instances.includes(namespace)) {
    check.add(paths.instances, blind, `add "${namespace}".`);
  } else if (instances.length === 0 && !scope.watches(namespace)) {
    if (only.length > 0) {
      check.add(paths.only, blind, 'set prometheusOperator.namespaces.releaseNamespace to true.');
    } else {
      check.add(paths.denied, blind, `remove "${namespace}".`);
    }
  }
  return scope;
}

function checkAlerting(values: Values, check: ValuesCheck, model: ReleaseModel): void {
  const moved = model.alertmanagerEnabled && model.alertmanagerNamespace !== model.namespace;
  if (moved && list(valueAt(values, `${SPEC}.alertingEndpoints`)).length === 0) {
    check.add(
      'alertmanager.namespaceOverride',
      `the chart still sends alerts to "${model.namespace}", where there is no Alertmanager then.`,
      `set prometheus.prometheusSpec.alertingEndpoints in \`values\`, for example [{ namespace: '${model.alertmanagerNamespace}', name: '${model.names.alertmanagerService}', port: 'http-web' }].`,
    );
  }
}

function versionOf(tag: string): string | undefined {
  return /^v?(\d+\.\d+\.\d+)/.exec(tag)?.[1];
}

function list(value: any): any[] {
  return Array.isArray(value) ? value : [];
}
