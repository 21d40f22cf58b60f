import type { KubeObject } from '../../../lib/simulator/kube-object';
import { poisonsOf } from '../../../lib/simulator/operator/poisons';
import { bagOf, instanceIn, object, podMonitor, prometheus, relabel, serviceMonitor } from './fixtures';

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
      'bearerTokenFile beside authorization, which takes the place of that of the default class',
      endpoint({ bearerTokenFile: '/t', authorization: { credentials: { name: 's', key: 'u' } } }),
      { scrapeClasses: CLASS },
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
      endpoint({ metricRelabelings: [{ sourceLabels: ['a.b'] }] }),
      { version: 'v2.55.1' },
      'source-label',
      'metricRelabelings[0].sourceLabels[0]',
    ],
    [
      'a source label for a Prometheus 2 that does not have the feature yet',
      endpoint({ relabelings: [{ sourceLabels: ['a.b'] }] }),
      { version: 'v2.53.3', enableFeatures: ['utf8-names'] },
      'source-label',
      'relabelings[0].sourceLabels[0]',
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
    ['a source label of Prometheus 3', endpoint({ relabelings: [{ sourceLabels: ['a.b'] }] }), {}],
    [
      'a source label for a Prometheus 2 with the feature',
      endpoint({ relabelings: [{ sourceLabels: ['a.b'] }] }),
      { version: 'v2.55.0-distroless', enableFeatures: ['utf8-names'] },
    ],
    [
      'a source label for a Prometheus 3 with names of old',
      endpoint({ relabelings: [{ sourceLabels: ['a.b'] }] }),
      { nameValidationScheme: 'Legacy' },
    ],
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
    const monitor = endpoint({ relabelings: [{ sourceLabels: ['a.b'] }] });
    expect(poisons(monitor, { version: 'v3.0.0-distroless' })).toEqual([]);
  });

  test('flags RoleSelector at agents on every node, which have a selector already', () => {
    const agent = object('PrometheusAgent', 'k8s', { mode: 'DaemonSet' });
    const flags = ['--feature-gates=PrometheusAgentDaemonSet=true'];
    const monitor = podMonitor({ selectorMechanism: 'RoleSelector' });
    expect(poisons(monitor, {}, agent, flags)).toMatchObject([{ code: 'poison/two-pod-selectors' }]);
    expect(poisons(endpoint({ port: 'web[' }), {}, agent, flags)).toEqual([]);
  });
});
