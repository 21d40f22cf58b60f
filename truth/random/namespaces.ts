import type { Cluster } from './cluster';

const NAMES = ['shop', 'web', 'data', 'infra', 'team-a', 'batch-jobs', 'monitoring', 'default'];

/** One to six namespaces, some of them with labels, some not even written down. */
export function addNamespaces(cluster: Cluster): void {
  const { random } = cluster;
  const count = random.weighted([
    [20, 1],
    [30, 2],
    [25, 3],
    [13, 4],
    [7, 5],
    [5, 6],
  ]);
  for (const name of random.sample(NAMES, count)) {
    cluster.namespaces.push(name);
    if (random.chance(0.6)) {
      addNamespace(cluster, name);
    }
  }
}

/** A namespace that holds nothing yet. */
export function addFreshNamespace(cluster: Cluster): string {
  const name = NAMES.find((one) => !cluster.namespaces.includes(one)) ?? 'spare';
  cluster.namespaces.push(name);
  addNamespace(cluster, name);
  return name;
}

function addNamespace(cluster: Cluster, name: string): void {
  const { random } = cluster;
  const labels = {
    ...random.maybe(0.6, () => ({ env: random.one(['prod', 'dev']) })),
    ...random.maybe(0.3, () => ({ team: random.one(['web', 'data']) })),
    ...random.maybe(0.2, () => ({ monitoring: random.one(['enabled', 'true', '']) })),
  };
  cluster.add({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, ...(Object.keys(labels).length === 0 ? {} : { labels }) },
  });
}
