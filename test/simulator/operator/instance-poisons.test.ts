import { instancePoisonsOf } from '../../../lib/simulator/operator/instance-poisons';
import { RELABEL_SUPPORT } from '../../../lib/simulator/relabel/relabel-support';
import { bagOf, instanceIn, prometheus, serviceMonitor } from './fixtures';

describe('instancePoisonsOf', () => {
  function found(spec: any, monitor = serviceMonitor()) {
    const bag = bagOf(prometheus(spec), monitor);
    return instancePoisonsOf(instanceIn(bag), [{ object: monitor, source: {} }], bag, RELABEL_SUPPORT);
  }

  test('flag an interval that is empty', () => {
    expect(found({ scrapeInterval: '' })).toMatchObject([{ code: 'refused/duration', field: 'spec.scrapeInterval' }]);
    expect(found({})).toEqual([]);
  });

  test('flag a source label of a scrape class that a monitor uses', () => {
    const scrapeClasses = [{ name: 'a', relabelings: [{ action: 'keep', sourceLabels: [''] }] }];
    expect(found({ scrapeClasses }, serviceMonitor({ scrapeClass: 'a' }))).toMatchObject([
      { code: 'refused/source-label', field: 'spec.scrapeClasses[0].relabelings[0].sourceLabels[0]' },
    ]);
    expect(found({ scrapeClasses })).toEqual([]);
  });
});

describe('instancePoisonsOf, of what an instance is told,', () => {
  const write = (fields: any) => ({ remoteWrite: [{ url: 'https://store.example/write', ...fields }] });
  const read = (fields: any) => ({ remoteRead: [{ url: 'https://store.example/read', ...fields }] });
  const alertmanager = (fields: any) => ({ alerting: { alertmanagers: [{ name: 'a', port: 'web', ...fields }] } });
  const PROMETHEUS_2 = { version: 'v2.53.3' };

  function codes(spec: any): string[] {
    const bag = bagOf(prometheus(spec));
    return instancePoisonsOf(instanceIn(bag), [], bag, RELABEL_SUPPORT).map(({ code, field }) => `${code} ${field}`);
  }

  test.each([
    [write({ bearerToken: 'x', basicAuth: {} }), 'authentication spec.remoteWrite[0].bearerToken'],
    [write({ authorization: { type: 'basic' } }), 'authorization-type spec.remoteWrite[0].authorization.type'],
    [write({ headers: { Host: 'x' } }), 'header spec.remoteWrite[0].headers.Host'],
    [write({ queueConfig: { minShards: 51 } }), 'queue spec.remoteWrite[0].queueConfig.minShards'],
    [write({ url: 'http://[::1' }), 'url spec.remoteWrite[0].url'],
    [write({ remoteTimeout: '300y' }), 'duration spec.remoteWrite[0].remoteTimeout'],
    [write({ writeRelabelConfigs: [{}] }), 'relabeling spec.remoteWrite[0].writeRelabelConfigs[0].targetLabel'],
    [read({ bearerToken: 'x', bearerTokenFile: '/x' }), 'authentication spec.remoteRead[0].bearerTokenFile'],
    [alertmanager({ name: 'a(' }), 'alertmanager-no-regex spec.alerting.alertmanagers[0].name'],
    [alertmanager({ noProxy: 'a' }), 'proxy spec.alerting.alertmanagers[0].noProxy'],
    [{ bodySizeLimit: 'about 5MB' }, 'size spec.bodySizeLimit'],
    [{ evaluationInterval: '' }, 'duration spec.evaluationInterval'],
    [{ ...PROMETHEUS_2, externalLabels: { 'a.b': 'c' } }, 'label-name spec.externalLabels["a.b"]'],
    [{ ...PROMETHEUS_2, scrapeProtocols: ['PrometheusText1.0.0'] }, 'no-scrape-protocol-left spec.scrapeProtocols'],
    [
      { nameValidationScheme: 'Legacy', otlp: { translationStrategy: 'NoTranslation' } },
      'name-schemes spec.otlp.translationStrategy',
    ],
    [
      { tracingConfig: { tlsConfig: { ca: { secret: { name: 'a', key: 'b' } } } } },
      'tracing-file spec.tracingConfig.tlsConfig.ca.secret',
    ],
  ])('flags %j', (spec, code) => {
    expect(codes(spec)).toEqual([`refused/${code}`]);
  });

  test.each([
    [write({ queueConfig: { minShards: 51, maxShards: 60 } })],
    [{ ...PROMETHEUS_2, ...write({ queueConfig: { minShards: 51 } }) }],
    [write({ name: '' })],
    [{ apiserverConfig: { host: 'https://a', noProxy: 'a' } }],
    [{ externalLabels: { 'a.b': 'c' } }],
    [{ nameValidationScheme: 'Legacy', nameEscapingScheme: 'AllowUTF8' }],
    [{ tracingConfig: { insecure: true, tlsConfig: { ca: { secret: { name: 'a', key: 'b' } } } } }],
  ])('accepts %j', (spec) => {
    expect(codes(spec)).toEqual([]);
  });

  test('flags what makes the Operator crash for an old Prometheus', () => {
    const old = { version: 'v2.25.2', ...write({ authorization: {} }) };
    expect(codes(old)).toEqual(['refused/operator-crash spec.remoteWrite[0].authorization']);
    expect(codes({ ...old, version: 'v2.26.0' })).toEqual([]);
  });
});
