import type { Cluster, Draft } from './cluster';
import { instanceOptions } from './instance-options';
import { PROMETHEUS_2 } from './prometheus-2';
import type { Random } from './random';
import { scrapeClasses } from './scrape-classes';

const NAMES = ['main', 'k8s', 'edge', 'team'];

/** One to three Prometheuses and agents, rarely none. */
export function addInstances(cluster: Cluster): void {
  const { random } = cluster;
  const count = random.weighted([
    [2, 0],
    [60, 1],
    [26, 2],
    [10, 3],
  ]);
  for (let i = 0; i < count; i++) {
    addInstance(cluster);
  }
}

/** A Prometheus or PrometheusAgent that the Operator takes care of, and that most monitors reach. */
export function addInstance(cluster: Cluster, isAgent = cluster.random.chance(0.25)): Draft {
  const { random } = cluster;
  const namespace = random.chance(0.5) ? 'monitoring' : random.one(cluster.namespaces);
  const kind = isAgent ? 'PrometheusAgent' : 'Prometheus';
  const object = cluster.add({
    apiVersion: isAgent ? 'monitoring.coreos.com/v1alpha1' : 'monitoring.coreos.com/v1',
    kind,
    metadata: {
      name: cluster.name(kind, namespace, random.one(NAMES)),
      namespace,
      ...random.maybe(0.5, () => ({ labels: { team: random.one(['web', 'data']) } })),
    },
    spec: {
      ...selectors(cluster, namespace),
      ...version(random),
      ...random.maybe(0.3, () => ({ serviceDiscoveryRole: random.chance(0.8) ? 'EndpointSlice' : 'Endpoints' })),
      ...sharding(random),
      ...scrapeClasses(cluster, namespace),
      ...instanceOptions(cluster, namespace, isAgent),
    },
  });
  cluster.instances.push(object);
  return object;
}

/** An agent with one pod on each node, for which the Operator needs a feature gate. */
export function addDaemonSetAgent(cluster: Cluster): Draft {
  const instance = addInstance(cluster, true);
  const { podMonitorSelector = {}, podMonitorNamespaceSelector = {}, version: text } = instance.spec;
  instance.spec = {
    mode: 'DaemonSet',
    podMonitorSelector,
    podMonitorNamespaceSelector,
    ...(text === undefined ? {} : { version: text }),
  };
  return instance;
}

/** A version of each program that the rig has; rarely one that only decides what the Operator writes. */
function version(random: Random): { version?: string } {
  return random.weighted<{ version?: string }>([
    [64, {}],
    [32, { version: PROMETHEUS_2 }],
    [2, { version: 'v2.45.6' }],
    [2, { version: '3.13.1' }],
  ]);
}

function sharding(random: Random): Draft['spec'] {
  return random.weighted<() => Draft['spec']>([
    [76, () => ({})],
    [3, () => ({ shards: 1 })],
    [1, () => ({ shards: 0 })],
    [7, () => ({ shards: 2 })],
    [5, () => ({ shards: 3 })],
    [4, () => topology(2)],
    [4, () => topology(3)],
  ])();

  function topology(shards: number): Draft['spec'] {
    const values = random.weighted<string[]>([
      [8, ['zone-a', 'zone-b']],
      [1, ['zone-b', 'zone-a']],
      [1, ['zone-c', 'zone-b', 'zone-a']],
    ]);
    return { shards, shardingStrategy: { mode: 'Topology', topology: { values } } };
  }
}

/** The selectors for monitors, in all forms; one kind at least has one, so that the instance is managed. */
function selectors(cluster: Cluster, namespace: string): Draft['spec'] {
  const { random } = cluster;
  const kinds = random.weighted([
    [80, ['serviceMonitor', 'podMonitor']],
    [10, ['serviceMonitor']],
    [10, ['podMonitor']],
  ]);
  return Object.assign(
    {},
    ...kinds.map((kind) => ({
      [`${kind}Selector`]: monitorSelector(random),
      ...namespaceSelectorOf(kind, cluster, namespace),
    })),
  );
}

/** A selector for monitors of a kind. */
export function monitorSelector(random: Random): object {
  return random.weighted<object>([
    [46, {}],
    [20, { matchLabels: { release: 'stack' } }],
    [8, { matchExpressions: [{ key: 'team', operator: 'In', values: ['web', 'data'] }] }],
    [8, { matchExpressions: [{ key: 'release', operator: 'Exists' }] }],
    [8, { matchExpressions: [{ key: 'release', operator: 'NotIn', values: ['other'] }] }],
    [5, { matchExpressions: [{ key: 'example.com/scrape', operator: 'DoesNotExist' }] }],
    [
      5,
      {
        matchLabels: { release: 'stack' },
        matchExpressions: [{ key: 'team', operator: random.one(['Exists', 'DoesNotExist']) }],
      },
    ],
  ]);
}

/** A selector for namespaces of monitors of a kind; none means the own one. */
export function namespaceSelectorOf(
  kind: string,
  { random, namespaces }: Pick<Cluster, 'random' | 'namespaces'>,
  own: string,
): object {
  const name = 'kubernetes.io/metadata.name';
  const selector = random.weighted<object | undefined>([
    [own === 'monitoring' && !namespaces.includes(own) ? 3 : 10, undefined],
    [62, {}],
    [6, { matchLabels: { [name]: random.one(namespaces) } }],
    [6, { matchExpressions: [{ key: name, operator: 'In', values: random.sample(namespaces, 2) }] }],
    [4, { matchExpressions: [{ key: name, operator: 'NotIn', values: [random.one(namespaces)] }] }],
    [3, { matchExpressions: [{ key: 'env', operator: random.one(['Exists', 'DoesNotExist']) }] }],
    [3, { matchLabels: { env: 'prod' } }],
    [2, { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['data'] }] }],
  ]);
  return selector === undefined ? {} : { [`${kind}NamespaceSelector`]: selector };
}

/**
 * All instances of a kind in a namespace share one Service. Where they want different ports for it, the one that the Operator
 * looked at last decides, and that is another one each time.
 */
export function agreeOnServices({ instances }: Cluster): void {
  const first = new Map<string, Draft>();
  for (const instance of instances) {
    const key = `${instance.kind} ${instance.metadata.namespace}`;
    const { portName } = (first.get(key) ?? instance).spec;
    first.set(key, first.get(key) ?? instance);
    if (instance.spec.portName !== portName) {
      instance.spec = { ...instance.spec, portName };
    }
  }
}
