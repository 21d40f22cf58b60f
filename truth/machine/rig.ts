import * as path from 'node:path';
import { Cluster } from './cluster';
import { Etcd } from './etcd';
import { Operators } from './operators';

/** A cluster with its Operators. */
export interface Rig {
  readonly cluster: Cluster;
  readonly operators: Operators;
}

/** Starts clusters beside each other, which share nothing but the store. */
export async function startRigs(count: number, folder: string): Promise<Rig[]> {
  const etcd = new Etcd(folder);
  await etcd.ready();
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const cluster = await Cluster.start(path.join(folder, `cluster-${index}`), etcd);
      return { cluster, operators: new Operators(cluster) };
    }),
  );
}

/** Has each rig take the next piece of work when it is done with one; results are in the order of the work. */
export async function shareOut<T, R>(
  rigs: readonly Rig[],
  work: readonly T[],
  run: (rig: Rig, one: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(work.length);
  let next = 0;
  await Promise.all(
    rigs.map(async (rig) => {
      while (next < work.length) {
        const index = next;
        next += 1;
        results[index] = await run(rig, work[index], index);
      }
    }),
  );
  return results;
}
