import { bagOf, instanceIn, object, prometheus } from './fixtures';

const IN_MONITORING = { metadata: { namespace: 'monitoring' } };
const AZURE = { azureAd: { managedIdentity: { clientId: 'metrics' } } };
const TRACING = { endpoint: 'a:1', tlsConfig: { ca: { secret: { name: 'gone', key: 'ca.crt' } } } };

describe('an instance', () => {
  test.each([
    ['its version is no version', { version: 'latest' }, 'frozen/version', 'spec.version'],
    ['its version is neither 2 nor 3', { version: 'v1.8.2' }, 'frozen/version', 'spec.version'],
    [
      'its timeout is longer than its interval',
      { scrapeInterval: '10s', scrapeTimeout: '20s' },
      'frozen/timeout-above-interval',
      'spec.scrapeTimeout',
    ],
    [
      'its timeout is longer than the default interval',
      { scrapeTimeout: '1m' },
      'frozen/timeout-above-interval',
      'spec.scrapeTimeout',
    ],
    [
      'its interval is empty and it has a timeout',
      { scrapeInterval: '', scrapeTimeout: '20s' },
      'frozen/interval-unreadable',
      'spec.scrapeInterval',
    ],
    [
      'two scrape classes are the default',
      {
        scrapeClasses: [
          { name: 'a', default: true },
          { name: 'b', default: true },
        ],
      },
      'frozen/two-default-scrape-classes',
      'spec.scrapeClasses[1].default',
    ],
    [
      'a scrape class has a relabeling that is refused',
      { scrapeClasses: [{ name: 'a', relabelings: [{ action: 'keep', regex: '(' }] }] },
      'frozen/relabeling',
      'spec.scrapeClasses[0].relabelings[0].regex',
    ],
    [
      'a scrape class has a metric relabeling that is refused',
      { scrapeClasses: [{ name: 'a', metricRelabelings: [{ action: 'hashmod' }] }] },
      'frozen/relabeling',
      'spec.scrapeClasses[0].metricRelabelings[0].modulus',
    ],
    [
      'a scrape class has a certificate without a key',
      { scrapeClasses: [{ name: 'a', tlsConfig: { certFile: '/cert' } }] },
      'frozen/tls-cert-without-key',
      'spec.scrapeClasses[0].tlsConfig',
    ],
    [
      'a scrape class has basic authorization',
      { scrapeClasses: [{ name: 'a', authorization: { type: 'Basic' } }] },
      'frozen/authorization-type-basic',
      'spec.scrapeClasses[0].authorization.type',
    ],
    [
      'a scrape class has two credentials',
      {
        scrapeClasses: [{ name: 'a', authorization: { credentials: { name: 's', key: 'k' }, credentialsFile: '/f' } }],
      },
      'frozen/credentials-twice',
      'spec.scrapeClasses[0].authorization.credentialsFile',
    ],
    [
      'a selector is malformed',
      { ruleSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } },
      'frozen/selector',
      'spec.ruleSelector.matchExpressions[0].values',
    ],
    [
      'its extra scrape jobs are under another key',
      { additionalScrapeConfigs: { name: 'extra', key: 'job.yaml' } },
      'frozen/secret-key-missing',
      'spec.additionalScrapeConfigs.key',
    ],
    [
      'remote write refers to a key that is not there',
      {
        remoteWrite: [
          { basicAuth: { username: { name: 'extra', key: 'u' }, password: { name: 'extra', key: 'jobs.yaml' } } },
        ],
      },
      'frozen/secret-key-missing',
      'spec.remoteWrite[0].basicAuth.username.key',
    ],
    [
      'remote write has half of the credentials of AWS',
      { remoteWrite: [{ sigv4: { accessKey: { name: 'extra', key: 'jobs.yaml' } } }] },
      'frozen/sigv4-half',
      'spec.remoteWrite[0].sigv4.secretKey',
    ],
    [
      'an Alertmanager has half of the credentials of AWS',
      { alerting: { alertmanagers: [{ sigv4: { secretKey: { name: 'extra', key: 'jobs.yaml' } } }] } },
      'frozen/sigv4-half',
      'spec.alerting.alertmanagers[0].sigv4.accessKey',
    ],
    [
      'the credentials of AWS are under another key',
      {
        remoteWrite: [
          { sigv4: { accessKey: { name: 'extra', key: 'jobs.yaml' }, secretKey: { name: 'extra', key: 's' } } },
        ],
      },
      'frozen/secret-key-missing',
      'spec.remoteWrite[0].sigv4.secretKey.key',
    ],
    [
      'an application of Azure has no UUID',
      {
        remoteWrite: [
          {
            azureAd: {
              oauth: { clientId: 'metrics', tenantId: 'shop', clientSecret: { name: 'extra', key: 'jobs.yaml' } },
            },
          },
        ],
      },
      'frozen/azure-uuid',
      'spec.remoteWrite[0].azureAd.oauth.clientId',
    ],
    [
      'a tenant of Azure has no UUID',
      {
        remoteWrite: [
          { azureAd: { workloadIdentity: { clientId: '01234567-89ab-cdef-0123-456789abcdef', tenantId: 'shop' } } },
        ],
      },
      'frozen/azure-uuid',
      'spec.remoteWrite[0].azureAd.workloadIdentity.tenantId',
    ],
    [
      'a share is a thousand',
      { tsdb: { staleSeriesCompactionThreshold: '1k' } },
      'frozen/option',
      'spec.tsdb.staleSeriesCompactionThreshold',
    ],
    [
      'extra scrape jobs have relabelings that no shard can be added to',
      { shards: 2, additionalScrapeConfigs: { name: 'odd', key: 'jobs.yaml' } },
      'frozen/additional-config',
      'spec.additionalScrapeConfigs',
    ],
  ])('is frozen where %s', (_, spec, code, field) => {
    const extra = object('Secret', 'extra', undefined, { stringData: { 'jobs.yaml': '' }, ...IN_MONITORING });
    const jobs = { 'jobs.yaml': '- job_name: own\n  relabel_configs: {}' };
    const odd = object('Secret', 'odd', undefined, { stringData: jobs, ...IN_MONITORING });
    const instance = instanceIn(bagOf(prometheus(spec), extra, odd));
    expect(instance).toMatchObject({ state: 'frozen', problems: [{ code, field }] });
  });

  test.each([
    ['one scrape class is the default', { scrapeClasses: [{ name: 'a', default: true }, { name: 'b' }] }],
    [
      'extra scrape jobs that are not there are optional',
      { additionalScrapeConfigs: { name: 'x', key: 'y', optional: true } },
    ],
    [
      'a scrape class reads its token from a file',
      { scrapeClasses: [{ name: 'a', authorization: { credentialsFile: '/f' } }] },
    ],
    ['the timeout is as long as the interval', { scrapeInterval: '10s', scrapeTimeout: '10s' }],
    ['a managed identity of Azure has no UUID, which only Prometheus reads', { remoteWrite: [AZURE] }],
    ['the TLS of tracing refers to what is not there, since nobody looks it up', { tracingConfig: TRACING }],
    ['the version has a suffix', { version: 'v3.13.1-distroless' }],
  ])('is managed where %s', (_, spec) => {
    expect(instanceIn(bagOf(prometheus(spec)))).toMatchObject({ state: 'managed', problems: [] });
  });

  test('is not frozen for a Secret that may be in the cluster, but the doubt is told', () => {
    const instance = instanceIn(bagOf(prometheus({ additionalScrapeConfigs: { name: 'x', key: 'y' } })));
    expect(instance).toMatchObject({
      state: 'managed',
      problems: [{ code: 'frozen/secret-missing', certainty: 'absent', field: 'spec.additionalScrapeConfigs.name' }],
    });
  });

  test('without management is frozen by its classes, not by its times or references', () => {
    const unmanaged = {
      serviceMonitorSelector: undefined,
      podMonitorSelector: undefined,
      scrapeTimeout: '1h',
      additionalScrapeConfigs: { name: '', key: '' },
    };
    expect(instanceIn(bagOf(prometheus(unmanaged))).state).toBe('unmanaged');
    const classes = [{ name: 'a', tlsConfig: { certFile: '/cert' } }];
    expect(instanceIn(bagOf(prometheus({ ...unmanaged, scrapeClasses: classes }))).state).toBe('frozen');
    const reference = [{ name: 'a', tlsConfig: { ca: { secret: { name: '', key: '' } } } }];
    expect(instanceIn(bagOf(prometheus({ ...unmanaged, scrapeClasses: reference }))).state).toBe('unmanaged');
  });

  test('of agents on every node needs the gate', () => {
    const agent = object('PrometheusAgent', 'k8s', { mode: 'DaemonSet' }, IN_MONITORING);
    // Of an Operator that is not among the objects nobody knows the gates.
    expect(instanceIn(bagOf(agent))).toMatchObject({
      state: 'managed',
      problems: [{ code: 'frozen/daemon-set-gate', certainty: 'absent' }],
    });
    expect(instanceIn(bagOf(agent), ['--feature-gates=PrometheusAgentDaemonSet=true'])).toMatchObject({
      state: 'managed',
      settings: { daemonSet: true },
    });
    expect(instanceIn(bagOf(agent), [], {}, 'complete').state).toBe('frozen');
  });

  test('fails over what is missing, where the objects are all that there is', () => {
    const bag = bagOf(prometheus({ additionalScrapeConfigs: { name: 'gone', key: 'jobs' } }));
    expect(instanceIn(bag)).toMatchObject({ state: 'managed', problems: [{ certainty: 'absent' }] });
    expect(instanceIn(bag, [], {}, 'complete').state).toBe('frozen');
  });

  test('fails over a StorageClass that is missing only in what is a whole cluster', () => {
    const storage = { volumeClaimTemplate: { spec: { storageClassName: 'fast' } } };
    const bag = bagOf(prometheus({ storage }));
    expect(instanceIn(bag, [], {}, 'complete')).toMatchObject({
      state: 'managed',
      problems: [{ certainty: 'brought' }],
    });
    expect(instanceIn(bag, [], {}, 'cluster').state).toBe('frozen');
    const agent = bagOf(object('PrometheusAgent', 'k8s', { storage }, IN_MONITORING));
    expect(instanceIn(agent, [], {}, 'cluster')).toMatchObject({
      state: 'managed',
      problems: [{ code: 'stuck/storage-class' }],
    });
    expect(instanceIn(bagOf(object('PrometheusAgent', 'k8s', { storage, mode: 'DaemonSet' }))).problems).toMatchObject([
      { code: 'frozen/daemon-set-gate' },
    ]);
  });
});
