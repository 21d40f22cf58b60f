import type { Cluster, Watch } from '../cluster';
import { declaredPorts } from '../containers';
import { secretKey, TOKEN_FILE } from '../credentials';
import { addInstance } from '../instances';
import { addPodMonitor, addServiceMonitor } from '../monitors';
import { addFreshNamespace } from '../namespaces';
import { PROMETHEUS_2 } from '../prometheus-2';
import { addServiceOf } from '../services';
import { addApp, podStatus } from '../workloads';
import {
  endpointsOf,
  type Fault,
  inEndpoint,
  inMonitor,
  isPodMonitor,
  isServiceMonitor,
  spoil,
  withoutAuthentication,
  withoutPort,
} from './fault';

/** Monitors that are taken, and poison a Prometheus or find nothing. */
/** What the Operator lets pass and Prometheus refuses. */
export const REFUSED_FAULTS: readonly Fault[] = [
  inEndpoint('monitor/refused-config', (endpoint, { random }) => {
    const action = random.one(['keepequal', 'dropequal']);
    const rule = { action, sourceLabels: ['__meta_kubernetes_namespace'], targetLabel: 'app' };
    endpoint.relabelings = [...(endpoint.relabelings ?? []), { ...rule, regex: random.one(['(.*)', 'a.*']) }];
  }),
  inMonitor('monitor/refused-config', ({ object: { spec } }) => {
    spec.podTargetLabels = [...(spec.podTargetLabels ?? []), ''];
  }),
];

export const MONITOR_FAULTS: readonly Fault[] = [
  // What poisons a whole instance is rarer than the rest.
  inEndpoint(
    'monitor/authentication-clash',
    (endpoint, cluster, watch) => {
      const { namespace } = watch.object.metadata;
      withoutAuthentication(endpoint);
      endpoint.bearerTokenFile = TOKEN_FILE;
      endpoint.authorization = { credentials: secretKey(cluster, namespace as string, 'token') };
    },
    isServiceMonitor,
  ),
  inEndpoint('monitor/authentication-clash', (endpoint, cluster, watch) => {
    const { random, instances } = cluster;
    const instance = instances.length === 0 ? addInstance(cluster) : random.one(instances);
    instance.spec.scrapeClasses = [{ name: 'guarded', default: true, authorization: { credentialsFile: TOKEN_FILE } }];
    withoutAuthentication(endpoint);
    endpoint.bearerTokenSecret = secretKey(cluster, watch.object.metadata.namespace as string, 'token');
  }),
  inEndpoint('monitor/port-pattern', (endpoint, { random }) => {
    withoutPort(endpoint);
    Object.assign(
      endpoint,
      random.one([{ port: 'web[' }, { port: '(?!http)' }, { targetPort: 'http(' }, { port: '*' }]),
    );
  }),
  inEndpoint('monitor/source-labels', (endpoint, { random, instances }) => {
    const bad = random.one(['', 'with-hyphen', '0digit']);
    if (bad !== '' && instances.length > 0) {
      random.one(instances).spec.version = PROMETHEUS_2;
    }
    endpoint[random.one(['relabelings', 'metricRelabelings'])] = [{ sourceLabels: [bad], targetLabel: 'a' }];
  }),
  inMonitor('monitor/scrape-protocols', ({ object }, { random, instances }) => {
    object.spec.scrapeProtocols = ['PrometheusText1.0.0'];
    if (instances.length > 0) {
      random.one(instances).spec.version = PROMETHEUS_2;
    }
  }),
  inMonitor('monitor/no-endpoints', ({ object: { kind, spec } }, { random }) => {
    if (kind === 'PodMonitor' && random.chance(0.5)) {
      delete spec.podMetricsEndpoints;
    } else {
      spec[kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'] = [];
    }
  }),
  inMonitor('monitor/not-selected', ({ object }, { instances }) => {
    object.metadata.labels = { app: 'lost' };
    for (const { spec } of instances) {
      for (const kind of ['serviceMonitorSelector', 'podMonitorSelector']) {
        if (spec[kind] !== undefined && Object.keys(spec[kind]).length === 0) {
          spec[kind] = { matchLabels: { release: 'stack' } };
        }
      }
    }
  }),
  {
    check: 'monitor/namespace-not-selected',
    plant: (cluster) => {
      const { random, instances, apps } = cluster;
      const watch = spoil(cluster);
      if (watch === undefined || instances.length === 0 || apps.length === 0) {
        return false;
      }
      const { namespace } = watch.object.metadata;
      for (const { metadata, spec } of instances) {
        for (const kind of spec.mode === undefined ? ['serviceMonitor', 'podMonitor'] : ['podMonitor']) {
          if (metadata.namespace !== namespace && random.chance(0.5)) {
            delete spec[`${kind}NamespaceSelector`];
          } else {
            const key = 'kubernetes.io/metadata.name';
            spec[`${kind}NamespaceSelector`] = { matchExpressions: [{ key, operator: 'NotIn', values: [namespace] }] };
          }
        }
      }
      return true;
    },
  },
  {
    check: 'monitor/other-namespace',
    plant: (cluster) => moveAway(cluster) !== undefined,
  },
  {
    check: 'monitor/namespace-selector-ignored',
    plant: (cluster) => {
      const watch = moveAway(cluster);
      for (const { spec } of watch === undefined ? [] : cluster.instances) {
        spec.ignoreNamespaceSelectors = true;
      }
      if (watch !== undefined) {
        watch.object.spec.namespaceSelector = { any: true };
      }
      return watch !== undefined;
    },
  },
  inMonitor('monitor/selects-nothing', ({ object }, { random }) => {
    object.spec.selector = random.one<object>([
      { matchLabels: { app: 'no-such-app' } },
      { matchExpressions: [{ key: 'no-such-key', operator: 'Exists' }] },
      { matchExpressions: [{ key: 'app', operator: 'In', values: ['apis', 'carts'] }] },
    ]);
  }),
  inMonitor('monitor/selects-nothing', ({ object: { spec } }, cluster) => {
    spec.namespaceSelector = {
      matchNames: [cluster.random.chance(0.5) ? 'no-such-namespace' : addFreshNamespace(cluster)],
    };
    spec.selector = { matchLabels: { app: 'no-such-app' } };
  }),
  inMonitor(
    'monitor/selects-pod-labels',
    ({ object: { spec }, front, app }) => {
      spec.selector = { matchLabels: { ...app?.labels } };
      if (front !== undefined) {
        front.object.metadata.labels = { service: front.object.metadata.name };
      }
    },
    (watch) => isServiceMonitor(watch) && watch.app !== undefined,
  ),
  inEndpoint(
    'monitor/port-exists',
    (endpoint, { random }) => {
      withoutPort(endpoint);
      endpoint.port = random.one(['metric', '8080', 'httpx', 'Metrics']);
    },
    isServiceMonitor,
  ),
  inEndpoint(
    'monitor/target-port-exists',
    (endpoint, { random }) => {
      withoutPort(endpoint);
      endpoint.targetPort = random.one<string | number>(['8080', 'metric', 4711, 'no-such-port', 443]);
    },
    isServiceMonitor,
  ),
  inEndpoint(
    'monitor/pod-port-exists',
    (endpoint, { random }) => {
      withoutPort(endpoint);
      Object.assign(endpoint, random.one<object>([{ port: 'metric' }, { portNumber: 4711 }, { port: '8080' }]));
    },
    isPodMonitor,
  ),
  inEndpoint('monitor/relabeled-away', (endpoint, { random }) => {
    endpoint.relabelings = [
      random.one<object>([
        { action: 'keep', sourceLabels: ['__meta_kubernetes_namespace'], regex: 'no-such-namespace' },
        { action: 'drop', sourceLabels: ['__meta_kubernetes_namespace'] },
        { action: 'keepequal', sourceLabels: ['__meta_kubernetes_namespace'], targetLabel: 'no_such_label' },
        { action: 'Drop', regex: '' },
        { action: 'drop', sourceLabels: ['namespace'], regex: '.+' },
      ]),
    ];
  }),
  inEndpoint('monitor/unusable-target', (endpoint, { random }) => {
    endpoint.relabelings = [
      random.one<object>([
        { targetLabel: '__address__', replacement: '' },
        { targetLabel: '__address__', replacement: 'host/path' },
        { action: 'labeldrop', regex: '__address__' },
        { action: 'labelkeep', regex: 'job|namespace' },
        { targetLabel: '__scrape_interval__', replacement: 'often' },
        { targetLabel: '__scrape_timeout__', replacement: '1h' },
        { targetLabel: '__scrape_interval__', replacement: '0s' },
      ]),
    ];
  }),
  {
    check: 'monitor/pods-ended',
    plant: (cluster) => ofPod(cluster, cluster.random.one(['succeeded', 'failed'] as const)),
  },
  { check: 'monitor/no-address', plant: (cluster) => ofPod(cluster, 'pending') },
  {
    check: 'monitor/no-zone',
    plant: (cluster) => {
      const { random } = cluster;
      const form = random.one(['Endpoints', 'slices', 'Endpoints and slices'] as const);
      const front = addServiceOf(cluster, random.one(cluster.namespaces), 'no selector', form);
      const watch = addServiceMonitor(cluster, front);
      watch.object.spec.selector = { matchLabels: { ...front.object.metadata.labels } };
      const instance = addInstance(cluster);
      Object.assign(instance.spec, {
        serviceMonitorSelector: {},
        serviceMonitorNamespaceSelector: {},
        shards: random.one([2, 3, 4]),
        shardingStrategy: { mode: 'Topology', topology: { values: ['zone-a', 'zone-b'] } },
      });
      return true;
    },
  },
  inEndpoint('monitor/honor-labels', (endpoint, { instances }) => {
    endpoint.honorLabels = true;
    for (const { spec } of instances) {
      spec.overrideHonorLabels = true;
    }
  }),
  {
    check: 'monitor/init-container-port',
    plant: (cluster) => {
      const app = cluster.apps.find(({ pods }) => declaredPorts({ containers: pods.initContainers ?? [] }).length > 0);
      if (app === undefined) {
        return false;
      }
      const watch = addPodMonitor(cluster, app);
      for (const endpoint of endpointsOf(watch)) {
        withoutPort(endpoint);
      }
      return true;
    },
  },
  inMonitor('monitor/target-limit', ({ object, app }) => {
    object.spec.targetLimit = 1;
    if (app?.object.spec.replicas !== undefined) {
      app.object.spec.replicas = 3;
    }
  }),
  inMonitor('monitor/dropped-field', ({ object }, { random, instances }) => {
    object.spec.fallbackScrapeProtocol = 'PrometheusText0.0.4';
    if (instances.length > 0) {
      random.one(instances).spec.version = PROMETHEUS_2;
    }
  }),
];

/** Moves a monitor to a namespace from which it does not reach what it was written for. */
function moveAway(cluster: Cluster): Watch | undefined {
  const watch = spoil(cluster, ({ front, app }) => (front ?? app) !== undefined);
  if (watch === undefined) {
    return undefined;
  }
  const { object, front, app } = watch;
  const home = (front?.object ?? app?.object)?.metadata.namespace;
  const others = cluster.namespaces.filter((namespace) => namespace !== home);
  const namespace = others.length > 0 ? cluster.random.one(others) : addFreshNamespace(cluster);
  cluster.remove(object);
  object.metadata.namespace = namespace;
  object.metadata.name = cluster.name(object.kind, namespace, object.metadata.name);
  object.spec.selector = { matchLabels: { ...(front === undefined ? app?.labels : front.object.metadata.labels) } };
  cluster.add(object);
  delete object.spec.namespaceSelector;
  return watch;
}

/** A PodMonitor of one Pod that is in such a state. */
function ofPod(cluster: Cluster, state: Parameters<typeof podStatus>[1]): boolean {
  const { random } = cluster;
  const app = addApp(cluster, random.one(cluster.namespaces), 'Pod');
  app.object.status = { ...podStatus(cluster, state) };
  if (state === 'pending') {
    app.object.status = { phase: 'Pending' };
  }
  const { object } = addPodMonitor(cluster, app);
  object.spec.selector = { matchLabels: { app: app.name } };
  return true;
}
