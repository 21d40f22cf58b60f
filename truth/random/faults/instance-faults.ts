import type { Cluster, Draft } from '../cluster';
import { secretKey } from '../credentials';
import { additionalScrapeConfigs } from '../instance-options';
import { addDaemonSetAgent } from '../instances';
import { PROMETHEUS_2 } from '../prometheus-2';
import { type Fault, inInstance } from './fault';
import { BAD_RELABELINGS } from './rejection-faults';

const REMOTE = 'http://remote.example.com/api/v1/write';
const MISSING = { name: 'no-such-secret', key: 'token' };

/** What keeps an instance from working, or changes what it takes as a whole. */
export const INSTANCE_FAULTS: readonly Fault[] = [
  {
    check: 'prometheus/none',
    plant: (cluster) => {
      for (const instance of cluster.instances.splice(0)) {
        cluster.remove(instance);
      }
      return true;
    },
  },
  inInstance('prometheus/paused', (spec) => {
    spec.paused = true;
  }),
  inInstance('prometheus/version', (spec, { random }) => {
    spec.version = random.one(['latest', 'v1.8.2', '4.0.0', 'three']);
  }),
  inInstance('prometheus/image-version', (spec, { random }) => {
    spec.image = random.one(['quay.io/prometheus/prometheus:v2.44.0', 'quay.io/prometheus/prometheus:v3.1.0']);
  }),
  {
    check: 'prometheus/mode',
    plant: (cluster) => {
      addDaemonSetAgent(cluster);
      return true;
    },
  },
  inInstance('prometheus/selector', (spec, { random }) => {
    const selector = random.one<object>([
      { matchExpressions: [{ key: 'team', operator: 'Equals', values: ['web'] }] },
      { matchExpressions: [{ key: 'team', operator: 'In', values: [] }] },
      { matchLabels: { team: 'not a value' } },
    ]);
    const kinds = ['serviceMonitorSelector', 'podMonitorNamespaceSelector', 'probeSelector', 'ruleSelector'];
    spec[random.one(spec.mode === undefined ? kinds.slice(0, 3) : kinds)] = selector;
  }),
  inInstance('prometheus/scrape-class', (spec) => {
    spec.scrapeClasses = [
      { name: 'one', default: true },
      { name: 'two', default: true },
    ];
  }),
  inInstance('prometheus/timeout', (spec, { random }) => {
    Object.assign(
      spec,
      random.one<object>([
        { scrapeInterval: '10s', scrapeTimeout: '20s' },
        { scrapeTimeout: '31s', scrapeInterval: '30s' },
        { scrapeInterval: '', scrapeTimeout: '10s' },
      ]),
    );
  }),
  inInstance('prometheus/relabeling', (spec, { random }) => {
    const bad = random.one(BAD_RELABELINGS.slice(0, 10));
    spec.scrapeClasses = [{ name: 'bad', [random.one(['relabelings', 'metricRelabelings'])]: [bad] }];
  }),
  inInstance('prometheus/http-client', (spec, cluster, { metadata }) => {
    const token = secretKey(cluster, metadata.namespace as string, 'token');
    const basicAuth = { username: token, password: token };
    Object.assign(
      spec,
      cluster.random.one<object>([
        { scrapeClasses: [{ name: 'bad', tlsConfig: { certFile: '/tls.crt' } }] },
        { scrapeClasses: [{ name: 'bad', tlsConfig: { minVersion: 'TLS13', maxVersion: 'TLS12' } }] },
        { scrapeClasses: [{ name: 'bad', authorization: { type: 'Basic', credentials: token } }] },
        { scrapeClasses: [{ name: 'bad', authorization: { credentials: token, credentialsFile: '/token' } }] },
        { remoteWrite: [{ url: REMOTE, basicAuth, authorization: { credentials: token } }] },
        { remoteWrite: [{ url: REMOTE, noProxy: 'localhost' }] },
        { remoteWrite: [{ url: REMOTE, tlsConfig: { cert: { secret: token } } }] },
      ]),
    );
  }),
  inInstance('prometheus/secret-exists', (spec, { random }) => {
    Object.assign(
      spec,
      random.one<object>([
        { additionalScrapeConfigs: MISSING },
        { additionalScrapeConfigs: { ...MISSING, optional: false } },
        { remoteWrite: [{ url: REMOTE, basicAuth: { username: MISSING, password: MISSING } }] },
        { remoteWrite: [{ url: REMOTE, authorization: { credentials: MISSING } }] },
        { remoteWrite: [{ url: REMOTE, tlsConfig: { ca: { secret: MISSING } } }] },
      ]),
    );
  }),
  ownJobs('prometheus/additional-config', () => ['- job_name: [', 'job_name: own', '- just text', '[[]]']),
  ownJobs('prometheus/refused-config', (cluster) => [
    '- job_name: own\n- job_name: own\n',
    '- static_configs: []\n',
    '- job_name: ""\n',
    ...cluster.watches.slice(0, 3).flatMap(({ object: { kind, metadata } }) => {
      const prefix = kind === 'PodMonitor' ? 'podMonitor' : 'serviceMonitor';
      return Array(2).fill(`- job_name: ${prefix}/${metadata.namespace}/${metadata.name}/0\n`);
    }),
  ]),
  inInstance('prometheus/refused-config', (spec) => {
    spec.scrapeInterval = '';
    delete spec.scrapeTimeout;
  }),
  inInstance(
    'prometheus/refused-config',
    (spec, cluster, { metadata }) => {
      const token = secretKey(cluster, metadata.namespace as string, 'token');
      const url = 'http://remote.example.com/read';
      spec.remoteRead = [
        { url, basicAuth: { username: token, password: token }, authorization: { credentials: token } },
      ];
    },
    false,
  ),
  inInstance('prometheus/refused-config', (spec) => {
    spec.scrapeClasses = [{ name: 'bad', default: true, relabelings: [{ sourceLabels: [''], targetLabel: 'a' }] }];
  }),
  inInstance(
    'prometheus/option',
    (spec, { random }) => {
      Object.assign(
        spec,
        random.one<object>([
          { version: PROMETHEUS_2, otlp: { promoteResourceAttributes: ['service.name'] } },
          { otlp: { translationStrategy: 'NoUTF8EscapingWithSuffixes' }, nameValidationScheme: 'Legacy' },
          { otlp: { promoteAllResourceAttributes: true, promoteResourceAttributes: ['service.name'] } },
          { otlp: { ignoreResourceAttributes: ['service.name'] } },
          { tracingConfig: { endpoint: 'traces.example.com:4317', samplingFraction: '2' } },
          { remoteWrite: [{ url: REMOTE, azureAd: { cloud: 'AzurePublic' } }] },
        ]),
      );
    },
    false,
  ),
  inInstance('prometheus/storage-class', (spec) => {
    spec.storage = {
      volumeClaimTemplate: { spec: { storageClassName: 'no-such-class', resources: { requests: { storage: '1Gi' } } } },
    };
  }),
  inInstance('prometheus/service-name', (spec, cluster, { metadata }) => {
    const { random } = cluster;
    spec.serviceName = 'governing';
    if (random.chance(0.5) && cluster.find('Service', metadata.namespace as string, 'governing') === undefined) {
      cluster.add({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'governing', namespace: metadata.namespace },
        spec: { clusterIP: 'None', selector: { app: 'something-else' }, ports: [{ name: 'web', port: 9090 }] },
      });
    }
  }),
  inInstance('prometheus/argument', (spec, { random }) => {
    spec.additionalArgs = [random.one([{ name: 'config.file', value: '/x' }, { name: 'no-web.enable-lifecycle' }])];
  }),
  inInstance('prometheus/unmanaged', unmanage, false),
  inInstance('prometheus/selects-nothing', (spec, { random, instances }) => {
    const kind = random.one(['serviceMonitor', 'podMonitor']);
    for (const one of instances) {
      delete one.spec[`${kind}Selector`];
    }
    spec[kind === 'podMonitor' ? 'serviceMonitorSelector' : 'podMonitorSelector'] = {};
  }),
  inInstance('prometheus/surplus-shards', (spec) => {
    spec.shards = 3;
    spec.shardingStrategy = { mode: 'Topology', topology: { values: ['zone-a', 'zone-b'] } };
  }),
];

/** Nothing that an unmanaged instance takes is seen, so most often it is the only one. */
function unmanage(spec: Draft['spec'], cluster: Cluster, instance: Draft): void {
  for (const kind of ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig']) {
    delete spec[`${kind}Selector`];
    delete spec[`${kind}NamespaceSelector`];
  }
  if (cluster.random.chance(0.6)) {
    for (const other of cluster.instances.filter((one) => one !== instance)) {
      cluster.remove(other);
      cluster.instances.splice(cluster.instances.indexOf(other), 1);
    }
  }
}

/** Jobs that people wrote and that nobody can use. */
function ownJobs(check: string, texts: (cluster: Cluster) => readonly string[]): Fault {
  return inInstance(check, (spec, cluster, { metadata }) => {
    const text = cluster.random.one(texts(cluster));
    spec.additionalScrapeConfigs = additionalScrapeConfigs(cluster, metadata.namespace as string, text);
  });
}
