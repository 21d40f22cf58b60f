import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Services of an app, and who has asked for them. */
interface Snapshot {
  readonly services: ApiObject[];
  readonly asked: Set<object>;
}

const snapshots = new WeakMap<IConstruct, Snapshot>();

/**
 * All Services of the app that a construct belongs to.
 *
 * Every monitor asks for them when it is checked and when it is rendered, so the tree is walked once per synthesis and
 * not once per monitor. Whoever asks a second time begins another synthesis, and the tree is walked again; so it is in
 * another task. Labels and ports are not kept: they are read from the objects.
 *
 * @param asker what stands for one monitor in one of the two steps
 */
export function servicesOfApp({ node: { root } }: ApiObject, asker: object): ApiObject[] {
  let snapshot = snapshots.get(root);
  if (!snapshot || snapshot.asked.has(asker)) {
    const services = root.node
      .findAll()
      .filter((c): c is ApiObject => ApiObject.isApiObject(c) && c.kind === 'Service' && c.apiVersion === 'v1');
    snapshot = { services, asked: new Set() };
    snapshots.set(root, snapshot);
    queueMicrotask(() => snapshots.delete(root));
  }
  snapshot.asked.add(asker);
  return snapshot.services;
}
