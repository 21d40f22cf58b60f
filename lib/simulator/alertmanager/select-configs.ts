import type { SourcedObject } from '../kube-object';
import { type CompiledSelector, compileSelector, firstFailure } from '../operator/label-selector';
import type { ObjectLookup } from '../operator/object-lookup';
import { type OperatorSettings, watches } from '../operator/operator-settings';
import { counts, type Extent, keyOf, namespaceOf, type Problem } from '../operator/problem';
import type { SelectionMiss } from '../operator/select-monitors';
import type { AlertmanagerInstance } from './find-alertmanagers';
import { rejectionsOfConfig } from './reject-config';

/** What becomes of one AlertmanagerConfig at one Alertmanager. */
export interface ConfigOutcome {
  readonly instance: AlertmanagerInstance;
  readonly config: SourcedObject;
  /**
   * - `base`: it is the base of the configuration
   * - `unseen`: the Operator does not watch its namespace
   * - `unselected`: see `misses`
   * - `undecided`: the labels of the namespace are not known, and they decide; else it would be as `selected`
   * - `rejected`: see `problems`
   * - `selected`: its routes are part of the configuration
   */
  readonly state: 'base' | 'unseen' | 'unselected' | 'undecided' | 'rejected' | 'selected';
  readonly misses: readonly SelectionMiss[];
  /** Reasons of a rejection; where it is selected, references that may turn out missing. */
  readonly problems: readonly Problem[];
}

const FIELD = 'spec.alertmanagerConfig';

/**
 * The outcomes of all AlertmanagerConfigs at the managed Alertmanagers, sorted by Alertmanager, then by namespace and name
 * of the AlertmanagerConfig, as the Operator sorts them.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `selectAlertmanagerConfigs`.
 */
export function selectConfigs(
  instances: readonly AlertmanagerInstance[],
  objects: ObjectLookup,
  extent: Extent,
): readonly ConfigOutcome[] {
  const configs = [...objects.byKind('AlertmanagerConfig')].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return instances
    .filter(({ state }) => state === 'managed')
    .flatMap((instance) => {
      const selectors = {
        labels: compiled(instance, 'Selector'),
        namespaces: compiled(instance, 'NamespaceSelector'),
      };
      return configs.map((config) => outcomeOf(config, instance, selectors, objects, extent));
    });
}

interface Selectors {
  readonly labels: CompiledSelector | undefined;
  readonly namespaces: CompiledSelector | undefined;
}

function outcomeOf(
  config: SourcedObject,
  instance: AlertmanagerInstance,
  selectors: Selectors,
  objects: ObjectLookup,
  extent: Extent,
): ConfigOutcome {
  const base = { instance, config, misses: [], problems: [] };
  const { spec = {}, metadata } = instance.object.object;
  const namespace = namespaceOf(config.object);
  if (spec.alertmanagerConfiguration?.name === config.object.metadata.name && namespace === metadata.namespace) {
    return { ...base, state: 'base' };
  }
  if (!finds(instance.operator as OperatorSettings, namespace, selectors.namespaces !== undefined)) {
    return { ...base, state: 'unseen' };
  }
  const misses = [labelsMiss(config, selectors), namespaceMiss(namespace, instance, selectors, objects)].filter(
    (miss) => miss !== undefined,
  );
  if (misses.some(({ failed }) => failed === undefined || failed.certain)) {
    return { ...base, state: 'unselected', misses };
  }
  const problems = rejectionsOfConfig(config, instance.version, objects);
  const rejected = problems.some(({ certainty }) => counts(certainty, extent));
  const state = rejected ? 'rejected' : misses.length > 0 ? 'undecided' : 'selected';
  return { instance, config, state, misses, problems };
}

/** As for monitors: an empty name beside others has all namespaces watched, but the list of namespaces is by names. */
function finds(operator: OperatorSettings, namespace: string, listed: boolean): boolean {
  const { alertmanagerConfigNamespaces: allowed, denied } = operator;
  return listed && allowed ? allowed.includes(namespace) : watches(allowed, denied, namespace);
}

function labelsMiss({ object }: SourcedObject, { labels }: Selectors): SelectionMiss | undefined {
  const failed = labels && firstFailure(labels, object.metadata.labels);
  return labels && !failed ? undefined : { link: 'labels', selectorField: `${FIELD}Selector`, failed };
}

function namespaceMiss(
  namespace: string,
  { object }: AlertmanagerInstance,
  { namespaces }: Selectors,
  objects: ObjectLookup,
): SelectionMiss | undefined {
  const selectorField = `${FIELD}NamespaceSelector`;
  if (namespaces === undefined) {
    return namespace === namespaceOf(object.object)
      ? undefined
      : { link: 'namespace', selectorField, failed: undefined };
  }
  const { labels, declared } = objects.namespaceLabels(namespace);
  const failed = firstFailure(namespaces, labels, declared);
  return failed && { link: 'namespace', selectorField, failed };
}

function compiled({ object }: AlertmanagerInstance, ending: string): CompiledSelector | undefined {
  const selector = object.object.spec?.[`alertmanagerConfig${ending}`];
  return selector === undefined || selector === null ? undefined : compileSelector(selector, `${FIELD}${ending}`);
}
