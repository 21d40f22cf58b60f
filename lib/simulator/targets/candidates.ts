import { distance } from 'fastest-levenshtein';
import { LabelOperator, type LabelRequirement } from '../../selection/label-requirement';
import { Kind } from '../bag/bag-kind';
import { LabelIndex } from '../bag/label-index';
import type { Discovery } from '../discovery/discovery';
import { madeFor } from '../discovery/governing-services';
import { sanitizeLabelName } from '../discovery/meta-labels';
import type { VirtualPod } from '../discovery/raw-target';
import type { SourcedObject } from '../kube-object';
import { compileSelector, firstFailure, type SelectorRequirement } from '../operator/label-selector';
import type { Labels } from '../relabel/relabel-rule';
import { SelectorMatch, sanitizedLabels } from './selector-match';

/** An object or pod with its labels as service discovery spells them. */
interface Entry<T> {
  readonly item: T;
  readonly labels: Labels;
  readonly opaque: ReadonlySet<string>;
}

/** How a monitor asks for Services or pods. */
export interface CandidateQuery {
  /** Namespaces that are searched; `undefined` means all. */
  readonly namespaces: readonly string[] | undefined;
  /** `spec.selector` of the monitor. */
  readonly selector: any;
  /** Whether the API server applies the selector, and not relabel rules. */
  readonly byApiServer: boolean;
}

/** Something that a selector takes but for one requirement. */
export interface NearMiss<T> {
  readonly item: T;
  /** Key of the label that does not fit, as the selector has it. */
  readonly key: string;
  readonly operator: string;
  /** What the selector asks for. */
  readonly wanted: readonly string[];
  /** The value of the label; `undefined` where there is no such label. */
  readonly found: string | undefined;
  /** By how many edits the values differ. */
  readonly edits: number;
}

/** Finds the Services, pods and Ingresses that a monitor selects, without looking at all of them. */
export class Candidates {
  private readonly services: Finder<SourcedObject>;
  private readonly pods: Finder<VirtualPod>;
  private readonly ingresses: Finder<SourcedObject>;

  constructor({ services, pods, bag }: Pick<Discovery, 'services' | 'pods' | 'bag'>) {
    this.services = new Finder(
      (namespace) => (namespace === undefined ? services.all : services.in(namespace)),
      (service) => service.object.metadata.labels as Labels,
      () => NONE,
      (service) => madeFor(service) === undefined,
    );
    this.pods = new Finder(
      (namespace) => (namespace === undefined ? pods.all : pods.in(namespace)),
      (pod) => pod.labels,
      (pod) => pod.opaqueLabels,
    );
    this.ingresses = new Finder(
      (namespace) => (namespace === undefined ? bag.all(Kind.INGRESS) : bag.in(Kind.INGRESS, namespace)),
      (ingress) => ingress.object.metadata.labels as Labels,
      () => NONE,
    );
  }

  /** The Services that a query takes, in order of namespace and name; the first ones where there is a limit. */
  public servicesFor(query: CandidateQuery, limit = Infinity): readonly SourcedObject[] {
    return this.services.find(query, limit);
  }

  /** The pods that a query takes, in order of namespace, kind of workload and name. */
  public podsFor(query: CandidateQuery, limit = Infinity): readonly VirtualPod[] {
    return this.pods.find(query, limit);
  }

  /** The Ingresses that a query takes, in order of namespace and name. */
  public ingressesFor(query: CandidateQuery, limit = Infinity): readonly SourcedObject[] {
    return this.ingresses.find(query, limit);
  }

  /** Ingresses that all requirements but one take, the most similar first. */
  public nearIngresses(query: CandidateQuery): readonly NearMiss<SourcedObject>[] {
    return this.ingresses.near(query);
  }

  /** Services that all requirements but one take, the most similar first. */
  public nearServices(query: CandidateQuery): readonly NearMiss<SourcedObject>[] {
    return this.services.near(query);
  }

  /** Pods that all requirements but one take, the most similar first. */
  public nearPods(query: CandidateQuery): readonly NearMiss<VirtualPod>[] {
    return this.pods.near(query);
  }
}

/** How many near misses are named. */
const NEAREST = 3;
/** How many are weighed against each other for each requirement, so that thousands of mistakes take no minutes. */
const WEIGHED = 100;
/** Edits between a value and none at all: more than between any two values. */
const NOTHING_THERE = 99;

const NONE: ReadonlySet<string> = new Set();

class Finder<T> {
  /** By labels as service discovery spells them, where two keys may become one. */
  private readonly sanitized: Indexes<T>;
  /** By labels as the API server knows them. */
  private readonly exact: Indexes<T>;

  constructor(
    private readonly itemsIn: (namespace: string | undefined) => readonly T[],
    private readonly labelsOf: (item: T) => Labels,
    private readonly opaqueOf: (item: T) => ReadonlySet<string>,
    /** Whether an item may be what was meant, where nothing is taken. */
    private readonly isMeant: (item: T) => boolean = () => true,
  ) {
    this.sanitized = new Indexes((namespace) =>
      this.itemsIn(namespace).map((item) => ({
        item,
        labels: sanitizedLabels(this.labelsOf(item)),
        opaque: new Set([...this.opaqueOf(item)].map(sanitizeLabelName)),
      })),
    );
    this.exact = new Indexes((namespace) =>
      this.itemsIn(namespace).map((item) => ({ item, labels: this.labelsOf(item), opaque: this.opaqueOf(item) })),
    );
  }

  public find({ namespaces, selector, byApiServer }: CandidateQuery, limit: number): readonly T[] {
    if (byApiServer) {
      const { requirements } = compileSelector(selector ?? {}, '');
      return this.exact.select(namespaces, narrowing(requirements), (entry) => meetsAll(entry, requirements), limit);
    }
    const match = new SelectorMatch(selector);
    const takes = ({ labels, opaque }: Entry<T>): boolean => match.takes(labels, opaque);
    return this.sanitized.select(namespaces, match.requirements, takes, limit);
  }

  public near({ namespaces, selector }: CandidateQuery): readonly NearMiss<T>[] {
    const { requirements } = compileSelector(selector ?? {}, '');
    const near: NearMiss<T>[] = [];
    for (const missing of requirements) {
      const { key, operator, values } = missing;
      const others = requirements.filter((one) => one !== missing);
      // Of a lone requirement there is no rest: then only what has this very label is near.
      const lead = others.length > 0 ? others : [{ key, operator: 'Exists', values: [], field: '' } as const];
      const isNear = (entry: Entry<T>): boolean =>
        meetsAll(entry, lead) && !meetsAll(entry, [missing]) && this.isMeant(entry.item);
      for (const item of this.exact.select(namespaces, narrowing(lead), isNear, WEIGHED)) {
        const labels = this.labelsOf(item);
        const found = Object.hasOwn(labels, key) ? labels[key] : undefined;
        const edits =
          found === undefined || values.length === 0
            ? NOTHING_THERE
            : Math.min(...values.map((value) => distance(String(value), found)));
        near.push({ item, key, operator, wanted: values, found, edits });
      }
    }
    // The sort is stable, so that what is equally near keeps its order.
    return near.sort((a, b) => a.edits - b.edits).slice(0, NEAREST);
  }
}

/** Indexes of namespaces, made when they are asked for; `undefined` stands for all namespaces. */
class Indexes<T> {
  private readonly known = new Map<string | undefined, LabelIndex<Entry<T>>>();

  constructor(private readonly entriesIn: (namespace: string | undefined) => readonly Entry<T>[]) {}

  public select(
    namespaces: CandidateQuery['namespaces'],
    requirements: readonly LabelRequirement[],
    takes: (entry: Entry<T>) => boolean,
    limit: number,
  ): T[] {
    const found: T[] = [];
    for (const namespace of namespaces === undefined ? [undefined] : [...new Set(namespaces)].sort()) {
      for (const { item } of this.of(namespace).select(requirements, takes, limit - found.length)) {
        found.push(item);
      }
    }
    return found;
  }

  private of(namespace: string | undefined): LabelIndex<Entry<T>> {
    let index = this.known.get(namespace);
    if (index === undefined) {
      index = new LabelIndex(
        this.entriesIn(namespace),
        ({ labels }) => labels,
        ({ opaque }) => opaque,
      );
      this.known.set(namespace, index);
    }
    return index;
  }
}

/** Whether labels meet requirements as the API server reads them; a value that nobody can know may be any. */
function meetsAll({ labels, opaque }: Entry<unknown>, requirements: readonly SelectorRequirement[]): boolean {
  const known = requirements.filter(({ key, operator }) => !opaque.has(key) || operator === 'DoesNotExist');
  return firstFailure({ requirements: known, problems: [] }, labels) === undefined;
}

/** The requirements that an index by label can narrow candidates down with. */
function narrowing(requirements: readonly SelectorRequirement[]): LabelRequirement[] {
  return requirements.flatMap(({ key, operator, values }): LabelRequirement[] =>
    operator === 'In'
      ? [{ key, operator: LabelOperator.IN, values: values.map(String) }]
      : operator === 'Exists'
        ? [{ key, operator: LabelOperator.EXISTS }]
        : [],
  );
}
