import type { Cluster, Draft } from './cluster';
import { monitorSelector, namespaceSelectorOf } from './instances';
import { monitorLabels } from './monitors';
import { Random } from './random';

/** Choices of their own, so that all other objects of a seed are what they are without these. */
const STREAM = 0x9e3779b1;

type Place = Pick<Cluster, 'random' | 'namespaces'>;

/** Probes with Ingresses, and ScrapeConfigs, in about half of all clusters. */
export function addDirectMonitors(cluster: Cluster): void {
  const random = new Random(Math.imul(cluster.seed, STREAM));
  const place: Place = { random, namespaces: cluster.namespaces };
  if (cluster.namespaces.length === 0 || random.chance(0.5)) {
    return;
  }
  repeat(random.integer(0, 3), () => addIngress(cluster, place));
  repeat(random.integer(0, 3), () => addProbe(cluster, place));
  repeat(random.integer(0, 3), () => addScrapeConfig(cluster, place));
  for (const { metadata, spec } of cluster.instances) {
    // An agent on each node takes PodMonitors alone.
    for (const kind of typeof spec === 'object' && spec?.mode !== 'DaemonSet' ? ['probe', 'scrapeConfig'] : []) {
      if (random.chance(0.8)) {
        const namespaces = namespaceSelectorOf(kind, place, metadata.namespace as string);
        Object.assign(spec, { [`${kind}Selector`]: monitorSelector(random), ...namespaces });
      }
    }
  }
}

function repeat(count: number, make: () => unknown): void {
  Array.from({ length: count }, make);
}

function addIngress(cluster: Cluster, { random, namespaces }: Place): Draft {
  const namespace = random.one(namespaces);
  const path = (text: string) => ({
    path: text,
    pathType: 'Prefix',
    backend: { service: { name: 'web', port: { number: 80 } } },
  });
  const hosts = random.some(['shop.example', 'pay.example', '*.wild.example'], 0.6);
  return cluster.add({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: cluster.name('Ingress', namespace, 'front'),
      namespace,
      labels: { app: random.one(['web', 'api']), ...random.maybe(0.3, () => ({ tier: 'front' })) },
    },
    spec: {
      ...random.maybe(0.4, () => ({ tls: [{ hosts: random.some(['shop.example', '*.example'], 0.6) }] })),
      ...(hosts.length === 0 ? { defaultBackend: { service: { name: 'web', port: { number: 80 } } } } : {}),
      rules: hosts.map((host) => ({
        ...random.maybe(0.9, () => ({ host })),
        ...random.maybe(0.8, () => ({ http: { paths: ['/', ...random.some(['/cart', '/api'], 0.4)].map(path) } })),
      })),
    },
  });
}

function addProbe(cluster: Cluster, { random, namespaces }: Place): Draft {
  const namespace = random.one(namespaces);
  const relabelings = random.maybe(0.3, () => ({ relabelingConfigs: [relabeling(random, '__param_target')] }));
  const listed = {
    staticConfig: {
      static: random.some(['https://shop.example', 'pay.example:443', '10.0.0.1'], 0.7),
      ...random.maybe(0.3, () => ({ labels: { service: 'front', ...random.maybe(0.3, () => ({ job: 'own' })) } })),
      ...relabelings,
    },
  };
  const ingress = {
    ingress: {
      ...random.maybe(0.8, () => ({
        selector: random.chance(0.7)
          ? { matchLabels: { app: random.one(['web', 'api']) } }
          : { matchExpressions: [{ key: 'tier', operator: random.one(['Exists', 'DoesNotExist']) }] },
      })),
      ...random.maybe(0.6, () => ({
        namespaceSelector: random.chance(0.5) ? { any: true } : { matchNames: random.some(namespaces, 0.6) },
      })),
      ...relabelings,
    },
  };
  return cluster.add({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Probe',
    metadata: { name: cluster.name('Probe', namespace, 'site'), namespace, labels: monitorLabels(random) },
    spec: {
      prober: {
        url: random.weighted([
          [9, 'blackbox.shop.svc:9115'],
          [1, 'http://blackbox'],
        ]),
        ...random.maybe(0.2, () => ({ scheme: 'https' })),
        ...random.maybe(0.2, () => ({ path: '/check' })),
      },
      ...random.maybe(0.5, () => ({ module: 'http_2xx' })),
      ...random.maybe(0.3, () => ({ jobName: 'site' })),
      ...timing(random, 'interval'),
      targets: random.weighted<object>([
        [50, listed],
        [40, ingress],
        [5, { ...listed, ...ingress }],
        [5, {}],
      ]),
    },
  });
}

function addScrapeConfig(cluster: Cluster, { random, namespaces }: Place): Draft {
  const namespace = random.one(namespaces);
  return cluster.add({
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'ScrapeConfig',
    metadata: { name: cluster.name('ScrapeConfig', namespace, 'more'), namespace, labels: monitorLabels(random) },
    spec: {
      ...random.maybe(0.3, () => ({ jobName: 'more' })),
      ...random.maybe(0.2, () => ({ metricsPath: '/probe' })),
      ...random.maybe(0.2, () => ({ scheme: random.one(['HTTPS', 'https', 'HTTP']) })),
      ...timing(random, 'scrapeInterval'),
      ...random.maybe(0.6, () => ({
        staticConfigs: [
          {
            targets: random.sample(['db:9187', 'cache', '[2001:db8::1]:80', 'node.example:9100'], 2),
            ...random.maybe(0.3, () => ({ labels: { team: 'data' } })),
          },
        ],
      })),
      ...random.maybe(0.6, () => ({ kubernetesSDConfigs: [kubernetes(random, namespaces)] })),
      ...random.maybe(0.1, () => ({ httpSDConfigs: [{ url: 'http://127.0.0.1:1/targets' }] })),
      ...random.maybe(0.3, () => ({ relabelings: [relabeling(random, '__address__')] })),
    },
  });
}

function kubernetes(random: Random, namespaces: readonly string[]): object {
  const role = random.one(['Pod', 'Service', 'Endpoints', 'EndpointSlice', 'Ingress', 'Node']);
  return {
    role,
    ...random.maybe(role === 'Node' ? 0 : 0.7, () => ({
      namespaces: random.chance(0.7) ? { names: random.some(namespaces, 0.6) } : { ownNamespace: true },
    })),
    ...random.maybe(0.3, () => ({ selectors: [{ role, label: random.one(['app=web', 'app', 'app!=web', '!tier']) }] })),
  };
}

function timing(random: Random, field: string): object {
  return random.maybe(0.3, () => ({ [field]: '20s', scrapeTimeout: random.one(['5s', '20s']) }));
}

function relabeling(random: Random, address: string): object {
  return random.one<object>([
    { action: 'drop', sourceLabels: [address], regex: '.*pay.*' },
    { action: 'keep', sourceLabels: [address], regex: '.*(shop|db).*' },
    { targetLabel: 'job', replacement: 'renamed' },
    { sourceLabels: [address], targetLabel: 'instance', regex: '([^:]+).*', replacement: 'of-$1' },
    { action: 'labeldrop', regex: 'namespace' },
  ]);
}
