import type { Cluster, Draft, Watch } from '../cluster';
import { CA_FILE, configMapKey, oauth2, secretKey, TOKEN_FILE } from '../credentials';
import { addDaemonSetAgent, addInstance } from '../instances';
import { addOperator } from '../operators';
import {
  type Fault,
  inEndpoint,
  inMonitor,
  isPodMonitor,
  isServiceMonitor,
  spoil,
  withoutAuthentication,
} from './fault';

/** A selector of pods beside the one that an agent on every node has already. */
const TWO_POD_SELECTORS: Fault = {
  check: 'monitor/role-selector',
  plant: (cluster) => {
    const watch = spoil(cluster, isPodMonitor);
    if (watch === undefined || cluster.operators.length > 0) {
      return false;
    }
    addOperator(cluster, ['--feature-gates=PrometheusAgentDaemonSet=true']);
    addDaemonSetAgent(cluster);
    watch.object.spec.selectorMechanism = 'RoleSelector';
    return true;
  },
};

/** What the Operator skips a monitor for. */
export const REJECTION_FAULTS: readonly Fault[] = [
  inMonitor('monitor/selector', ({ object: { spec } }, { random }) => {
    spec.selector = random.one<object>([
      { matchExpressions: [{ key: 'app', operator: 'in', values: ['api'] }] },
      { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] },
      { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['api'] }] },
      { matchLabels: { 'not a key': 'api' } },
      { matchLabels: { app: 'not a value' } },
      { matchExpressions: [{ key: 'app', operator: 'NotIn' }] },
    ]);
  }),
  inMonitor('monitor/scrape-class', ({ object }) => {
    object.spec.scrapeClass = 'no-such-class';
  }),
  inEndpoint(
    'monitor/file-access',
    (endpoint, cluster) => {
      for (const instance of cluster.instances) {
        instance.spec.arbitraryFSAccessThroughSMs = { deny: true };
      }
      withoutAuthentication(endpoint);
      Object.assign(
        endpoint,
        cluster.random.one<object>([
          { bearerTokenFile: TOKEN_FILE },
          { tlsConfig: { caFile: CA_FILE } },
          { tlsConfig: { certFile: CA_FILE, keyFile: CA_FILE } },
        ]),
      );
    },
    isServiceMonitor,
  ),
  inEndpoint('monitor/secret-exists', (endpoint, cluster, watch) => missing(endpoint, cluster, watch)),
  inEndpoint('monitor/authentication', (endpoint, cluster, watch) => {
    const { random } = cluster;
    const namespace = namespaceOf(watch);
    const token = secretKey(cluster, namespace, 'token');
    const basicAuth = {
      username: secretKey(cluster, namespace, 'username'),
      password: secretKey(cluster, namespace, 'password'),
    };
    withoutAuthentication(endpoint);
    Object.assign(
      endpoint,
      random.one<() => object>([
        () => ({ basicAuth, authorization: { credentials: token } }),
        () => ({ basicAuth, bearerTokenSecret: token }),
        () => ({ oauth2: oauth2(cluster, namespace), bearerTokenSecret: token }),
        () => ({ authorization: {} }),
        () => ({ authorization: { type: 'Bearer' } }),
        () => ({ authorization: { type: random.one(['Basic', ' basic ']), credentials: token } }),
        () => ({ oauth2: { ...oauth2(cluster, namespace), clientId: {} } }),
        () => ({
          oauth2: {
            ...oauth2(cluster, namespace),
            clientId: { secret: token, configMap: configMapKey(cluster, namespace, 'client-id') },
          },
        }),
      ])(),
    );
  }),
  inEndpoint('monitor/tls', (endpoint, cluster, watch) => {
    endpoint.tlsConfig = cluster.random.one(badTls(cluster, namespaceOf(watch), isServiceMonitor(watch)));
  }),
  inEndpoint('monitor/proxy', (endpoint, cluster, watch) => {
    const { random } = cluster;
    for (const field of ['proxyUrl', 'noProxy', 'proxyFromEnvironment', 'proxyConnectHeader']) {
      delete endpoint[field];
    }
    const proxyUrl = 'http://proxy.example.com:3128';
    const bad = random.one<object>([
      { noProxy: 'localhost' },
      { proxyFromEnvironment: true, proxyUrl },
      { proxyFromEnvironment: true, noProxy: 'localhost' },
      { proxyConnectHeader: { 'X-Key': [secretKey(cluster, namespaceOf(watch), 'token')] } },
      { proxyUrl, proxyConnectHeader: { 'X-Key': [] } },
      { proxyUrl: 'http://proxy.example.com:port' },
      { proxyUrl: 'http://proxy%zz.example.com' },
    ]);
    if (random.chance(0.15)) {
      withoutAuthentication(endpoint);
      endpoint.oauth2 = { ...oauth2(cluster, namespaceOf(watch)), ...bad };
    } else {
      Object.assign(endpoint, bad);
    }
  }),
  inEndpoint('monitor/timeout', (endpoint, { random }) => {
    Object.assign(
      endpoint,
      random.one<object>([
        { interval: '10s', scrapeTimeout: '11s' },
        { interval: '', scrapeTimeout: '2m' },
        { interval: '1m', scrapeTimeout: '1m1ms' },
        { interval: '0s', scrapeTimeout: '1s' },
      ]),
    );
  }),
  inEndpoint('monitor/relabeling', (endpoint, { random }) => {
    endpoint[random.one(['relabelings', 'metricRelabelings'])] = [
      ...random.some([{ targetLabel: 'before', replacement: 'x' }]),
      random.one(BAD_RELABELINGS),
    ];
  }),
  TWO_POD_SELECTORS,
  {
    check: 'monitor/role-selector',
    plant: (cluster) => {
      // Nobody else is to get a version that old, which knows no authorization either.
      const instance = addInstance(cluster, false);
      const { metadata } = instance;
      const key = { 'example.com/old': 'yes' };
      instance.spec = {
        version: 'v2.16.0',
        serviceMonitorSelector: { matchLabels: key },
        podMonitorSelector: { matchLabels: key },
      };
      for (const kind of cluster.random.one([['ServiceMonitor'], ['PodMonitor'], ['ServiceMonitor', 'PodMonitor']])) {
        const endpoints = kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
        cluster.add({
          apiVersion: 'monitoring.coreos.com/v1',
          kind,
          metadata: {
            name: cluster.name(kind, metadata.namespace, 'old'),
            namespace: metadata.namespace,
            labels: { ...key, release: 'none' },
          },
          spec: {
            selector: { matchLabels: { app: 'api' } },
            ...cluster.random.maybe(0.85, () => ({ selectorMechanism: 'RoleSelector' })),
            [endpoints]: [{ port: 'metrics' }],
          },
        });
      }
      return true;
    },
  },
];

/** A reference to something that is not there, in the namespace of the monitor. */
function missing(endpoint: Draft['spec'], cluster: Cluster, watch: Watch): void {
  const { random } = cluster;
  const namespace = namespaceOf(watch);
  const { name } = secretKey(cluster, namespace, 'token');
  const bad = random.one([
    { name: 'no-such-secret', key: 'token' },
    { name, key: 'no-such-key' },
    { name: 'no-such-secret', key: 'token', optional: true },
    elsewhere(cluster, namespace),
  ]);
  const good = secretKey(cluster, namespace, 'username');
  withoutAuthentication(endpoint);
  Object.assign(
    endpoint,
    random.one<object>([
      { basicAuth: { username: good, password: bad } },
      { basicAuth: { username: bad, password: good } },
      { basicAuth: { username: good } },
      { authorization: { credentials: bad } },
      { bearerTokenSecret: bad },
      { oauth2: { ...oauth2(cluster, namespace), clientSecret: bad } },
      { oauth2: { ...oauth2(cluster, namespace), clientId: { configMap: { name: 'no-such-map', key: 'id' } } } },
      { tlsConfig: { ca: { secret: bad } } },
      { tlsConfig: { ca: { configMap: { name: 'no-such-map', key: 'ca.crt' } } } },
      { tlsConfig: { cert: { secret: good }, keySecret: bad } },
      { proxyUrl: 'http://proxy.example.com', proxyConnectHeader: { 'X-Key': [bad] } },
    ]),
  );
}

/** A Secret that is there, in another namespace. */
function elsewhere(cluster: Cluster, namespace: string): { name: string; key: string } {
  const other = cluster.namespaces.find((one) => one !== namespace) ?? 'elsewhere';
  const name = 'of-others';
  if (cluster.find('Secret', other, name) === undefined) {
    cluster.add({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: other }, stringData: { token: 'x' } });
  }
  return { name, key: 'token' };
}

function badTls(cluster: Cluster, namespace: string, files: boolean): Draft['spec'][] {
  const secret = (key: Parameters<typeof secretKey>[2]) => ({ secret: secretKey(cluster, namespace, key) });
  const keySecret = secretKey(cluster, namespace, 'tls.key');
  return [
    { cert: secret('tls.crt') },
    { keySecret },
    { cert: secret('tls.crt'), keySecret: secretKey(cluster, namespace, 'other.key') },
    { ca: secret('text') },
    { ca: { ...secret('ca.crt'), configMap: configMapKey(cluster, namespace, 'ca.crt') } },
    { minVersion: 'TLS13', maxVersion: 'TLS12' },
    { cert: secret('text'), keySecret },
    ...(files
      ? [
          { ca: secret('ca.crt'), caFile: CA_FILE },
          { cert: secret('tls.crt'), certFile: CA_FILE, keySecret },
          { certFile: CA_FILE },
        ]
      : []),
  ];
}

const NAMESPACE = '__meta_kubernetes_namespace';

/** Relabelings that fit the schema; some of them are refused for Prometheus 2 alone. */
export const BAD_RELABELINGS: readonly Draft['spec'][] = [
  { action: 'replace', sourceLabels: [NAMESPACE] },
  { action: 'hashmod', sourceLabels: [NAMESPACE], targetLabel: 'a' },
  { action: 'hashmod', sourceLabels: [NAMESPACE], modulus: 4 },
  { action: 'keep', sourceLabels: [NAMESPACE], regex: '(?!shop)' },
  { action: 'drop', sourceLabels: [NAMESPACE], regex: 'shop(' },
  { action: 'lowercase', sourceLabels: [NAMESPACE], targetLabel: 'a', replacement: 'b' },
  { action: 'keepequal', sourceLabels: [NAMESPACE], targetLabel: 'namespace', regex: 'shop' },
  { action: 'dropequal', sourceLabels: [NAMESPACE], targetLabel: 'namespace', separator: ',' },
  { action: 'labeldrop', regex: 'a', targetLabel: 'b' },
  { action: 'labelkeep', regex: 'a', sourceLabels: [NAMESPACE] },
  { action: 'labelmap', regex: '__meta_(.+)', replacement: 'a-$1' },
  { targetLabel: 'with-hyphen', replacement: 'x' },
  { sourceLabels: [NAMESPACE], targetLabel: 'name_$1', replacement: 'x' },
  { targetLabel: '0digit', replacement: 'x' },
];

function namespaceOf({ object }: Watch): string {
  return object.metadata.namespace as string;
}
