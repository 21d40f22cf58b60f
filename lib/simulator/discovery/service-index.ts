import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import type { SourcedObject } from '../kube-object';

/** The Services of a bag, and those that the Operator makes beside them. All lists are sorted by namespace and name. */
export class ServiceIndex {
  private readonly made = new Map<string, SourcedObject[]>();
  private readonly madeByName = new Map<string, SourcedObject>();
  private everything: readonly SourcedObject[] | undefined;

  /** @param made Services that the Operator makes; one that is in the bag too, as in a dump of a cluster, counts as given */
  constructor(
    private readonly bag: Bag,
    made: readonly SourcedObject[] = [],
  ) {
    for (const service of made) {
      const { namespace = '', name } = service.object.metadata;
      if (bag.find(Kind.SERVICE, namespace, name) === undefined) {
        const beside = this.made.get(namespace) ?? [...bag.in(Kind.SERVICE, namespace)];
        this.made.set(namespace, [...beside, service].sort(byName));
        this.madeByName.set(`${namespace}/${name}`, service);
      }
    }
  }

  /** All Services. */
  public get all(): readonly SourcedObject[] {
    if (this.made.size === 0) {
      return this.bag.all(Kind.SERVICE);
    }
    this.everything ??= [...new Set([...this.bag.namespacesOf(Kind.SERVICE), ...this.made.keys()])]
      .sort()
      .flatMap((namespace) => this.in(namespace));
    return this.everything;
  }

  /** The Services of one namespace. */
  public in(namespace: string): readonly SourcedObject[] {
    return this.made.get(namespace) ?? this.bag.in(Kind.SERVICE, namespace);
  }

  /** The Service of this name. */
  public find(namespace: string, name: string): SourcedObject | undefined {
    return this.bag.find(Kind.SERVICE, namespace, name) ?? this.madeByName.get(`${namespace}/${name}`);
  }
}

function byName(a: SourcedObject, b: SourcedObject): number {
  return a.object.metadata.name < b.object.metadata.name ? -1 : 1;
}
