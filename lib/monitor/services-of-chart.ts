import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Services of a chart, and who has asked for them. */
interface Snapshot {
  readonly services: ApiObject[];
  readonly asked: Set<object>;
}

const snapshots = new WeakMap<IConstruct, Snapshot>();

/**
 * All Services of the chart that a construct belongs to. Another chart may be meant for another cluster, where the same
 * names and labels are no twins.
 *
 * Every monitor asks for them when it is checked and when it is rendered, so the tree is walked once per synthesis and
 * not once per monitor. Whoever asks a second time begins another synthesis, and the tree is walked again; so it is in
 * another task. Labels and ports are not kept: they are read from the objects.
 *
 * @param asker what stands for one monitor in one of the two steps
 */
export function servicesOfChart({ chart }: ApiObject, asker: object): ApiObject[] {
  let snapshot = snapshots.get(chart);
  if (!snapshot || snapshot.asked.has(asker)) {
    const services = chart.node
      .findAll()
      .filter((c): c is ApiObject => ApiObject.isApiObject(c) && c.kind === 'Service' && c.apiVersion === 'v1');
    snapshot = { services, asked: new Set() };
    snapshots.set(chart, snapshot);
    queueMicrotask(() => snapshots.delete(chart));
  }
  snapshot.asked.add(asker);
  return snapshot.services;
}
