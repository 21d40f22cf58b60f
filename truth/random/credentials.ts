import { CERTIFICATE, OTHER_PRIVATE_KEY, PRIVATE_KEY } from './certificates';
import type { Cluster, Draft } from './cluster';
import type { Random } from './random';

/** Files that the pods of a Prometheus have anyway. */
export const CA_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt';
export const TOKEN_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** A key of a Secret or ConfigMap. */
export interface KeyReference {
  readonly name: string;
  readonly key: string;
}

const DATA = {
  username: 'scraper',
  password: 'not-a-secret',
  token: 'not-a-token',
  'ca.crt': CERTIFICATE,
  'tls.crt': CERTIFICATE,
  'tls.key': PRIVATE_KEY,
  'other.key': OTHER_PRIVATE_KEY,
  text: 'no certificate',
};

/** A key of the Secret that holds all credentials of a namespace, which is made when it is first asked for. */
export function secretKey(cluster: Cluster, namespace: string, key: keyof typeof DATA): KeyReference {
  const name = 'credentials';
  if (cluster.find('Secret', namespace, name) === undefined) {
    const plain = cluster.random.chance(0.5);
    const data = Object.entries(DATA).map(([one, text]) => [one, plain ? text : Buffer.from(text).toString('base64')]);
    cluster.add({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      [plain ? 'stringData' : 'data']: Object.fromEntries(data),
    });
  }
  return { name, key };
}

/** The same in a ConfigMap. */
export function configMapKey(
  cluster: Cluster,
  namespace: string,
  key: 'client-id' | 'ca.crt' | 'tls.crt',
): KeyReference {
  const name = 'settings';
  if (cluster.find('ConfigMap', namespace, name) === undefined) {
    cluster.add({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace },
      data: { 'client-id': 'scraper', 'ca.crt': CERTIFICATE, 'tls.crt': CERTIFICATE },
    });
  }
  return { name, key };
}

/** A way to authenticate, none of which contradicts itself. */
export function authentication(cluster: Cluster, namespace: string, files: boolean): Draft['spec'] {
  const { random } = cluster;
  const secret = (key: keyof typeof DATA): KeyReference => secretKey(cluster, namespace, key);
  return random.weighted<() => Draft['spec']>([
    [5, () => ({ basicAuth: { username: secret('username'), password: secret('password') } })],
    [5, () => ({ authorization: { ...authorizationType(random), credentials: secret('token') } })],
    [4, () => ({ bearerTokenSecret: secret('token') })],
    [4, () => ({ oauth2: oauth2(cluster, namespace) })],
    [files ? 2 : 0, () => ({ bearerTokenFile: TOKEN_FILE })],
  ])();
}

function authorizationType(random: Random): { type?: string } {
  return random.weighted<{ type?: string }>([
    [3, {}],
    [2, { type: 'Bearer' }],
    [1, { type: 'Token' }],
  ]);
}

export function oauth2(cluster: Cluster, namespace: string): Draft['spec'] {
  const { random } = cluster;
  return {
    clientId: random.chance(0.5)
      ? { secret: secretKey(cluster, namespace, 'username') }
      : { configMap: configMapKey(cluster, namespace, 'client-id') },
    clientSecret: secretKey(cluster, namespace, 'password'),
    tokenUrl: 'http://tokens.example.com/token',
    ...random.maybe(0.3, () => ({ scopes: ['metrics'] })),
    ...random.maybe(0.15, () => ({ tlsConfig: { insecureSkipVerify: true } })),
  };
}

/** TLS settings, none of which contradict each other. */
export function tls(cluster: Cluster, namespace: string, files: boolean): Draft['spec'] {
  const { random } = cluster;
  return {
    ...random.maybe(0.5, () => ({ insecureSkipVerify: random.chance(0.8) })),
    ...random.maybe(0.3, () => ({ serverName: 'app.example.com' })),
    ...random.maybe(0.35, () =>
      files && random.chance(0.3)
        ? { caFile: CA_FILE }
        : {
            ca: random.chance(0.5)
              ? { secret: secretKey(cluster, namespace, 'ca.crt') }
              : { configMap: configMapKey(cluster, namespace, 'ca.crt') },
          },
    ),
    ...random.maybe(0.2, () => ({
      cert: { secret: secretKey(cluster, namespace, 'tls.crt') },
      keySecret: secretKey(cluster, namespace, 'tls.key'),
    })),
    ...random.maybe(0.2, () => ({
      minVersion: 'TLS12',
      ...random.maybe(0.5, () => ({ maxVersion: random.one(['TLS12', 'TLS13']) })),
    })),
  };
}

/** Proxy settings that go together. */
export function proxy(cluster: Cluster, namespace: string): Draft['spec'] {
  const { random } = cluster;
  return random.one<() => Draft['spec']>([
    () => ({ proxyUrl: 'http://proxy.example.com:3128' }),
    () => ({ proxyUrl: 'http://proxy.example.com:3128', noProxy: 'localhost,.svc' }),
    () => ({ proxyFromEnvironment: true }),
    () => ({
      proxyUrl: 'http://proxy.example.com:3128',
      proxyConnectHeader: { 'Proxy-Authorization': [secretKey(cluster, namespace, 'token')] },
    }),
  ])();
}
