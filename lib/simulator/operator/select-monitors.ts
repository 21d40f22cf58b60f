import type { SourcedObject } from '../kube-object';
import { parseVersion } from '../versions/version';
import { describeInstance, type Instance } from './instance';
import { KINDS, kindsBeforeFailing, type MonitorKind } from './kinds-before-failing';
import { type CompiledSelector, compileSelector, type FailedRequirement, firstFailure } from './label-selector';
import { prefixOf } from './monitor-parts';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { listsNamespace, watchesMonitors } from './operator-settings';
import { counts, type Extent, keyOf, namespaceOf, type Problem } from './problem';
import { type AcceptanceRules, rejectionsOf } from './reject-monitor';

/** Why a selector of a Prometheus does not take a monitor. */
export interface SelectionMiss {
  /** Whether the labels of the monitor or its namespace are at fault. */
  readonly link: 'labels' | 'namespace';
  /** Path of the selector in the Prometheus. */
  readonly selectorField: string;
  /** The condition that does not hold; `undefined` where the selector is absent. */
  readonly failed: FailedRequirement | undefined;
}

/** What becomes of one monitor at one Prometheus. */
export interface MonitorOutcome {
  readonly instance: Instance;
  readonly monitor: SourcedObject;
  /**
   * - `unseen`: the Operator does not watch the namespace of the monitor
   * - `unselected`: see `misses`
   * - `undecided`: the labels of the namespace are not known, and they decide; else it would be as `selected`
   * - `rejected`: see `problems`
   * - `selected`: the monitor becomes jobs
   */
  readonly state: 'unseen' | 'unselected' | 'undecided' | 'rejected' | 'selected';
  readonly misses: readonly SelectionMiss[];
  /** Reasons of a rejection; where the monitor is selected, references that may turn out missing. */
  readonly problems: readonly Problem[];
}

const NOTHING: readonly never[] = Object.freeze([]);

/**
 * The outcomes of all monitors at the managed instances; instances of other states take no monitors. Sorted by
 * instance, then kind, then namespace and name.
 *
 * @param extent what of the cluster the bag holds: a Secret or ConfigMap that is not in it may be missing
 */
export function selectMonitors(
  instances: readonly Instance[],
  objects: ObjectLookup,
  relabel: RelabelSupport,
  extent: Extent = 'part',
): MonitorOutcome[] {
  const managed = instances.filter(({ state }) => state === 'managed');
  return outcomesAt(managed, () => KINDS, objects, relabel, extent);
}

/** The monitors that the Operator rejects at instances on which it fails only after that; in the same order. */
export function rejectedBeforeFailing(
  instances: readonly Instance[],
  objects: ObjectLookup,
  relabel: RelabelSupport,
  extent: Extent = 'part',
): MonitorOutcome[] {
  const frozen = instances.filter(({ state }) => state === 'frozen');
  const kindsOf = (instance: Instance): readonly MonitorKind[] => kindsBeforeFailing(instance, extent);
  return outcomesAt(frozen, kindsOf, objects, relabel, extent).filter(({ state }) => state === 'rejected');
}

function outcomesAt(
  instances: readonly Instance[],
  kindsOf: (instance: Instance) => readonly MonitorKind[],
  objects: ObjectLookup,
  relabel: RelabelSupport,
  extent: Extent,
): MonitorOutcome[] {
  const monitors = new Map(
    KINDS.map((kind) => [
      kind,
      [...objects.byKind(kind)].map((monitor) => ({ monitor, key: keyOf(monitor) })).sort(byKey),
    ]),
  );
  const rejections = new Rejections(objects, relabel);
  return instances.flatMap((instance) =>
    kindsOf(instance).flatMap((kind) => {
      const selection = new Selection(instance, kind, objects);
      return (monitors.get(kind) ?? []).map(({ monitor }): MonitorOutcome => {
        const misses = selection.misses(monitor);
        if (misses === 'unseen') {
          return { instance, monitor, state: 'unseen', misses: NOTHING, problems: NOTHING };
        }
        if (misses.some(({ failed }) => !failed || failed.certain)) {
          return { instance, monitor, state: 'unselected', misses, problems: NOTHING };
        }
        const problems = rejections.of(monitor, instance);
        const rejected = problems.some(({ certainty }) => counts(certainty, extent));
        const state = rejected ? 'rejected' : misses.length > 0 ? 'undecided' : 'selected';
        return { instance, monitor, state, misses, problems };
      });
    }),
  );
}

/** The two selectors of a Prometheus for one kind. */
export class Selection {
  private readonly labels: CompiledSelector | undefined;
  private readonly namespaces: CompiledSelector | undefined;
  private readonly field: string;
  private readonly namespaceMisses = new Map<string, SelectionMiss | 'unseen' | undefined>();

  constructor(
    private readonly instance: Instance,
    kind: MonitorKind | 'PrometheusRule',
    private readonly objects: ObjectLookup,
  ) {
    const { spec = {} } = instance.object.object;
    const prefix = prefixOf(kind);
    this.field = `spec.${prefix}`;
    this.labels = compiled(spec[`${prefix}Selector`], `${this.field}Selector`);
    this.namespaces = compiled(spec[`${prefix}NamespaceSelector`], `${this.field}NamespaceSelector`);
  }

  public misses(monitor: SourcedObject): readonly SelectionMiss[] | 'unseen' {
    const namespace = namespaceOf(monitor.object);
    if (!this.namespaceMisses.has(namespace)) {
      this.namespaceMisses.set(namespace, this.namespaceMiss(namespace));
    }
    const namespaceMiss = this.namespaceMisses.get(namespace);
    if (namespaceMiss === 'unseen') {
      return 'unseen';
    }
    const labelsMiss = this.labelsMiss(monitor.object.metadata.labels);
    return labelsMiss === undefined && namespaceMiss === undefined
      ? NOTHING
      : [labelsMiss, namespaceMiss].filter((miss) => miss !== undefined);
  }

  private labelsMiss(labels: { readonly [key: string]: string } | undefined): SelectionMiss | undefined {
    const failed = this.labels && firstFailure(this.labels, labels);
    return this.labels && !failed ? undefined : { link: 'labels', selectorField: `${this.field}Selector`, failed };
  }

  /** Source: prometheus-operator v0.93 `pkg/operator/operator.go`, `SelectNamespacesFromCache`. */
  private namespaceMiss(namespace: string): SelectionMiss | 'unseen' | undefined {
    const { operator, object } = this.instance;
    const selectorField = `${this.field}NamespaceSelector`;
    const finds = this.namespaces ? listsNamespace : watchesMonitors;
    if (operator && !finds(operator, namespace)) {
      return 'unseen';
    }
    if (!this.namespaces) {
      return namespace === namespaceOf(object.object)
        ? undefined
        : { link: 'namespace', selectorField, failed: undefined };
    }
    const { labels, declared } = this.objects.namespaceLabels(namespace);
    const failed = firstFailure(this.namespaces, labels, declared);
    return failed && { link: 'namespace', selectorField, failed };
  }
}

/** Remembers which monitors are fine, since most instances ask the same of them. */
class Rejections {
  private readonly fine = new Map<string, WeakSet<SourcedObject>>();
  private readonly fineOf = new WeakMap<AcceptanceRules, WeakSet<SourcedObject>>();

  constructor(
    private readonly objects: ObjectLookup,
    private readonly relabel: RelabelSupport,
  ) {}

  public of(monitor: SourcedObject, instance: Instance): readonly Problem[] {
    const rules = acceptanceRules(instance);
    if (!rules) {
      return NOTHING;
    }
    const fine = this.fineFor(rules);
    if (fine.has(monitor)) {
      return NOTHING;
    }
    const problems = rejectionsOf(monitor, rules, this.objects, this.relabel);
    if (problems.length === 0) {
      fine.add(monitor);
    }
    return problems;
  }

  private fineFor(rules: AcceptanceRules): WeakSet<SourcedObject> {
    let fine = this.fineOf.get(rules);
    if (!fine) {
      const { prometheus, ...asked } = rules;
      const key = JSON.stringify(asked);
      fine = this.fine.get(key) ?? new WeakSet();
      this.fine.set(key, fine);
      this.fineOf.set(rules, fine);
    }
    return fine;
  }
}

const rulesOf = new WeakMap<Instance, AcceptanceRules>();

/** What an instance asks of monitors; `undefined` where its version cannot be read. */
export function acceptanceRules(instance: Instance): AcceptanceRules | undefined {
  const { settings, operator } = instance;
  // Of a version that it can read the Operator notices only after looking at monitors that it does not know its number.
  const version = settings.version ?? parseVersion(settings.versionText);
  if (!version || !operator) {
    return undefined;
  }
  let rules = rulesOf.get(instance);
  if (!rules) {
    rules = {
      prometheusVersion: version,
      operatorVersion: operator.version,
      scrapeInterval: settings.scrapeInterval,
      prometheus: describeInstance(instance.object),
      scrapeClassNames: [...settings.scrapeClasses.byName.keys()],
      denyFiles: settings.denyFiles,
    };
    rulesOf.set(instance, rules);
  }
  return rules;
}

function compiled(selector: any, field: string): CompiledSelector | undefined {
  return selector === undefined || selector === null ? undefined : compileSelector(selector, field);
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key === b.key ? 0 : a.key < b.key ? -1 : 1;
}
