import type { Cluster, Draft, Front } from './cluster';
import type { Random } from './random';

/** In which form people write endpoints, if they do. */
export type EndpointsForm =
  | 'none'
  | 'Endpoints'
  | 'not mirrored'
  | 'slices'
  | 'Endpoints and slices'
  | 'empty'
  | 'lone';

/** Endpoints that somebody wrote by hand, for a Service without a selector. */
export function addEndpoints(cluster: Cluster, front: Front, form: EndpointsForm = formOf(cluster.random)): void {
  switch (form) {
    case 'Endpoints':
      addEndpointsObject(cluster, front, {});
      break;
    case 'not mirrored':
      addEndpointsObject(cluster, front, { 'endpointslice.kubernetes.io/skip-mirror': 'true' });
      break;
    case 'slices':
      addSlice(cluster, front);
      break;
    case 'Endpoints and slices':
      addEndpointsObject(cluster, front, {});
      addSlice(cluster, front);
      break;
    case 'empty':
      addEmpty(cluster, front);
      break;
    case 'lone':
      addLone(cluster, front);
      break;
    default:
  }
}

function formOf(random: Random): EndpointsForm {
  return random.weighted<EndpointsForm>([
    [14, 'none'],
    [36, 'Endpoints'],
    [9, 'not mirrored'],
    [24, 'slices'],
    [5, 'Endpoints and slices'],
    [6, 'empty'],
    [6, 'lone'],
  ]);
}

function addEndpointsObject(cluster: Cluster, { object }: Front, labels: { [key: string]: string }): void {
  const { random } = cluster;
  const { name, namespace } = object.metadata;
  const own = { ...labels, ...(random.chance(0.4) ? object.metadata.labels : {}) };
  const subset = {
    addresses: [addressOf(cluster, object), ...(random.chance(0.3) ? [addressOf(cluster, object)] : [])],
    ...random.maybe(0.2, () => ({ notReadyAddresses: [{ ip: cluster.address() }] })),
    ports: portsOf(random, object),
  };
  cluster.add({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name, namespace, ...(Object.keys(own).length === 0 ? {} : { labels: own }) },
    subsets: [subset],
  });
}

/** An address of nobody, or of a bare Pod. */
function addressOf(cluster: Cluster, { metadata: { namespace } }: Draft): Draft['spec'] {
  const { random } = cluster;
  const pods = cluster.apps.filter(
    ({ object }) =>
      object.kind === 'Pod' && object.metadata.namespace === namespace && object.status?.podIP !== undefined,
  );
  if (pods.length > 0 && random.chance(0.5)) {
    const { object } = random.one(pods);
    return { ip: object.status.podIP, targetRef: { kind: 'Pod', name: object.metadata.name, namespace } };
  }
  return { ip: cluster.address(), ...random.maybe(0.2, () => ({ hostname: random.one(['one', 'two']) })) };
}

function addSlice(cluster: Cluster, { object }: Front): void {
  const { random } = cluster;
  const { name, namespace, labels } = object.metadata;
  const isName = random.chance(0.1);
  const { ip, hostname, targetRef } = addressOf(cluster, object);
  cluster.add({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: cluster.name('EndpointSlice', namespace, `${name}-by-hand`),
      namespace,
      labels: {
        ...(random.chance(0.4) ? labels : {}),
        ...(random.chance(0.93) ? { 'kubernetes.io/service-name': name } : {}),
        ...random.maybe(0.5, () => ({ 'endpointslice.kubernetes.io/managed-by': 'people.example.com' })),
      },
    },
    addressType: isName ? 'FQDN' : 'IPv4',
    endpoints: [
      {
        addresses: [isName ? 'metrics.example.com' : ip],
        ...random.maybe(0.6, () => ({ conditions: { ready: random.chance(0.8) } })),
        ...(hostname === undefined ? {} : { hostname }),
        ...(targetRef === undefined || isName ? {} : { targetRef }),
        ...random.maybe(0.25, () => ({ zone: random.one(['zone-a', 'zone-b', 'zone-c']) })),
      },
    ],
    ports: portsOf(random, object),
  });
}

/** Ports by hand: those of the Service, which may be called otherwise. */
function portsOf(random: Random, { spec }: Draft): Draft['spec'][] {
  const ports: Draft['spec'][] = (spec.ports ?? []).map(({ name, port, targetPort, protocol }: Draft['spec']) => ({
    ...(name === undefined ? {} : { name: random.chance(0.9) ? name : 'renamed' }),
    port: typeof targetPort === 'number' ? targetPort : port,
    ...(protocol === undefined ? {} : { protocol }),
  }));
  const unique = ports.filter(({ name }, i) => ports.findIndex((other) => other.name === name) === i);
  return unique.filter(
    ({ port, protocol }, i) =>
      unique.findIndex((other) => other.port === port && (other.protocol ?? 'TCP') === (protocol ?? 'TCP')) === i,
  );
}

function addEmpty(cluster: Cluster, { object: { metadata } }: Front): void {
  cluster.add({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name: metadata.name, namespace: metadata.namespace },
    subsets: [],
  });
}

/** Endpoints that no Service has the name of. */
function addLone(cluster: Cluster, { object }: Front): void {
  const { namespace } = object.metadata;
  cluster.add({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name: cluster.name('Endpoints', namespace, `old-${object.metadata.name}`), namespace },
    subsets: [{ addresses: [{ ip: cluster.address() }], ports: portsOf(cluster.random, object) }],
  });
}
