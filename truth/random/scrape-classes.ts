import type { Cluster, Draft } from './cluster';
import { CA_FILE, secretKey, TOKEN_FILE } from './credentials';
import type { Random } from './random';

/** Names of the classes that monitors of a cluster may ask for. */
export function planScrapeClasses(cluster: Cluster): void {
  const { random } = cluster;
  cluster.scrapeClasses = random.chance(0.3) ? random.sample(['mesh', 'slow', 'guarded'], random.integer(1, 2)) : [];
}

/** The scrape classes of an instance, where its cluster has any. */
export function scrapeClasses(cluster: Cluster, namespace: string): { scrapeClasses?: Draft['spec'][] } {
  const { random } = cluster;
  const names = random.chance(0.1) ? random.some(cluster.scrapeClasses) : cluster.scrapeClasses;
  const byDefault = random.chance(0.3) ? random.one(names) : undefined;
  const classes = names.map((name) => ({
    name,
    ...(name === byDefault ? { default: true } : random.maybe(0.1, () => ({ default: false }))),
    ...random.maybe(0.4, () => ({ relabelings: [classRelabeling(random)] })),
    ...random.maybe(0.2, () => ({ metricRelabelings: [{ action: 'drop', sourceLabels: ['le'], regex: '0.1' }] })),
    ...random.maybe(0.3, () => ({ tlsConfig: random.one([{ insecureSkipVerify: true }, { caFile: CA_FILE }]) })),
    // Beside credentials of a monitor, those of a class poison the whole instance.
    ...random.maybe(name === byDefault ? 0.05 : 0.2, () => ({ authorization: authorization(cluster, namespace) })),
    ...random.maybe(0.15, () => ({ attachMetadata: { node: true } })),
    ...random.maybe(0.15, () => ({ fallbackScrapeProtocol: 'PrometheusText0.0.4' })),
  }));
  return classes.length === 0 ? {} : { scrapeClasses: classes };
}

function classRelabeling(random: Random): Draft['spec'] {
  return random.one([
    { targetLabel: 'class', replacement: 'of-class' },
    { sourceLabels: ['__meta_kubernetes_namespace'], targetLabel: 'team' },
    { action: 'drop', sourceLabels: ['__meta_kubernetes_pod_phase'], regex: 'Pending' },
    { action: 'Keep', sourceLabels: ['__meta_kubernetes_namespace'], regex: '[^-]+.*' },
    { action: 'labeldrop', regex: 'container' },
  ]);
}

function authorization(cluster: Cluster, namespace: string): Draft['spec'] {
  return cluster.random.chance(0.5)
    ? { credentialsFile: TOKEN_FILE }
    : { type: 'Bearer', credentials: secretKey(cluster, namespace, 'token') };
}
