import { requirementHolds } from '../../selection/label-requirement';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import { modelledFrom } from '../stack/modelled-source';
import { type BagKind, bagKind, isBuiltIn, isClusterScoped, Kind } from './bag-kind';
import { isMap, type Malformed } from './field-reader';
import { flattenLists } from './flatten-lists';
import type { KubeSelector } from './kube-selector';
import { LabelIndex } from './label-index';
import { type NormalObject, normalizeObject } from './normalize-object';
import { Releases } from './releases';

/** How objects become a bag. */
export interface BagOptions {
  /** Namespace of objects that name none; `default` unless set. */
  readonly defaultNamespace?: string;
}

/** Two objects of the same kind, namespace and name; the one that came later counts. */
export interface Duplicate {
  readonly counts: SourcedObject;
  readonly replaced: SourcedObject;
}

/** Labels of a namespace, as far as they are known. */
export interface NamespaceLabels {
  readonly labels: Labels;
  /** False where the Namespace is not in the bag, so that it may carry more labels. */
  readonly complete: boolean;
}

/**
 * Kubernetes objects as the API server would hold them: defaults filled in, malformed parts left out, found by kind,
 * namespace, name and label. Whatever the objects look like, making a bag never throws.
 *
 * All lists are sorted by namespace and name, so nothing depends on the order in which the objects came.
 */
export class Bag {
  /** What the API server would refuse. */
  public readonly malformed: readonly Malformed[];
  public readonly duplicates: readonly Duplicate[];

  private readonly kindMap = new Map<BagKind, Map<string, Map<string, NormalObject>>>();
  private readonly sorted = new Map<string, readonly SourcedObject[]>();
  private readonly labelIndexes = new Map<string, LabelIndex<SourcedObject>>();
  private readonly held = new Set<string>();
  private readonly scopes: ReadonlyMap<BagKind, string>;
  private readonly defaultNamespace: string;

  constructor(objects: readonly SourcedObject[], options: BagOptions = {}) {
    this.defaultNamespace = options.defaultNamespace ?? 'default';
    const malformed: Malformed[] = [];
    const duplicates: Duplicate[] = [];
    const flat = flattenLists(objects, malformed);
    this.scopes = scopesOfCustomKinds(flat);
    for (const sourced of flat) {
      const normal = normalizeObject(sourced, this.scopes, this.defaultNamespace, malformed);
      if (normal === undefined) {
        continue;
      }
      const replaced = this.put(normal);
      if (replaced !== undefined) {
        duplicates.push({ counts: normal, replaced });
      }
      // Of a foreign kind that names no namespace, nobody can tell whether it has one.
      // What a release will make says nothing of what else there is.
      const shows = normal.namesNamespace || isBuiltIn(normal.kind);
      if (normal.namespace !== '' && shows && modelledFrom(normal) === undefined) {
        this.held.add(normal.namespace);
      }
    }
    this.malformed = malformed.sort(byPlace);
    this.duplicates = duplicates.sort((a, b) => compare(identity(a.counts), identity(b.counts)));
  }

  /** Kinds of which there are objects. */
  public get kinds(): readonly BagKind[] {
    return [...this.kindMap.keys()].sort();
  }

  /** How many objects there are. */
  public get size(): number {
    let size = 0;
    for (const byNamespace of this.kindMap.values()) {
      for (const byName of byNamespace.values()) {
        size += byName.size;
      }
    }
    return size;
  }

  /** All objects of a kind. */
  public all(kind: BagKind): readonly SourcedObject[] {
    return this.memo(kind, () => this.namespacesOf(kind).flatMap((namespace) => this.in(kind, namespace)));
  }

  /** The objects of a kind in one namespace; the empty namespace is that of cluster-scoped objects. */
  public in(kind: BagKind, namespace: string): readonly SourcedObject[] {
    return this.memo(`${kind}/${namespace}`, () => {
      const byName = this.kindMap.get(kind)?.get(namespace);
      return byName === undefined
        ? []
        : [...byName.keys()].sort().flatMap((name) => (byName.get(name) as SourcedObject | undefined) ?? []);
    });
  }

  /** The object of this kind, namespace and name. */
  public find(kind: BagKind, namespace: string, name: string): SourcedObject | undefined {
    return this.kindMap.get(kind)?.get(namespace)?.get(name);
  }

  /** The objects of a kind in one namespace that a selector takes, by their own labels. */
  public matching(kind: BagKind, namespace: string, selector: KubeSelector): readonly SourcedObject[] {
    if (selector.nothing) {
      return [];
    }
    return this.labelIndex(kind, namespace).select(selector.requirements, (object) =>
      selector.requirements.every((one) => requirementHolds(one, object.object.metadata.labels?.[one.key])),
    );
  }

  /** The namespaces in which there are objects of a kind. */
  public namespacesOf(kind: BagKind): readonly string[] {
    return [...(this.kindMap.get(kind)?.keys() ?? [])].sort();
  }

  /** Namespaces of which the bag holds something: an object inside, not just the Namespace itself. */
  public get namespaces(): readonly string[] {
    return [...this.held].sort();
  }

  /** The namespace that an object of some kind gets which names none; `undefined` where the kind has no namespaces. */
  public namespaceOfUnnamed(apiVersion: string, kind: string): string | undefined {
    return isClusterScoped(bagKind(apiVersion, kind), this.scopes, false) ? undefined : this.defaultNamespace;
  }

  /** Whether the bag holds an object in this namespace, so that what is missing from it is worth a word. */
  public holdsNamespace(namespace: string): boolean {
    return this.held.has(namespace);
  }

  /** Releases that the bag declares without showing their objects. */
  public readonly releases: Releases = new Releases(this);

  /** Labels of a namespace, with the one that the API server adds. */
  public namespaceLabels(namespace: string): NamespaceLabels {
    const object = this.find(Kind.NAMESPACE, '', namespace);
    if (object !== undefined) {
      return { labels: object.object.metadata.labels as Labels, complete: true };
    }
    const labels: Labels = Object.create(null);
    labels['kubernetes.io/metadata.name'] = namespace;
    return { labels, complete: false };
  }

  /** How many objects were looked at to answer questions about labels. */
  public get examined(): number {
    return [...this.labelIndexes.values()].reduce((sum, index) => sum + index.examined, 0);
  }

  private put(object: NormalObject): NormalObject | undefined {
    let byNamespace = this.kindMap.get(object.kind);
    if (byNamespace === undefined) {
      byNamespace = new Map();
      this.kindMap.set(object.kind, byNamespace);
    }
    let byName = byNamespace.get(object.namespace);
    if (byName === undefined) {
      byName = new Map();
      byNamespace.set(object.namespace, byName);
    }
    const replaced = byName.get(object.name);
    byName.set(object.name, object);
    return replaced;
  }

  private labelIndex(kind: BagKind, namespace: string): LabelIndex<SourcedObject> {
    const key = `${kind}/${namespace}`;
    let index = this.labelIndexes.get(key);
    if (index === undefined) {
      index = new LabelIndex(this.in(kind, namespace), (object) => object.object.metadata.labels as Labels);
      this.labelIndexes.set(key, index);
    }
    return index;
  }

  private memo(key: string, make: () => readonly SourcedObject[]): readonly SourcedObject[] {
    let list = this.sorted.get(key);
    if (list === undefined) {
      list = make();
      this.sorted.set(key, list);
    }
    return list;
  }
}

/** What the CustomResourceDefinitions in the bag say of their kinds. */
function scopesOfCustomKinds(objects: readonly SourcedObject[]): ReadonlyMap<BagKind, string> {
  const scopes = new Map<BagKind, string>();
  for (const { object } of objects) {
    const spec = object.kind === 'CustomResourceDefinition' && isMap(object.spec) ? object.spec : undefined;
    const kind = isMap(spec?.names) ? spec.names.kind : undefined;
    if (typeof kind === 'string' && typeof spec?.group === 'string' && typeof spec.scope === 'string') {
      scopes.set(`${kind}.${spec.group}`, spec.scope);
    }
  }
  return scopes;
}

function identity({ object }: SourcedObject): string {
  return `${object.apiVersion}/${object.kind}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

function byPlace(a: Malformed, b: Malformed): number {
  return (
    compare(a.object.source.file ?? '', b.object.source.file ?? '') ||
    (a.object.source.line ?? 0) - (b.object.source.line ?? 0) ||
    compare(a.object.source.construct ?? '', b.object.source.construct ?? '') ||
    compare(identityOfAnything(a.object.object), identityOfAnything(b.object.object)) ||
    compare(a.field, b.field) ||
    compare(a.message, b.message)
  );
}

/** Identity of an object that may be malformed anywhere. */
function identityOfAnything(object: any): string {
  const metadata = isMap(object) && isMap(object.metadata) ? object.metadata : {};
  const parts = [object?.kind, metadata.namespace, metadata.name];
  return parts.map((part) => (typeof part === 'string' ? part : '')).join('/');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
