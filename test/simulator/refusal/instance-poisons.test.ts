import type { KubeObject } from '../../../lib/simulator/kube-object';
import { instancePoisonsOf } from '../../../lib/simulator/refusal/instance-poisons';
import { bagOf, instanceIn, object, prometheus, serviceMonitor } from '../operator/fixtures';

const IN_MONITORING = { metadata: { namespace: 'monitoring' } };
const OLD = { version: 'v2.55.1' };
const REMOTE = { url: 'http://store/write' };

function found(spec: any, monitors: readonly KubeObject[] = [serviceMonitor()], texts: any = {}, kind = 'Prometheus') {
  const secret = object('Secret', 'texts', undefined, { stringData: texts, ...IN_MONITORING });
  const bag = bagOf({ ...prometheus(spec), kind }, ...monitors, secret);
  return instancePoisonsOf(
    instanceIn(bag),
    monitors.map((monitor) => ({ object: monitor, source: {} })),
    bag,
  );
}

const ofAgent = (spec: any) => found(spec, [serviceMonitor()], {}, 'PrometheusAgent');
const refusals = (problems: ReturnType<typeof found>) => problems.map(({ code, field }) => [code, field]);

describe('a configuration is refused for', () => {
  test.each<[title: string, spec: any, code: string, field: string]>([
    ['an interval that is empty', { scrapeInterval: '' }, 'duration', 'scrapeInterval'],
    ['an interval that nothing can hold', { scrapeInterval: '300y' }, 'duration', 'scrapeInterval'],
    ['an empty interval of evaluation', { evaluationInterval: '' }, 'duration', 'evaluationInterval'],
    ['a size that does not begin with a number', { bodySizeLimit: 'about 5MB' }, 'size', 'bodySizeLimit'],
    ['an enforced size that does not', { enforcedBodySizeLimit: 'max 5MB' }, 'size', 'enforcedBodySizeLimit'],
    [
      'protocols of which nothing is left',
      { ...OLD, scrapeProtocols: ['PrometheusText1.0.0'] },
      'no-scrape-protocol-left',
      'scrapeProtocols',
    ],
    [
      'an external label that is no name',
      { ...OLD, externalLabels: { 'the.region': 'n' } },
      'label-name',
      'externalLabels["the.region"]',
    ],
    [
      'a name for the label of the Prometheus that is none',
      { ...OLD, prometheusExternalLabelName: 'the-cluster' },
      'label-name',
      'prometheusExternalLabelName',
    ],
    [
      'a name for the label of the replica that is none',
      { nameValidationScheme: 'Legacy', replicaExternalLabelName: 'the.replica' },
      'label-name',
      'replicaExternalLabelName',
    ],
    [
      'an enforced label that is no name',
      { ...OLD, enforcedNamespaceLabel: 'the.tenant' },
      'label-name',
      'enforcedNamespaceLabel',
    ],
    ['a label of pods that makes no name', { ...OLD, podTargetLabels: ['1st'] }, 'label-name', 'podTargetLabels[0]'],
    [
      'new names of metrics beside the old scheme',
      { nameValidationScheme: 'Legacy', nameEscapingScheme: 'AllowUTF8' },
      'name-schemes',
      'nameEscapingScheme',
    ],
    [
      'OTLP without translation beside the old scheme',
      { nameValidationScheme: 'Legacy', otlp: { translationStrategy: 'NoTranslation' } },
      'name-schemes',
      'otlp.translationStrategy',
    ],
    [
      'two ways to reach the API server',
      { apiserverConfig: { host: 'https://k', bearerToken: 't', basicAuth: {} } },
      'two-authentications',
      'apiserverConfig.bearerToken',
    ],
    [
      'authorization of the type basic at the API server',
      { apiserverConfig: { host: 'https://k', authorization: { type: ' BASIC ' } } },
      'authorization-type-basic',
      'apiserverConfig.authorization.type',
    ],
    [
      'exceptions from a proxy that the API server has not',
      { apiserverConfig: { host: 'https://k', noProxy: 'a' } },
      'no-proxy-without-proxy',
      'apiserverConfig.noProxy',
    ],
    [
      'an address of the API server that is none',
      { apiserverConfig: { host: 'https://[::1' } },
      'url',
      'apiserverConfig.host',
    ],
    [
      'a name of an Alertmanager that is no regular expression',
      { alerting: { alertmanagers: [{ name: 'a(', port: 'web' }] } },
      'port-no-regex',
      'alerting.alertmanagers[0].name',
    ],
    [
      'a port of an Alertmanager that is none',
      { alerting: { alertmanagers: [{ name: 'a', port: 'web[' }] } },
      'port-no-regex',
      'alerting.alertmanagers[0].port',
    ],
    [
      'a source label of an Alertmanager',
      {
        ...OLD,
        alerting: { alertmanagers: [{ name: 'a', relabelings: [{ action: 'keep', sourceLabels: ['a.b'] }] }] },
      },
      'source-label',
      'alerting.alertmanagers[0].relabelings[0].sourceLabels[0]',
    ],
    [
      'two proxies of an Alertmanager',
      { alerting: { alertmanagers: [{ name: 'a', proxyFromEnvironment: true, proxyUrl: 'http://p' }] } },
      'proxy-twice',
      'alerting.alertmanagers[0].proxyUrl',
    ],
    [
      'a token beside basicAuth of remote write',
      { remoteWrite: [{ ...REMOTE, bearerToken: 't', basicAuth: {} }] },
      'two-authentications',
      'remoteWrite[0].bearerToken',
    ],
    [
      'a token beside a signature of remote write',
      { remoteWrite: [{ ...REMOTE, bearerTokenFile: '/t', sigv4: {} }] },
      'two-authentications',
      'remoteWrite[0].sigv4',
    ],
    [
      'two ways to authenticate of remote read',
      { remoteRead: [{ ...REMOTE, authorization: {}, basicAuth: {} }] },
      'two-authentications',
      'remoteRead[0].authorization',
    ],
    [
      'two remote writes of one name',
      {
        remoteWrite: [
          { ...REMOTE, name: 'a' },
          { ...REMOTE, name: 'a' },
        ],
      },
      'remote-name',
      'remoteWrite[1].name',
    ],
    [
      'two remote reads of one name',
      {
        remoteRead: [
          { ...REMOTE, name: 'a' },
          { ...REMOTE, name: 'a' },
        ],
      },
      'remote-name',
      'remoteRead[1].name',
    ],
    [
      'a header that Prometheus sets itself',
      { remoteWrite: [{ ...REMOTE, headers: { 'Content-Type': 'a' } }] },
      'reserved-header',
      'remoteWrite[0].headers["Content-Type"]',
    ],
    [
      'a header with credentials',
      { remoteRead: [{ ...REMOTE, headers: { Authorization: 'a' } }] },
      'reserved-header',
      'remoteRead[0].headers.Authorization',
    ],
    ['an address that is none', { remoteWrite: [{ url: 'http://[::1' }] }, 'url', 'remoteWrite[0].url'],
    [
      'more shards at least than at most',
      { remoteWrite: [{ ...REMOTE, queueConfig: { minShards: 60 } }] },
      'queue',
      'remoteWrite[0].queueConfig.minShards',
    ],
    [
      'a shortest wait that is longer than the longest',
      { remoteWrite: [{ ...REMOTE, queueConfig: { minBackoff: '10s' } }] },
      'queue',
      'remoteWrite[0].queueConfig.minBackoff',
    ],
    [
      'a relabeling of remote write without a target',
      { remoteWrite: [{ ...REMOTE, writeRelabelConfigs: [{ sourceLabels: ['a'] }] }] },
      'relabeling',
      'remoteWrite[0].writeRelabelConfigs[0].targetLabel',
    ],
    [
      'a managed identity that is no UUID',
      { remoteWrite: [{ ...REMOTE, azureAd: { managedIdentity: { clientId: 'metrics' } } }] },
      'azure-uuid',
      'remoteWrite[0].azureAd.managedIdentity.clientId',
    ],
    [
      'a certificate for tracing that nobody puts into the pods',
      { tracingConfig: { endpoint: 'a:1', tlsConfig: { ca: { secret: { name: 'tls', key: 'ca.crt' } } } } },
      'tracing-tls',
      'tracingConfig.tlsConfig.ca',
    ],
  ])('%s', (_, spec, code, field) => {
    expect(refusals(found(spec))).toEqual([[`refused/${code}`, `spec.${field}`]]);
  });

  test('two options of tsdb at an agent, which get a section each', () => {
    const tsdb = { outOfOrderTimeWindow: '1h', staleSeriesCompactionThreshold: '0.5' };
    expect(refusals(ofAgent({ tsdb }))).toEqual([
      ['refused/agent-storage', 'spec.tsdb.staleSeriesCompactionThreshold'],
    ]);
    expect([...found({ tsdb }), ...ofAgent({ tsdb, version: 'v3.9.0' })]).toEqual([]);
  });

  test('what a scrape class says that a monitor uses', () => {
    const scrapeClasses = [{ name: 'a', relabelings: [{ action: 'keep', sourceLabels: [''] }] }];
    expect(refusals(found({ scrapeClasses }, [serviceMonitor({ scrapeClass: 'a' })]))).toEqual([
      ['refused/source-label', 'spec.scrapeClasses[0].relabelings[0].sourceLabels[0]'],
    ]);
    expect(found({ scrapeClasses })).toEqual([]);
    expect(found({ scrapeClasses }, [serviceMonitor({ scrapeClass: 'a', endpoints: [] })])).toEqual([]);
  });
});

describe('a configuration is not refused for', () => {
  test.each<[title: string, spec: any]>([
    ['defaults', {}],
    ['an agent', { evaluationInterval: undefined }],
    ['an external label that Prometheus 3 takes', { externalLabels: { 'the.region': 'n' } }],
    ['no label of the replica', { ...OLD, replicaExternalLabelName: '' }],
    ['an enforced label that Prometheus 3 takes', { enforcedNamespaceLabel: 'the.tenant' }],
    [
      'an enforced label where it is set on nothing',
      {
        ...OLD,
        enforcedNamespaceLabel: 'the.tenant',
        excludedFromEnforcement: [{ namespace: 'shop', resource: 'servicemonitors' }],
      },
    ],
    ['old names with an escaping that fits', { nameValidationScheme: 'Legacy', nameEscapingScheme: 'Dots' }],
    [
      'shards that a Prometheus before 3.12 does not compare',
      { version: 'v3.11.0', remoteWrite: [{ ...REMOTE, queueConfig: { minShards: 60 } }] },
    ],
    [
      'names of an Alertmanager that are meant as patterns',
      { alerting: { alertmanagers: [{ name: 'a.*', port: '(web|http)' }] } },
    ],
    [
      'alert relabelings that a Prometheus is too old for',
      {
        version: 'v2.50.0',
        alerting: { alertmanagers: [{ name: 'a', alertRelabelings: [{ sourceLabels: ['a.b'] }] }] },
      },
    ],
    [
      'a certificate for tracing that remote write asks for as well',
      {
        remoteWrite: [{ ...REMOTE, tlsConfig: { ca: { secret: { name: 'tls', key: 'ca.crt' } } } }],
        tracingConfig: { endpoint: 'a:1', tlsConfig: { ca: { secret: { name: 'tls', key: 'ca.crt' } } } },
      },
    ],
    ['a certificate for tracing from a file', { tracingConfig: { endpoint: 'a:1', tlsConfig: { caFile: '/ca' } } }],
  ])('%s', (_, spec) => {
    expect(found(spec)).toEqual([]);
  });

  test('what only discovery would read, where nothing is discovered', () => {
    expect(found({ apiserverConfig: { host: 'https://k', noProxy: 'a' } }, [])).toEqual([]);
    expect(found({ ...OLD, podTargetLabels: ['1st'] }, [])).toEqual([]);
    expect(found({ nameValidationScheme: 'Legacy', nameEscapingScheme: 'AllowUTF8' }, [])).toEqual([]);
  });
});

describe('what people add to alerting', () => {
  const added = (field: string, text: string) =>
    found({ [field]: { name: 'texts', key: 'text' } }, [], { text }).map(({ message }) => message);

  test.each([
    ['an unknown field', 'additionalAlertManagerConfigs', '- host: a', /has a field that Prometheus does not know/],
    ['an unknown action', 'additionalAlertRelabelConfigs', '- action: vanish', /has an action that does not fit/],
    ['nothing', 'additionalAlertManagerConfigs', '- ~', /is empty/],
  ])('is refused for %s', (_, field, text, message) => {
    expect(added(field, text)).toEqual([expect.stringMatching(message)]);
  });

  test('is fine as Prometheus has it', () => {
    expect(added('additionalAlertManagerConfigs', '- static_configs: [{ targets: [a:9093] }]')).toEqual([]);
    expect(added('additionalAlertRelabelConfigs', '- action: labeldrop\n  regex: replica')).toEqual([]);
  });
});
