import type { Draft } from './cluster';
import type { Random } from './random';

/** A port as a container declares it. */
export interface DeclaredPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

/** Names that ports have, of containers and of Services; few, so that they meet. */
export const PORT_NAMES = ['http', 'metrics', 'web', 'https', 'admin', 'http-metrics', 'grpc', 'prom'] as const;
export const PORT_NUMBERS = [8080, 9090, 9100, 8443, 8081, 80] as const;

const TCP_PORTS: readonly DeclaredPort[] = [
  { name: 'http', containerPort: 8080 },
  { name: 'metrics', containerPort: 9090 },
  { name: 'web', containerPort: 8080 },
  { name: 'https', containerPort: 8443 },
  { name: 'admin', containerPort: 8081 },
  { name: 'http-metrics', containerPort: 9100 },
  { name: 'prom', containerPort: 9100, protocol: 'TCP' },
  { name: 'grpc', containerPort: 80 },
];

const OTHER_PORTS: readonly DeclaredPort[] = [
  { name: 'dns', containerPort: 5353, protocol: 'UDP' },
  { name: 'metrics', containerPort: 8080, protocol: 'UDP' },
  { name: 'sctp', containerPort: 7000, protocol: 'SCTP' },
];

/** The spec of a pod: containers, some with ports that others have as well. */
export function podSpec(random: Random): Draft['spec'] {
  const count = random.weighted([
    [60, 1],
    [30, 2],
    [10, 3],
  ]);
  const initContainers = [
    ...(random.chance(0.1) ? [container(random, 'prepare', 0.6)] : []),
    ...(random.chance(0.14) ? [{ ...container(random, 'sidecar', 0.9), restartPolicy: 'Always' }] : []),
  ];
  return {
    containers: ['app', 'proxy', 'exporter'].slice(0, count).map((name) => container(random, name, 0.85)),
    ...(initContainers.length === 0 ? {} : { initContainers: random.shuffled(initContainers) }),
  };
}

function container(random: Random, name: string, withPorts: number): Draft['spec'] {
  const ports = random.chance(withPorts) ? portsOf(random) : [];
  const probed = ports.find(({ protocol = 'TCP' }) => protocol === 'TCP');
  return {
    name,
    image: random.one([`example.com/${name}:1.0.0`, `${name}:latest`]),
    ...(ports.length > 0 || random.chance(0.2) ? { ports } : {}),
    ...(probed !== undefined && name !== 'prepare' && random.chance(0.12)
      ? { readinessProbe: { httpGet: probeOf(random, probed) } }
      : {}),
  };
}

function probeOf(random: Random, { name, containerPort }: DeclaredPort): object {
  return {
    path: '/',
    port: name !== undefined && random.chance(0.5) ? name : containerPort,
    ...random.maybe(0.6, () => ({ scheme: random.one(['HTTP', 'HTTPS']) })),
  };
}

/** Ports of one container: of one number and protocol there may be only one, and of one name too. */
function portsOf(random: Random): DeclaredPort[] {
  const wanted = [
    ...random.sample(TCP_PORTS, random.integer(1, 3)),
    ...(random.chance(0.12) ? [random.one(OTHER_PORTS)] : []),
  ];
  const ports: DeclaredPort[] = [];
  for (const { name, ...port } of random.shuffled(wanted)) {
    const named = random.chance(0.85) && !ports.some((other) => other.name === name);
    if (!ports.some((other) => numberOf(other) === numberOf(port))) {
      ports.push(named ? { name, ...port } : port);
    }
  }
  return ports;
}

function numberOf({ containerPort, protocol = 'TCP' }: DeclaredPort): string {
  return `${containerPort} ${protocol}`;
}

/** All ports that the containers of a pod declare, init containers last. */
export function declaredPorts(pods: Draft['spec']): DeclaredPort[] {
  return [...pods.containers, ...(pods.initContainers ?? [])].flatMap(
    ({ ports = [] }: { ports?: DeclaredPort[] }) => ports,
  );
}
