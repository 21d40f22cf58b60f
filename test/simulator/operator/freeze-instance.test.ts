import { bagOf, instanceIn, object, prometheus } from './fixtures';

const IN_MONITORING = { metadata: { namespace: 'monitoring' } };

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
  ])('is frozen where %s', (_, spec, code, field) => {
    const extra = object('Secret', 'extra', undefined, { stringData: { 'jobs.yaml': '' }, ...IN_MONITORING });
    const instance = instanceIn(bagOf(prometheus(spec), extra));
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
  });
});
