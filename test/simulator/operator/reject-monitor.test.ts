import type { KubeObject } from '../../../lib/simulator/kube-object';
import type { Problem } from '../../../lib/simulator/operator/problem';
import { rejectionsOf } from '../../../lib/simulator/operator/reject-monitor';
import { acceptanceRules } from '../../../lib/simulator/operator/select-monitors';
import { CERTIFICATE, PRIVATE_KEY } from './certificate';
import { bagOf, instanceIn, object, podMonitor, prometheus, relabel, serviceMonitor, version } from './fixtures';

const SECRET = object('Secret', 'creds', undefined, {
  stringData: {
    user: 'u',
    password: 'p',
    ca: CERTIFICATE,
    cert: CERTIFICATE,
    key: PRIVATE_KEY,
    garbage: 'x',
    empty: '',
  },
});
const CONFIG_MAP = object('ConfigMap', 'public', undefined, { data: { id: 'me', ca: CERTIFICATE } });

const key = (name: string) => ({ name: 'creds', key: name });
const secret = (name: string) => ({ secret: key(name) });
const configMap = (name: string) => ({ configMap: { name: 'public', key: name } });

function problemsOf(monitor: KubeObject, spec: any = {}, operator = '0.93.0'): readonly Problem[] {
  const bag = bagOf(prometheus(spec), monitor, SECRET, CONFIG_MAP);
  const rules = acceptanceRules(instanceIn(bag, [], { version: version(operator) }));
  if (!rules) {
    throw new Error('the Prometheus of this test has no version');
  }
  const sourced = bag.all.find(({ object }) => object === monitor);
  return rejectionsOf(sourced ?? { object: monitor, source: {} }, rules, bag, relabel);
}

const OAUTH2 = { tokenUrl: 'http://id/token', clientId: configMap('id'), clientSecret: key('password') };
const BASIC = { username: key('user'), password: key('password') };
const BEARER = { credentials: key('password') };

/** Endpoints that ServiceMonitors and PodMonitors are refused for alike. */
const REFUSED: [title: string, endpoint: any, code: string, field: string][] = [
  [
    'a timeout above its interval',
    { interval: '10s', scrapeTimeout: '11s' },
    'timeout-above-interval',
    'scrapeTimeout',
  ],
  ['a timeout above the inherited interval', { scrapeTimeout: '31s' }, 'timeout-above-interval', 'scrapeTimeout'],
  [
    'a timeout above an interval of zero',
    { interval: '0', scrapeTimeout: '1s' },
    'timeout-above-interval',
    'scrapeTimeout',
  ],
  ['a timeout that is no duration', { scrapeTimeout: '1.5s' }, 'timeout-unreadable', 'scrapeTimeout'],
  [
    'an interval that is no duration, with a timeout',
    { interval: 'x', scrapeTimeout: '1s' },
    'interval-unreadable',
    'interval',
  ],
  [
    'a relabeling that is refused',
    { relabelings: [{}, { action: 'hashmod' }] },
    'relabeling',
    'relabelings[1].modulus',
  ],
  [
    'a metric relabeling that is refused',
    { metricRelabelings: [{ regex: '(' }] },
    'relabeling',
    'metricRelabelings[0].regex',
  ],
  ['authorization and basicAuth', { authorization: BEARER, basicAuth: BASIC }, 'two-authentications', 'basicAuth'],
  ['basicAuth and oauth2', { basicAuth: BASIC, oauth2: OAUTH2 }, 'two-authentications', 'oauth2'],
  [
    'oauth2 and bearerTokenSecret',
    { oauth2: OAUTH2, bearerTokenSecret: key('password') },
    'two-authentications',
    'oauth2',
  ],
  [
    'basic authorization',
    { authorization: { ...BEARER, type: ' Basic' } },
    'authorization-type-basic',
    'authorization.type',
  ],
  [
    'authorization without credentials',
    { authorization: { type: 'Bearer' } },
    'authorization-without-credentials',
    'authorization.credentials',
  ],
  [
    'credentials under another key',
    { authorization: { credentials: key('gone') } },
    'secret-key-missing',
    'authorization.credentials.key',
  ],
  [
    'basicAuth without a user name',
    { basicAuth: { password: key('password') } },
    'secret-not-named',
    'basicAuth.username.name',
  ],
  [
    'basicAuth with a password under another key',
    { basicAuth: { ...BASIC, password: key('gone') } },
    'secret-key-missing',
    'basicAuth.password.key',
  ],
  [
    'a bearer token under another key',
    { bearerTokenSecret: key('gone') },
    'secret-key-missing',
    'bearerTokenSecret.key',
  ],
  [
    'oauth2 without a token URL',
    { oauth2: { ...OAUTH2, tokenUrl: '' } },
    'oauth2-without-token-url',
    'oauth2.tokenUrl',
  ],
  [
    'oauth2 without a client id',
    { oauth2: { ...OAUTH2, clientId: {} } },
    'oauth2-without-client-id',
    'oauth2.clientId',
  ],
  [
    'oauth2 with two client ids',
    { oauth2: { ...OAUTH2, clientId: { ...secret('user'), ...configMap('id') } } },
    'secret-and-config-map',
    'oauth2.clientId',
  ],
  [
    'oauth2 with a client id under another key',
    { oauth2: { ...OAUTH2, clientId: configMap('gone') } },
    'config-map-key-missing',
    'oauth2.clientId.configMap.key',
  ],
  [
    'oauth2 with a client secret under another key',
    { oauth2: { ...OAUTH2, clientSecret: key('gone') } },
    'secret-key-missing',
    'oauth2.clientSecret.key',
  ],
  [
    'oauth2 with a TLS key alone',
    { oauth2: { ...OAUTH2, tlsConfig: { keySecret: key('key') } } },
    'tls-key-without-cert',
    'oauth2.tlsConfig',
  ],
  [
    'oauth2 with two proxies',
    { oauth2: { ...OAUTH2, proxyUrl: 'http://p', proxyFromEnvironment: true } },
    'proxy-twice',
    'oauth2.proxyUrl',
  ],
  [
    'two sources of a CA',
    { tlsConfig: { ca: { ...secret('ca'), ...configMap('ca') } } },
    'secret-and-config-map',
    'tlsConfig.ca',
  ],
  ['a CA that is no certificate', { tlsConfig: { ca: secret('garbage') } }, 'tls-ca-unreadable', 'tlsConfig.ca'],
  ['a CA under another key', { tlsConfig: { ca: secret('gone') } }, 'secret-key-missing', 'tlsConfig.ca.secret.key'],
  ['a certificate without a key', { tlsConfig: { cert: secret('cert') } }, 'tls-cert-without-key', 'tlsConfig'],
  ['a key without a certificate', { tlsConfig: { keySecret: key('key') } }, 'tls-key-without-cert', 'tlsConfig'],
  [
    'a certificate with a key that is none',
    { tlsConfig: { cert: secret('cert'), keySecret: key('garbage') } },
    'tls-pair-broken',
    'tlsConfig.cert',
  ],
  [
    'TLS versions the wrong way round',
    { tlsConfig: { minVersion: 'TLS13', maxVersion: 'TLS12' } },
    'tls-versions-crossed',
    'tlsConfig.maxVersion',
  ],
  [
    'a proxy header without a proxy',
    { proxyConnectHeader: { A: [key('user')] } },
    'proxy-header-without-proxy',
    'proxyConnectHeader',
  ],
  [
    'a proxy header without a Secret',
    { proxyUrl: 'http://p', proxyConnectHeader: { A: [] } },
    'proxy-header-empty',
    'proxyConnectHeader.A',
  ],
  [
    'a proxy header under another key',
    { proxyUrl: 'http://p', proxyConnectHeader: { A: [key('gone')] } },
    'secret-key-missing',
    'proxyConnectHeader.A[0].key',
  ],
  ['two proxies', { proxyUrl: 'http://p', proxyFromEnvironment: true }, 'proxy-twice', 'proxyUrl'],
  [
    'noProxy beside the environment',
    { noProxy: 'a', proxyFromEnvironment: true },
    'no-proxy-beside-environment',
    'noProxy',
  ],
  ['noProxy without a proxy', { noProxy: 'a' }, 'no-proxy-without-proxy', 'noProxy'],
  ['a proxy that is no address', { proxyUrl: 'http://[::1' }, 'proxy-url', 'proxyUrl'],
];

/** Endpoints that look guilty and are fine. */
const ACCEPTED: [title: string, endpoint: any][] = [
  ['a timeout as long as its interval', { interval: '10s', scrapeTimeout: '10s' }],
  ['an interval that is no duration, without a timeout', { interval: 'x' }],
  ['an empty timeout', { scrapeTimeout: '' }],
  ['authorization of a kind of its own', { authorization: { ...BEARER, type: 'Custom' } }],
  ['credentials that name no Secret', { authorization: { credentials: { key: 'x' } } }],
  ['basicAuth', { basicAuth: BASIC }],
  ['a bearer token that names no Secret', { bearerTokenSecret: { name: '', key: '' } }],
  ['oauth2', { oauth2: { ...OAUTH2, tlsConfig: { ca: configMap('ca') }, proxyUrl: 'http://p:3128' } }],
  ['a CA of a ConfigMap', { tlsConfig: { ca: configMap('ca') } }],
  ['an empty CA', { tlsConfig: { ca: secret('empty') } }],
  ['a certificate with its key', { tlsConfig: { cert: secret('cert'), keySecret: key('key') } }],
  ['TLS versions that are the same', { tlsConfig: { minVersion: 'TLS12', maxVersion: 'TLS12' } }],
  [
    'a proxy with exceptions and headers',
    { proxyUrl: 'http://p', noProxy: 'a', proxyConnectHeader: { A: [key('user')] } },
  ],
  ['a proxy of the environment', { proxyFromEnvironment: true, proxyConnectHeader: { A: [key('user')] } }],
  ['a proxy that is switched off', { proxyFromEnvironment: false, noProxy: '' }],
  ['a proxy at an IPv6 address', { proxyUrl: 'http://[::1]:3128' }],
  ['fields that are null', { basicAuth: null, oauth2: null, bearerTokenSecret: null, authorization: BEARER }],
  ['a CA of one source beside another one that is null', { tlsConfig: { ca: { secret: null, ...configMap('ca') } } }],
];

describe.each([
  ['ServiceMonitor', 'endpoints', serviceMonitor],
  ['PodMonitor', 'podMetricsEndpoints', podMonitor],
])('rejectionsOf a %s', (_, list, monitor) => {
  test.each(REFUSED)('flags %s', (_title, endpoint, code, field) => {
    const problems = problemsOf(monitor({ [list]: [{}, endpoint] }));
    expect(problems).toMatchObject([
      { code: `rejected/${code}`, certainty: 'certain', field: `spec.${list}[1].${field}` },
    ]);
    expect(problems[0].fix).toMatch(/\S/);
  });

  test.each(ACCEPTED)('accepts %s', (_title, endpoint) => {
    expect(problemsOf(monitor({ [list]: [endpoint] }))).toEqual([]);
  });

  test('flags a selector that cannot be parsed', () => {
    const selector = { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] };
    expect(problemsOf(monitor({ selector }))).toMatchObject([
      { code: 'rejected/selector', field: 'spec.selector.matchExpressions[0].values' },
    ]);
  });

  test('flags RoleSelector for a Prometheus that is too old for it', () => {
    const roleSelector = monitor({ selectorMechanism: 'RoleSelector' });
    expect(problemsOf(roleSelector, { version: 'v2.16.0' })).toMatchObject([
      { code: 'rejected/role-selector-version', field: 'spec.selectorMechanism' },
    ]);
    expect(problemsOf(roleSelector, { version: 'v2.17.0' })).toEqual([]);
  });

  test('flags a scrape class that the Prometheus does not have', () => {
    const scrapeClasses = [{ name: 'mesh' }];
    expect(problemsOf(monitor({ scrapeClass: 'mash' }), { scrapeClasses })).toMatchObject([
      { code: 'rejected/scrape-class-unknown', field: 'spec.scrapeClass', fix: 'scrapeClass: mesh' },
    ]);
    expect(problemsOf(monitor({ scrapeClass: 'mesh' }), { scrapeClasses })).toEqual([]);
    expect(problemsOf(monitor({ scrapeClass: '' }))).toEqual([]);
  });

  test('compares the timeout with the interval of the Prometheus where the monitor has none', () => {
    const endpoints = monitor({ [list]: [{ scrapeTimeout: '45s' }] });
    expect(problemsOf(endpoints, { scrapeInterval: '1m' })).toEqual([]);
    expect(problemsOf(endpoints)).toMatchObject([
      {
        message: expect.stringContaining(
          '"45s" is longer than the interval of "30s", which Prometheus monitoring/k8s sets.',
        ),
        values: { timeout: '45s', interval: '30s' },
        fix: 'scrapeTimeout: 30s, or less.',
      },
    ]);
  });

  test('is in doubt about a Secret that the bag does not hold', () => {
    const endpoint = { bearerTokenSecret: { name: 'elsewhere', key: 'token' } };
    expect(problemsOf(monitor({ [list]: [endpoint] }))).toMatchObject([
      { code: 'rejected/secret-missing', certainty: 'absent', field: `spec.${list}[0].bearerTokenSecret.name` },
    ]);
  });

  test('reports every endpoint, not only the first', () => {
    const endpoints = [{ scrapeTimeout: '1h' }, {}, { scrapeTimeout: '2h' }];
    expect(problemsOf(monitor({ [list]: endpoints })).map(({ field }) => field)).toEqual([
      `spec.${list}[0].scrapeTimeout`,
      `spec.${list}[2].scrapeTimeout`,
    ]);
  });
});

describe('rejectionsOf a ServiceMonitor alone', () => {
  test.each([
    ['ca and caFile', { ca: secret('ca'), caFile: '/ca' }, 'tls-source-twice', 'tlsConfig.caFile'],
    [
      'cert and certFile',
      { cert: secret('cert'), certFile: '/c', keyFile: '/k' },
      'tls-source-twice',
      'tlsConfig.certFile',
    ],
    [
      'keySecret and keyFile',
      { cert: secret('cert'), keySecret: key('key'), keyFile: '/k' },
      'tls-source-twice',
      'tlsConfig.keyFile',
    ],
    ['certFile without a key', { certFile: '/c' }, 'tls-cert-without-key', 'tlsConfig'],
  ])('flags %s', (_, tlsConfig, code, field) => {
    expect(problemsOf(serviceMonitor({ endpoints: [{ tlsConfig }] }))).toMatchObject([
      { code: `rejected/${code}`, field: `spec.endpoints[0].${field}` },
    ]);
  });

  test.each([
    ['bearerTokenFile', { bearerTokenFile: '/token' }, 'bearerTokenFile'],
    ['caFile', { tlsConfig: { caFile: '/ca' } }, 'tlsConfig.caFile'],
  ])('flags %s where the Prometheus forbids files', (_, endpoint, field) => {
    const monitor = serviceMonitor({ endpoints: [endpoint] });
    expect(problemsOf(monitor, { arbitraryFSAccessThroughSMs: { deny: true } })).toMatchObject([
      { code: 'rejected/file-access', field: `spec.endpoints[0].${field}` },
    ]);
    expect(problemsOf(monitor)).toEqual([]);
  });

  test('accepts bearerTokenFile beside another method, which Prometheus then chokes on', () => {
    const endpoint = { bearerTokenFile: '/token', basicAuth: BASIC };
    expect(problemsOf(serviceMonitor({ endpoints: [endpoint] }))).toEqual([]);
  });
});

describe('rejectionsOf a PodMonitor alone', () => {
  test('accepts files, which it does not have', () => {
    const monitor = podMonitor({ podMetricsEndpoints: [{ tlsConfig: { caFile: '/ca', ca: secret('ca') } }] });
    expect(problemsOf(monitor, { arbitraryFSAccessThroughSMs: { deny: true } })).toEqual([]);
  });

  test('looks up a bearer token only if name and key are there', () => {
    const monitor = podMonitor({ podMetricsEndpoints: [{ bearerTokenSecret: { name: 'creds' } }] });
    expect(problemsOf(monitor)).toEqual([]);
  });

  test('may have two methods under an Operator that does not compare them', () => {
    const monitor = podMonitor({ podMetricsEndpoints: [{ basicAuth: BASIC, authorization: BEARER }] });
    expect(problemsOf(monitor, {}, '0.85.0')).toEqual([]);
    expect(problemsOf(monitor, {}, '0.86.0')).toHaveLength(1);
  });
});
