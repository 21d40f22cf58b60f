import type { App, Cluster, Draft, Front } from './cluster';
import { type DeclaredPort, declaredPorts, PORT_NAMES, PORT_NUMBERS } from './containers';
import { authentication, proxy, tls } from './credentials';
import type { Random } from './random';
import { metricRelabelings, relabelings } from './relabelings';

/** What an endpoint is written for. */
export type Aim =
  | { readonly kind: 'ServiceMonitor'; readonly front: Front }
  | { readonly kind: 'PodMonitor'; readonly app: App };

/** One endpoint of a monitor: a port in some form, and whatever else there is to say. */
export function endpoint(cluster: Cluster, namespace: string, aim: Aim): Draft['spec'] {
  const { random } = cluster;
  const files = aim.kind === 'ServiceMonitor';
  return {
    ...(aim.kind === 'ServiceMonitor' ? portOfService(random, aim.front) : portOfPod(random, aim.app)),
    ...random.maybe(0.18, () => ({
      path: random.one([
        '/stats',
        '/metrics/detail',
        'metrics',
        '/actuator/prometheus',
        '/federate?x=y',
        '/a b',
        '/ä',
        '/%41',
      ]),
    })),
    ...random.maybe(0.2, () => ({ scheme: random.one(['http', 'https', 'HTTP', 'HTTPS']) })),
    ...random.maybe(0.08, () => ({ params: random.one(PARAMS) })),
    ...timing(random),
    ...random.maybe(0.14, () => ({ honorLabels: random.chance(0.8) })),
    ...random.maybe(0.08, () => ({ honorTimestamps: random.chance(0.5) })),
    ...random.maybe(0.12, () => ({ filterRunning: random.chance(0.3) })),
    ...random.maybe(0.4, () => ({ relabelings: relabelings(random, aim.kind) })),
    ...random.maybe(0.15, () => ({ metricRelabelings: metricRelabelings(random) })),
    ...random.maybe(0.1, () => authentication(cluster, namespace, files)),
    ...random.maybe(0.12, () => ({ tlsConfig: tls(cluster, namespace, files) })),
    ...random.maybe(0.04, () => proxy(cluster, namespace)),
    ...random.maybe(0.05, () => ({ followRedirects: random.chance(0.5) })),
    ...random.maybe(0.05, () => ({ enableHttp2: random.chance(0.5) })),
    ...random.maybe(0.03, () => ({ trackTimestampsStaleness: true })),
  };
}

const PARAMS: readonly { [name: string]: string[] }[] = [
  { format: ['prometheus'] },
  { a: ['1', '2'], b: [''] },
  { 'match[]': ['{job="api"}', 'up'] },
  { module: ['http_2xx'], target: ['a b&c=d'] },
  { empty: [] },
];

/** Every form in which an endpoint of a ServiceMonitor asks for a port. */
function portOfService(random: Random, { object, app }: Front): Draft['spec'] {
  const names: string[] = (object.spec.ports ?? []).flatMap(({ name }: { name?: string }) => name ?? []);
  const declared = app === undefined ? [] : declaredPorts(app.pods);
  const name = names.length === 0 || random.chance(0.04) ? random.one(PORT_NAMES) : random.one(names);
  return random.weighted<() => Draft['spec']>([
    [50, () => ({ port: name })],
    [4, () => ({ port: pattern(random, name) })],
    [13, () => ({ targetPort: declaredName(random, declared) })],
    [13, () => ({ targetPort: declaredNumber(random, declared) })],
    [3, () => ({ port: name, targetPort: declaredNumber(random, declared) })],
    [1, () => ({ targetPort: String(declaredNumber(random, declared)) })],
    [1, () => ({ port: '' })],
    [1, () => ({ targetPort: 0 })],
    [12, () => ({})],
  ])();
}

/** The same of a PodMonitor. */
function portOfPod(random: Random, { pods }: App): Draft['spec'] {
  const declared = declaredPorts(pods);
  return random.weighted<() => Draft['spec']>([
    [44, () => ({ port: declaredName(random, declared) })],
    [4, () => ({ port: pattern(random, declaredName(random, declared)) })],
    [17, () => ({ portNumber: declaredNumber(random, declared) })],
    [9, () => ({ targetPort: declaredName(random, declared) })],
    [9, () => ({ targetPort: declaredNumber(random, declared) })],
    [3, () => ({ portNumber: declaredNumber(random, declared), targetPort: declaredName(random, declared) })],
    [2, () => ({ port: declaredName(random, declared), portNumber: declaredNumber(random, declared) })],
    [12, () => ({})],
  ])();
}

/** A name that is a regular expression, too, and takes the one that is meant, or nothing. */
function pattern(random: Random, name: string): string {
  return random.one([
    `${name}|other`,
    `${name.slice(0, 2)}.*`,
    '.+',
    `(?i)${name.toUpperCase()}`,
    `${name.slice(0, -1)}.`,
    '[a-z-]+',
  ]);
}

function declaredName(random: Random, declared: readonly DeclaredPort[]): string {
  const names = declared.flatMap(({ name }) => name ?? []);
  return names.length === 0 || random.chance(0.04) ? random.one(PORT_NAMES) : random.one(names);
}

function declaredNumber(random: Random, declared: readonly DeclaredPort[]): number {
  return declared.length === 0 || random.chance(0.04) ? random.one(PORT_NUMBERS) : random.one(declared).containerPort;
}

/** Times that every Prometheus takes. */
function timing(random: Random): Draft['spec'] {
  return random.weighted<() => Draft['spec']>([
    [70, () => ({})],
    [
      14,
      () => ({ interval: random.one(['15s', '1m', '90s', '1m30s', '120m', '1d', '7d', '', '500ms', '1500ms', '0s']) }),
    ],
    [8, () => ({ interval: random.one(['30s', '1m']), scrapeTimeout: random.one(['10s', '30s', '']) })],
    [8, () => ({ scrapeTimeout: random.one(['5s', '2s500ms', '1000ms', '']) })],
  ])();
}
