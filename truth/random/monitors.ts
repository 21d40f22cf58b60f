import type { App, Cluster, Draft, Front, Labels, Watch } from './cluster';
import { endpoint } from './monitor-endpoints';
import { monitorOptions } from './monitor-options';
import type { Random } from './random';
import { selectorFor } from './selectors';

/** Monitors for most Services and many workloads. */
export function addMonitors(cluster: Cluster): void {
  const { random } = cluster;
  for (const front of cluster.fronts) {
    if (random.chance(0.75)) {
      addServiceMonitor(cluster, front);
    }
  }
  for (const app of cluster.apps) {
    if (random.chance(0.5)) {
      addPodMonitor(cluster, app);
    }
  }
}

/** A ServiceMonitor that takes a Service, and finds its pods unless the ports are at odds. */
export function addServiceMonitor(cluster: Cluster, front: Front): Watch {
  const { random } = cluster;
  const { metadata } = front.object;
  const namespace = namespaceOf(cluster, metadata.namespace as string);
  const object = cluster.add({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: {
      name: cluster.name('ServiceMonitor', namespace, metadata.name),
      namespace,
      labels: monitorLabels(random),
    },
    spec: {
      ...namespaceSelector(random, namespace, metadata.namespace as string),
      selector: selectorFor(random, metadata.labels ?? {}),
      ...monitorOptions(cluster, 'ServiceMonitor', metadata.labels ?? {}, front.app?.labels ?? {}),
      endpoints: endpoints(random, () => endpoint(cluster, namespace, { kind: 'ServiceMonitor', front })),
    },
  });
  return remember(cluster, { object, front, app: front.app, sound: true });
}

/** A PodMonitor that takes the pods of a workload. */
export function addPodMonitor(cluster: Cluster, app: App): Watch {
  const { random } = cluster;
  const namespace = namespaceOf(cluster, app.namespace);
  const object = cluster.add({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: cluster.name('PodMonitor', namespace, app.name), namespace, labels: monitorLabels(random) },
    spec: {
      ...namespaceSelector(random, namespace, app.namespace),
      selector: selectorFor(random, app.labels),
      ...monitorOptions(cluster, 'PodMonitor', {}, app.labels),
      podMetricsEndpoints: endpoints(random, () => endpoint(cluster, namespace, { kind: 'PodMonitor', app })),
    },
  });
  return remember(cluster, { object, app, sound: true });
}

function remember(cluster: Cluster, watch: Watch): Watch {
  cluster.watches.push(watch);
  return watch;
}

/** Most monitors are where their app is. */
function namespaceOf({ random, namespaces }: Cluster, wanted: string): string {
  return random.chance(0.8) ? wanted : random.one(namespaces);
}

/** Labels that selectors of instances ask for. */
export function monitorLabels(random: Random): Labels {
  return {
    release: random.weighted([
      [85, 'stack'],
      [15, 'other'],
    ]),
    ...random.maybe(0.5, () => ({ team: random.one(['web', 'data']) })),
    ...random.maybe(0.15, () => ({ 'example.com/scrape': '' })),
  };
}

/** All forms that reach a namespace, those that name it in vain included. */
function namespaceSelector(random: Random, own: string, wanted: string): { namespaceSelector?: object } {
  const matchNames = random.shuffled([wanted, ...random.some(['shop', 'no-such-namespace'], 0.25)]);
  const explicit = random.weighted<object>([
    [5, { matchNames: [...new Set(matchNames)] }],
    [3, { any: true }],
    [1, { any: true, matchNames: [wanted] }],
    [1, { any: false, matchNames: [wanted] }],
  ]);
  if (own === wanted) {
    return random.weighted<{ namespaceSelector?: object }>([
      [60, {}],
      [5, { namespaceSelector: {} }],
      [3, { namespaceSelector: { any: false } }],
      [3, { namespaceSelector: { matchNames: [] } }],
      [29, { namespaceSelector: explicit }],
    ]);
  }
  return { namespaceSelector: explicit };
}

function endpoints(random: Random, make: () => Draft['spec']): Draft['spec'][] {
  const count = random.weighted([
    [1, 0],
    [69, 1],
    [22, 2],
    [8, 3],
  ]);
  return Array.from({ length: count }, make);
}
