import { type App, type Cluster, type Draft, type Labels, numbered } from './cluster';
import { podSpec } from './containers';
import type { Random } from './random';

const NAMES = ['api', 'cart', 'search', 'db', 'cache', 'worker', 'front'];

type Kind = keyof typeof KINDS | 'Pod';

const COMMON = { apiVersion: 'apps/v1', restartPolicy: undefined };
const KINDS = {
  Deployment: COMMON,
  StatefulSet: COMMON,
  DaemonSet: COMMON,
  ReplicaSet: COMMON,
  ReplicationController: { apiVersion: 'v1', restartPolicy: undefined },
  Job: { apiVersion: 'batch/v1', restartPolicy: 'Never' },
  CronJob: { apiVersion: 'batch/v1', restartPolicy: 'OnFailure' },
};

/** One to four workloads in most namespaces. */
export function addWorkloads(cluster: Cluster): void {
  const { random } = cluster;
  for (const namespace of cluster.namespaces) {
    const count = random.weighted([
      [namespace === cluster.namespaces[0] ? 0 : 12, 0],
      [38, 1],
      [32, 2],
      [13, 3],
      [5, 4],
    ]);
    for (let i = 0; i < count; i++) {
      addApp(cluster, namespace, kindOf(random));
    }
  }
}

function kindOf(random: Random): Kind {
  return random.weighted([
    [36, 'Deployment'],
    [12, 'StatefulSet'],
    [9, 'DaemonSet'],
    [5, 'ReplicaSet'],
    [3, 'ReplicationController'],
    [6, 'Job'],
    [6, 'CronJob'],
    [23, 'Pod'],
  ] as const);
}

/** A workload or a bare Pod, with labels that none of its namespace shares altogether. */
export function addApp(cluster: Cluster, namespace: string, kind: Kind): App {
  const { random } = cluster;
  const wanted = random.one(NAMES);
  const name = nameOf(cluster, namespace, wanted);
  const labels = podLabels(random, name);
  const pods = podSpec(random);
  const metadata = { name, namespace, ...random.maybe(0.3, () => ({ labels: { app: name } })) };
  const object = cluster.add(
    kind === 'Pod'
      ? {
          apiVersion: 'v1',
          kind,
          metadata: { ...podMetadata(random, labels), ...metadata, labels },
          spec: pods,
          ...statusOf(cluster),
        }
      : { apiVersion: KINDS[kind].apiVersion, kind, metadata, spec: workloadSpec(random, kind, name, labels, pods) },
  );
  const app = { object, namespace, name, labels, pods };
  cluster.apps.push(app);
  return app;
}

/** Names are shared by no two workloads of a namespace, since their labels are made of them. */
function nameOf(cluster: Cluster, namespace: string, wanted: string): string {
  const taken = new Set(cluster.apps.filter((app) => app.namespace === namespace).map(({ name }) => name));
  const free = [wanted, ...NAMES].find((name) => !taken.has(name));
  return free ?? numbered(wanted, taken.size);
}

/** Labels with all that a key or a value may be made of. */
function podLabels(random: Random, name: string): Labels {
  return {
    app: name,
    ...random.maybe(0.3, () => ({ 'app.kubernetes.io/name': name })),
    ...random.maybe(0.3, () => ({ tier: random.one(['backend', 'frontend']) })),
    ...random.maybe(0.2, () => ({ version: random.one(['1.2.3', '1x2x3', 'v2', '']) })),
    ...random.maybe(0.1, () => ({ 'my.label': 'same', 'my-label': 'same' })),
    ...random.maybe(0.1, () => ({ Team_Name: random.one(['Web_1', 'DATA.2']) })),
  };
}

function podMetadata(random: Random, labels: Labels): { labels: Labels; annotations?: Labels } {
  return {
    labels: { ...labels },
    ...random.maybe(0.12, () => ({ annotations: scrapeAnnotations(random) })),
  };
}

/** What people wrote before there were monitors. */
export function scrapeAnnotations(random: Random): Labels {
  return {
    'prometheus.io/scrape': random.weighted([
      [5, 'true'],
      [1, 'false'],
    ]),
    ...random.maybe(0.5, () => ({ 'prometheus.io/port': random.one(['8080', '9090', '9999']) })),
    ...random.maybe(0.5, () => ({ 'prometheus.io/path': random.one(['/metrics', '/stats']) })),
    ...random.maybe(0.3, () => ({ 'prometheus.io/scheme': random.one(['http', 'https']) })),
  };
}

function workloadSpec(
  random: Random,
  kind: Exclude<Kind, 'Pod'>,
  name: string,
  labels: Labels,
  pods: Draft['spec'],
): object {
  const { restartPolicy } = KINDS[kind];
  const template = {
    metadata: podMetadata(random, labels),
    spec: { ...pods, ...(restartPolicy === undefined ? {} : { restartPolicy }) },
  };
  // Some have labels that the selector does not ask for.
  const matchLabels = random.chance(0.7) ? { app: name } : labels;
  const replicas = random.maybe(0.3, () => ({ replicas: random.integer(1, 3) }));
  switch (kind) {
    case 'Job':
      return { ...random.maybe(0.2, () => ({ parallelism: 2, completions: 2 })), template };
    case 'CronJob':
      return { schedule: '0 3 * * *', jobTemplate: { spec: { template } } };
    case 'ReplicationController':
      return { ...replicas, selector: matchLabels, template };
    case 'StatefulSet':
      return { ...replicas, serviceName: name, selector: { matchLabels }, template };
    case 'DaemonSet':
      return { selector: { matchLabels }, template };
    default:
      return { ...replicas, selector: { matchLabels }, template };
  }
}

/** The status of a bare Pod; without one it runs like any other. */
function statusOf(cluster: Cluster): { status?: object } {
  const { random } = cluster;
  const kind = random.weighted([
    [30, 'none'],
    [25, 'ready'],
    [12, 'not ready'],
    [12, 'pending'],
    [11, 'succeeded'],
    [10, 'failed'],
  ] as const);
  if (kind === 'none') {
    return {};
  }
  return { status: podStatus(cluster, kind) };
}

/** A status as a kubelet writes it. */
export function podStatus(cluster: Cluster, kind: 'ready' | 'not ready' | 'pending' | 'succeeded' | 'failed'): object {
  const { random } = cluster;
  const phase = {
    ready: 'Running',
    'not ready': 'Running',
    pending: 'Pending',
    succeeded: 'Succeeded',
    failed: 'Failed',
  }[kind];
  const placed = kind === 'pending' ? random.chance(0.2) : kind === 'failed' ? random.chance(0.6) : true;
  const podIP = cluster.address();
  return {
    phase,
    ...(placed ? { podIP, podIPs: [{ ip: podIP }] } : {}),
    ...(placed || random.chance(0.5)
      ? { conditions: [{ type: 'Ready', status: kind === 'ready' ? 'True' : 'False' }] }
      : {}),
  };
}
