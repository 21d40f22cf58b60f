import type { KubeObject, SourcedObject } from '../kube-object';
import type { NamespaceLabels, ObjectLookup } from '../operator/object-lookup';
import type { Bag } from './bag';
import { type BagKind, Kind } from './bag-kind';

/** Kinds of which only one API group is meant: a ServiceMonitor of another group is nothing to the Operator. */
const MEANT: ReadonlyMap<string, BagKind> = new Map(
  [
    Kind.DAEMON_SET,
    Kind.DEPLOYMENT,
    Kind.POD,
    Kind.REPLICA_SET,
    Kind.STATEFUL_SET,
    Kind.PROMETHEUS,
    Kind.PROMETHEUS_AGENT,
    Kind.ALERTMANAGER,
    Kind.ALERTMANAGER_CONFIG,
    Kind.SERVICE_MONITOR,
    Kind.POD_MONITOR,
    Kind.PROBE,
    Kind.SCRAPE_CONFIG,
    Kind.PROMETHEUS_RULE,
    Kind.THANOS_RULER,
    Kind.SECRET,
    Kind.CONFIG_MAP,
  ].map((kind) => [kind.split('.')[0], kind]),
);

/** Kinds of which an object that the API server refuses does not exist. */
const REFUSABLE = new Set([
  'ServiceMonitor',
  'PodMonitor',
  'Probe',
  'ScrapeConfig',
  'PrometheusRule',
  'AlertmanagerConfig',
]);

/** The objects of a bag as the Operator's part of the simulation asks for them: by kind without its API group. */
export class BagLookup implements ObjectLookup {
  private readonly known = new Map<string, readonly SourcedObject[]>();

  /**
   * @param refused objects that the API server refuses, as they were given: they do not exist for the Operator
   */
  constructor(
    private readonly bag: Bag,
    private readonly refused: ReadonlySet<KubeObject> = new Set(),
  ) {}

  public byKind(kind: string): readonly SourcedObject[] {
    let objects = this.known.get(kind);
    if (objects === undefined) {
      const meant = MEANT.get(kind);
      const kinds = meant === undefined ? this.bag.kinds.filter((one) => one.split('.')[0] === kind) : [meant];
      const all = kinds.flatMap((one) => this.bag.all(one));
      objects = REFUSABLE.has(kind) ? all.filter(({ given, object }) => !this.refused.has(given ?? object)) : all;
      this.known.set(kind, objects);
    }
    return objects;
  }

  public find(kind: string, namespace: string, name: string): SourcedObject | undefined {
    return this.bag.find(MEANT.get(kind) ?? kind, namespace, name);
  }

  public releasesInto(namespace: string): readonly SourcedObject[] {
    return this.bag.releases.into(namespace);
  }

  public namespaceLabels(name: string): NamespaceLabels {
    const { labels, complete } = this.bag.namespaceLabels(name);
    return { labels, declared: complete };
  }
}
