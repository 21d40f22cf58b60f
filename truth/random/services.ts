import type { App, Cluster, Draft, Front, Labels } from './cluster';
import { type DeclaredPort, declaredPorts, PORT_NAMES, PORT_NUMBERS } from './containers';
import { addEndpoints, type EndpointsForm } from './endpoints';
import type { Random } from './random';
import { scrapeAnnotations } from './workloads';

type Kind = 'ClusterIP' | 'headless' | 'NodePort' | 'LoadBalancer' | 'ExternalName' | 'no selector';

/** Services before most workloads, several before some, and some before nothing. */
export function addServices(cluster: Cluster): void {
  const { random } = cluster;
  for (const app of cluster.apps) {
    const count = random.weighted([
      [25, 0],
      [55, 1],
      [15, 2],
      [5, 3],
    ]);
    for (let i = 0; i < count; i++) {
      addService(cluster, app, kindOf(random));
    }
  }
  for (const namespace of cluster.namespaces) {
    if (random.chance(0.12)) {
      addServiceOf(cluster, namespace, random.one(['no selector', 'ExternalName'] as const));
    }
  }
}

function kindOf(random: Random): Kind {
  return random.weighted([
    [48, 'ClusterIP'],
    [20, 'headless'],
    [10, 'NodePort'],
    [8, 'LoadBalancer'],
    [4, 'ExternalName'],
    [10, 'no selector'],
  ] as const);
}

/** A Service before the pods of a workload; of one without a selector somebody may write the endpoints. */
export function addService(cluster: Cluster, app: App, kind: Kind): Front {
  const { random } = cluster;
  const name = cluster.name('Service', app.namespace, app.name);
  const ports = servicePorts(random, app);
  const spec = {
    ...typeOf(random, kind),
    ...(kind === 'no selector' || kind === 'ExternalName' ? {} : { selector: selectorOf(random, app) }),
    ...(kind === 'headless' && random.chance(0.08) ? {} : { ports }),
    ...random.maybe(0.1, () => ({ publishNotReadyAddresses: random.chance(0.8) })),
  };
  const object = cluster.add({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: app.namespace,
      ...random.maybe(0.92, () => ({ labels: labelsOf(random, app) })),
      ...random.maybe(0.1, () => ({ annotations: scrapeAnnotations(random) })),
    },
    spec,
  });
  const front = { object, app: kind === 'ExternalName' ? undefined : app };
  cluster.fronts.push(front);
  if (kind === 'no selector') {
    addEndpoints(cluster, front);
  }
  return front;
}

/** A Service that stands before no workload. */
export function addServiceOf(
  cluster: Cluster,
  namespace: string,
  kind: 'no selector' | 'ExternalName',
  endpoints?: EndpointsForm,
): Front {
  const { random } = cluster;
  const name = cluster.name('Service', namespace, random.one(['outside', 'legacy']));
  const object = cluster.add({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: { app: name, ...random.maybe(0.3, () => ({ tier: 'backend' })) } },
    spec: {
      ...typeOf(random, kind),
      ports: uniquePorts([{ name: 'metrics', port: 9090 }, ...random.some([{ name: 'http', port: 80 }])]),
    },
  });
  const front = { object, app: undefined };
  cluster.fronts.push(front);
  if (kind === 'no selector') {
    addEndpoints(cluster, front, endpoints);
  }
  return front;
}

function typeOf(random: Random, kind: Kind): object {
  switch (kind) {
    case 'headless':
      return { clusterIP: 'None' };
    case 'NodePort':
    case 'LoadBalancer':
      return { type: kind };
    case 'ExternalName':
      return { type: kind, externalName: 'db.example.com' };
    default:
      return random.maybe(0.3, () => ({ type: 'ClusterIP' }));
  }
}

function selectorOf(random: Random, { name, labels }: App): Labels {
  return random.weighted<Labels>([
    [60, { app: name }],
    [30, labels],
    [10, Object.fromEntries(random.sample(Object.entries(labels), 1))],
  ]);
}

/** Labels of a Service: those of its pods, some of them, or others. */
function labelsOf(random: Random, { name, labels }: App): Labels {
  const own = random.weighted<Labels>([
    [50, { app: name }],
    [25, labels],
    [15, { service: name }],
    [10, {}],
  ]);
  return {
    ...own,
    ...random.maybe(0.25, () => ({ tier: random.one(['backend', 'frontend']) })),
    ...random.maybe(0.15, () => ({ version: random.one(['1.2.3', '1x2x3', '']) })),
    ...random.maybe(0.06, () => ({ 'my.label': 'same', 'my-label': 'same' })),
  };
}

/** Ports of a Service, which lead to ports of containers in any way that there is. */
function servicePorts(random: Random, app: App): Draft['spec'][] {
  const declared = declaredPorts(app.pods);
  const some = declared.length === 0 ? [undefined] : random.sample(declared, random.integer(1, 3));
  const ports = uniquePorts(some.map((port) => servicePort(random, port)));
  const [only] = ports;
  if (ports.length === 1 && random.chance(0.12)) {
    const { name, ...nameless } = only;
    return [nameless];
  }
  return ports;
}

function servicePort(random: Random, declared: DeclaredPort | undefined): Draft['spec'] {
  const protocol = random.chance(0.95) ? declared?.protocol : random.one(['UDP', 'SCTP', 'TCP']);
  const number = declared?.containerPort ?? random.one(PORT_NUMBERS);
  const named = declared?.name;
  const targetPort = random.weighted<number | string | undefined>([
    [45, named ?? number],
    [25, number],
    [15, undefined],
    [8, random.one(PORT_NAMES)],
    [7, random.one(PORT_NUMBERS)],
  ]);
  return {
    name: random.weighted<string>([
      [60, named ?? 'metrics'],
      [35, random.one(PORT_NAMES)],
      [5, 'a-name-longer-than-those-of-containers'],
    ]),
    port: targetPort === undefined || random.chance(0.4) ? number : random.one([80, 443, 8000, 9090]),
    ...(targetPort === undefined ? {} : { targetPort }),
    ...(protocol === undefined ? {} : { protocol }),
    ...random.maybe(0.07, () => ({ appProtocol: random.one(['http', 'https', 'kubernetes.io/h2c']) })),
  };
}

/** Of one name, and of one number and protocol, a Service has one port at most. */
function uniquePorts(ports: readonly Draft['spec'][]): Draft['spec'][] {
  const unique: Draft['spec'][] = [];
  for (const port of ports) {
    const taken = unique.some(
      (other) =>
        other.name === port.name ||
        (other.port === port.port && (other.protocol ?? 'TCP') === (port.protocol ?? 'TCP')),
    );
    if (!taken) {
      unique.push(port);
    }
  }
  return unique;
}
