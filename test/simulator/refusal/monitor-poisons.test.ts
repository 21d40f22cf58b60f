import type { KubeObject } from '../../../lib/simulator/kube-object';
import { poisonsOf } from '../../../lib/simulator/refusal/monitor-poisons';
import { bagOf, instanceIn, object, podMonitor, prometheus, relabel, serviceMonitor } from '../operator/fixtures';

const BASIC = { username: { name: 's', key: 'u' }, password: { name: 's', key: 'p' } };
const CLASS = [{ name: 'guarded', default: true, authorization: { credentialsFile: '/token' } }, { name: 'open' }];

function poisons(monitor: KubeObject, spec: any = {}, instance = prometheus(spec), flags: string[] = []) {
  const bag = bagOf(instance, monitor);
  return poisonsOf({ object: monitor, source: {} }, instanceIn(bag, flags), bag, relabel);
}

const endpoint = (fields: any) => serviceMonitor({ endpoints: [fields] });
const podEndpoint = (fields: any) => podMonitor({ podMetricsEndpoints: [fields] });

describe('poisonsOf', () => {
  test.each([
    [
      'bearerTokenFile beside basicAuth',
      endpoint({ bearerTokenFile: '/t', basicAuth: BASIC }),
      {},
      'bearer-token-file-and-more',
      'bearerTokenFile',
    ],
    [
      'bearerTokenFile beside authorization',
      endpoint({ bearerTokenFile: '/t', authorization: { credentials: { name: 's', key: 'u' } } }),
      {},
      'bearer-token-file-and-more',
      'bearerTokenFile',
    ],
    [
      'basicAuth beside the authorization of the default class',
      endpoint({ basicAuth: BASIC }),
      { scrapeClasses: CLASS },
      'scrape-class-authorization',
      'basicAuth',
    ],
    [
      'bearerTokenFile beside the authorization of the default class',
      endpoint({ bearerTokenFile: '/t' }),
      { scrapeClasses: CLASS },
      'scrape-class-authorization',
      'bearerTokenFile',
    ],
    ['a port that is no regular expression', endpoint({ port: 'web[' }), {}, 'port-no-regex', 'port'],
    [
      'a target port that is no regular expression',
      endpoint({ targetPort: 'web(' }),
      {},
      'port-no-regex',
      'targetPort',
    ],
    [
      'an empty source label',
      endpoint({ relabelings: [{ action: 'keep', sourceLabels: ['a', ''] }] }),
      {},
      'source-label',
      'relabelings[0].sourceLabels[1]',
    ],
    [
      'a source label that Prometheus 2 does not know',
      endpoint({ metricRelabelings: [{ action: 'keep', sourceLabels: ['a.b'] }] }),
      { version: 'v2.55.1' },
      'source-label',
      'metricRelabelings[0].sourceLabels[0]',
    ],
    [
      'the default regular expression spelled out beside keepequal',
      endpoint({ relabelings: [{ action: 'keepequal', sourceLabels: ['a'], targetLabel: 'b', regex: '(.*)' }] }),
      {},
      'relabeling',
      'relabelings[0].regex',
    ],
    [
      'a target label that only the old names do not have, where these are asked for',
      endpoint({ relabelings: [{ targetLabel: 'the.team' }] }),
      { nameValidationScheme: 'Legacy' },
      'relabeling',
      'relabelings[0].targetLabel',
    ],
    ['an interval that nothing can hold', endpoint({ interval: '300y' }), {}, 'duration', 'interval'],
    [
      'a certificate from the file of a class that has its key in a Secret',
      endpoint({ tlsConfig: { insecureSkipVerify: true } }),
      {
        scrapeClasses: [
          { name: 'a', default: true, tlsConfig: { certFile: '/c', keySecret: { name: 's', key: 'k' } } },
        ],
      },
      'half-pair',
      'tlsConfig',
    ],
  ])('flags %s', (_, monitor, spec, code, field) => {
    expect(poisons(monitor, spec)).toMatchObject([{ code: `poison/${code}`, field: `spec.endpoints[0].${field}` }]);
  });

  test.each([
    ['bearerTokenFile alone', endpoint({ bearerTokenFile: '/t' }), {}],
    [
      'basicAuth in a class without authorization',
      serviceMonitor({ scrapeClass: 'open', endpoints: [{ basicAuth: BASIC }] }),
      { scrapeClasses: CLASS },
    ],
    [
      'an authorization of its own',
      endpoint({ authorization: { credentials: { name: 's', key: 'u' } } }),
      { scrapeClasses: CLASS },
    ],
    ['a port that is a regular expression', endpoint({ port: 'web|http' }), {}],
    ['a broken target port behind a port', endpoint({ port: 'web', targetPort: 'web(' }), {}],
    ['a broken target port behind a port number', podEndpoint({ portNumber: 80, targetPort: 'web(' }), {}],
    [
      'keepequal without a regular expression',
      endpoint({ relabelings: [{ action: 'keepequal', sourceLabels: ['a'], targetLabel: 'b' }] }),
      {},
    ],
    [
      'a target label of Prometheus 3 that reads an old scheme as one of metrics alone',
      endpoint({ relabelings: [{ targetLabel: 'the.team' }] }),
      { nameValidationScheme: 'Legacy', version: 'v3.6.0' },
    ],
    ['the longest interval', endpoint({ interval: '292y' }), {}],
    ['a size below one', serviceMonitor({ bodySizeLimit: '.5MB' }), {}],
    ['a source label of Prometheus 3', endpoint({ relabelings: [{ action: 'keep', sourceLabels: ['a.b'] }] }), {}],
    ['PrometheusText1.0.0 alone for Prometheus 3', serviceMonitor({ scrapeProtocols: ['PrometheusText1.0.0'] }), {}],
    [
      'PrometheusText1.0.0 alone for a Prometheus that is told no protocols',
      serviceMonitor({ scrapeProtocols: ['PrometheusText1.0.0'] }),
      { version: 'v2.48.0' },
    ],
    [
      'a broken port without an endpoint',
      serviceMonitor({ endpoints: [], scrapeProtocols: ['PrometheusText1.0.0'] }),
      { version: 'v2.50.0' },
    ],
    ['RoleSelector at a Prometheus', podMonitor({ selectorMechanism: 'RoleSelector' }), {}],
  ])('accepts %s', (_, monitor, spec) => {
    expect(poisons(monitor, spec)).toEqual([]);
  });

  test('flags a list of protocols of which nothing is left', () => {
    const monitor = serviceMonitor({ scrapeProtocols: ['PrometheusText1.0.0'] });
    expect(poisons(monitor, { version: 'v2.50.0' })).toMatchObject([{ code: 'poison/no-scrape-protocol-left' }]);
  });

  test('flags authorization for a Prometheus so old that the Operator crashes on it', () => {
    const monitor = endpoint({ authorization: { credentials: { name: 's', key: 'u' } } });
    expect(poisons(monitor, { version: 'v2.25.0' })).toMatchObject([
      { code: 'poison/operator-crash', field: 'spec.endpoints[0].authorization' },
    ]);
    expect(poisons(endpoint({}), { version: 'v2.25.0', scrapeClasses: CLASS })).toMatchObject([
      { code: 'poison/operator-crash' },
    ]);
    expect(poisons(monitor, { version: 'v2.26.0' })).toEqual([]);
  });

  test('judges source labels by Prometheus itself, for which a suffix is no pre-release', () => {
    const monitor = endpoint({ relabelings: [{ action: 'keep', sourceLabels: ['a.b'] }] });
    expect(poisons(monitor, { version: 'v3.0.0-distroless' })).toEqual([]);
  });

  test('flags RoleSelector at agents on every node, which have a selector already', () => {
    const agent = object('PrometheusAgent', 'k8s', { mode: 'DaemonSet' });
    const flags = ['--feature-gates=PrometheusAgentDaemonSet=true'];
    const monitor = podMonitor({ selectorMechanism: 'RoleSelector' });
    expect(poisons(monitor, {}, agent, flags)).toMatchObject([{ code: 'poison/two-pod-selectors' }]);
    expect(poisons(endpoint({ port: 'web[' }), {}, agent, flags)).toEqual([]);
  });

  test.each([
    ['targetLabels', serviceMonitor, '1password.com/team', /copied to a label "1password_com_team"/],
    ['podTargetLabels', podMonitor, '1st', /"1st" is copied to a label "1st"/],
    ['targetLabels', serviceMonitor, '', /is empty/],
  ])('flags %s of which no name can be made for Prometheus 2', (list, make, name, message) => {
    expect(poisons(make({ [list]: ['app', name] }), { version: 'v2.55.1' })).toMatchObject([
      { code: 'poison/label-name', field: `spec.${list}[1]`, message: expect.stringMatching(message) },
    ]);
    expect(poisons(make({ [list]: ['app', name] }))).toHaveLength(name === '' ? 1 : 0);
  });

  test('flags a size that does not begin with a number', () => {
    const monitor = serviceMonitor({ bodySizeLimit: 'ca. 5MB' });
    expect(poisons(monitor)).toMatchObject([{ code: 'poison/size', field: 'spec.bodySizeLimit' }]);
    expect(poisons(monitor, { version: 'v2.27.0' })).toEqual([]);
  });

  describe('that refers to Secrets', () => {
    const secret = object('Secret', 's', undefined, { stringData: { empty: '', full: 'text' } });
    const token = (key: string) => endpoint({ bearerTokenFile: '/t', bearerTokenSecret: { name: 's', key } });
    const client = (key: string) =>
      endpoint({ oauth2: { clientId: { secret: { name: 's', key } }, clientSecret: { name: 's', key: 'full' } } });
    const found = (monitor: KubeObject) => {
      const bag = bagOf(prometheus(), monitor, secret);
      return poisonsOf({ object: monitor, source: {} }, instanceIn(bag), bag, relabel).map(({ code }) => code);
    };

    test('counts a token that is empty for none', () => {
      expect(found(token('full'))).toEqual(['poison/bearer-token-file-and-more']);
      expect(found(token('empty'))).toEqual([]);
    });

    test('needs the id of a client', () => {
      expect(found(client('empty'))).toEqual(['poison/oauth2-empty-client-id']);
      expect(found(client('full'))).toEqual([]);
    });
  });
});
