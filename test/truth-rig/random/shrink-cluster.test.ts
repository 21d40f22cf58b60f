import type { KubeObject } from '../../../lib/simulator/kube-object';
import { generateCluster } from '../../../truth/random/generate-cluster';
import { minimize } from '../../../truth/random/minimize';
import { shrinkCluster } from '../../../truth/random/shrink-cluster';

function service(name: string, namespace = 'shop'): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: { app: name, 'example.com/tier': 'backend' } },
    spec: {
      selector: { app: name },
      ports: [
        { name: 'http', port: 80 },
        { name: 'metrics', port: 9090 },
      ],
    },
  };
}

const has = (objects: readonly KubeObject[], name: string): KubeObject | undefined =>
  objects.find(({ metadata }) => metadata.name === name);

describe('shrinkCluster', () => {
  test('keeps the objects alone that it takes to fail', async () => {
    const objects = Array.from({ length: 20 }, (_, i) => service(`s${i}`, `n${i % 4}`));
    const { objects: left, complete } = await shrinkCluster(
      objects,
      async (some) => has(some, 's3') !== undefined && has(some, 's14') !== undefined,
    );
    expect(left.map(({ metadata }) => metadata.name)).toEqual(['s3', 's14']);
    expect(complete).toBe(true);
  });

  test('keeps the fields and items alone that it takes to fail', async () => {
    const { objects } = await shrinkCluster([service('a'), service('b')], async (some) =>
      Boolean(has(some, 'b')?.spec?.ports?.some(({ name }: any) => name === 'metrics')),
    );
    expect(objects).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'b', namespace: 'shop' },
        spec: { ports: [{ name: 'metrics' }] },
      },
    ]);
  });

  test('takes keys with slashes for what they are', async () => {
    const { objects } = await shrinkCluster(
      [service('a')],
      async (some) => has(some, 'a')?.metadata.labels?.['example.com/tier'] !== undefined,
    );
    expect(objects[0].metadata).toEqual({ name: 'a', namespace: 'shop', labels: { 'example.com/tier': 'backend' } });
    expect(objects[0].spec).toBeUndefined();
  });

  test('takes a second object away that was needed by a first one only', async () => {
    // The later one may go alone, and then the first one too.
    const { objects } = await shrinkCluster(
      [service('first'), service('second'), service('third')],
      async (some) => has(some, 'third') !== undefined && (has(some, 'first') !== undefined || !has(some, 'second')),
    );
    expect(objects.map(({ metadata }) => metadata.name)).toEqual(['third']);
  });

  test('never asks more often than it may, and says so', async () => {
    let asked = 0;
    const objects = Array.from({ length: 30 }, (_, i) => service(`s${i}`));
    const {
      trials,
      complete,
      objects: left,
    } = await shrinkCluster(
      objects,
      async (some) => {
        asked += 1;
        return has(some, 's7') !== undefined;
      },
      { trials: 6 },
    );
    expect(asked).toBe(6);
    expect(trials).toBe(6);
    expect(complete).toBe(false);
    expect(left.length).toBeLessThan(30);
    expect(has(left, 's7')).toBeDefined();
  });

  test('does not ask twice about the same cluster', async () => {
    const asked: string[] = [];
    await shrinkCluster(generateCluster(3), async (some) => {
      asked.push(JSON.stringify(some));
      return some.some(({ kind }) => kind === 'Service');
    });
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('does the same each time', async () => {
    const once = () => shrinkCluster(generateCluster(7), async (some) => some.some(({ spec }) => spec?.selector));
    expect(await once()).toEqual(await once());
  });

  test('leaves the given objects as they are', async () => {
    const objects = generateCluster(7);
    const before = JSON.stringify(objects);
    await shrinkCluster(objects, async (some) => {
      for (const object of some as any[]) {
        delete object.spec;
      }
      return some.length > 0;
    });
    expect(JSON.stringify(objects)).toBe(before);
  });

  test('complains about a cluster that does not fail', async () => {
    await expect(shrinkCluster([service('a')], async () => false)).rejects.toThrow('does not fail');
  });

  test('needs few trials for one object among many', async () => {
    const objects = Array.from({ length: 64 }, (_, i) => service(`s${i}`));
    const { trials } = await shrinkCluster(objects, async (some) => has(some, 's42') !== undefined);
    expect(trials).toBeLessThan(30);
  });
});

test.each([
  [[], 0],
  [[3], 1],
  [[1, 2, 3, 4, 5, 6, 7], 7],
])('minimize finds %j', async (needed: number[], count) => {
  const kept = await minimize([1, 2, 3, 4, 5, 6, 7], async (some) => needed.every((one) => some.includes(one)));
  expect(kept).toEqual(needed);
  expect(kept).toHaveLength(count);
});
