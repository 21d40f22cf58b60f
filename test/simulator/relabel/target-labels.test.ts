import { PROMETHEUS_2, PROMETHEUS_3 } from '../../../lib/simulator/relabel/dialect';
import { TargetLabels, type TargetSettings, targetIdentity } from '../../../lib/simulator/relabel/target-labels';
import type { RelabelConfig } from '../../../lib/simulator/relabel/to-rule';
import { labelsOf, rule } from './rules';

function target(
  found: { [name: string]: string },
  configs: RelabelConfig[] = [],
  settings: Partial<TargetSettings> = {},
  dialect = PROMETHEUS_3,
): any {
  const job = {
    name: 'serviceMonitor/shop/web/0',
    scheme: 'http',
    metricsPath: '/metrics',
    params: {},
    scrapeInterval: '30s',
    scrapeTimeout: '10s',
    relabelRules: configs.map(rule),
    ...settings,
  };
  return new TargetLabels(job, dialect).of(labelsOf(found));
}

const address = { __address__: '10.0.0.1:8080' };
const set = (targetLabel: string, replacement: string) => ({ targetLabel, replacement });

test('gives a target what its job says, and the address as its instance', () => {
  expect(target({ ...address, __meta_kubernetes_namespace: 'shop' })).toEqual({
    outcome: 'scraped',
    labels: { instance: '10.0.0.1:8080', job: 'serviceMonitor/shop/web/0' },
    hiddenLabels: {},
    address: '10.0.0.1:8080',
    scheme: 'http',
    metricsPath: '/metrics',
    params: {},
    scrapeInterval: '30s',
    scrapeTimeout: '10s',
  });
});

test('lets discovery win over the job, but not with an empty label', () => {
  expect(target({ ...address, job: 'own', __scheme__: 'https', __metrics_path__: '' })).toMatchObject({
    labels: { job: 'own' },
    scheme: 'https',
    metricsPath: '/metrics',
  });
});

test('lets rules change where and how is scraped', () => {
  const configs = [
    set('__address__', 'x:1'),
    set('__scheme__', 'https'),
    set('__metrics_path__', '/m'),
    set('job', 'j'),
  ];
  expect(target(address, configs)).toMatchObject({
    labels: { instance: 'x:1', job: 'j' },
    address: 'x:1',
    scheme: 'https',
    metricsPath: '/m',
  });
});

test('lets rules read meta labels, and removes them afterwards, also those that a rule wrote', () => {
  const configs = [{ sourceLabels: ['__meta_a'], targetLabel: 'a' }, set('__meta_b', 'x'), set('__tmp_c', 'y')];
  expect(target({ ...address, __meta_a: '1' }, configs)).toMatchObject({
    labels: { a: '1', instance: '10.0.0.1:8080', job: 'serviceMonitor/shop/web/0' },
    hiddenLabels: { __tmp_c: 'y' },
  });
});

test('replaces the first value of a parameter and adds others', () => {
  const configs = [set('__param_a', 'x'), set('__param_b', 'y')];
  expect(target(address, configs, { params: { a: ['1', '2'], c: ['3'] } }).params).toEqual({
    a: ['x', '2'],
    b: ['y'],
    c: ['3'],
  });
});

test('leaves a parameter of discovery alone since Prometheus 3', () => {
  const params = { a: ['job'] };
  expect(target({ ...address, __param_a: 'found' }, [], { params }).params).toEqual({ a: ['found'] });
  expect(target({ ...address, __param_a: 'found' }, [], { params }, PROMETHEUS_2).params).toEqual({ a: ['job'] });
});

test('names the rule that drops', () => {
  const config = { action: 'drop', sourceLabels: ['__scheme__'], regex: 'http' };
  expect(target(address, [config])).toEqual({ outcome: 'dropped', droppedBy: rule(config) });
});

test('shows durations to rules as Prometheus writes them', () => {
  const copy = { sourceLabels: ['__scrape_interval__'], targetLabel: 'interval' };
  expect(target(address, [copy], { scrapeInterval: '90s' })).toMatchObject({ labels: { interval: '1m30s' } });
});

test.each([
  ['no address', {}, [], '__address__', 'no address is left'],
  [
    'a URL for an address',
    { __address__: 'http://x' },
    [],
    '__address__',
    '"http://x" holds a "/", as no host name does',
  ],
  [
    'an interval that is none',
    address,
    [set('__scrape_interval__', 'often')],
    '__scrape_interval__',
    '"often" is no duration',
  ],
  ['an interval of zero', address, [set('__scrape_interval__', '0s')], '__scrape_interval__', '"0s" is no time at all'],
  [
    'a timeout that a rule deletes',
    address,
    [set('__scrape_timeout__', '')],
    '__scrape_timeout__',
    '"" is no duration',
  ],
  [
    'a timeout beyond the interval',
    address,
    [set('__scrape_timeout__', '31s')],
    '__scrape_timeout__',
    '31s is longer than the scrape interval 30s',
  ],
])('gives up a target with %s', (_, found, configs, label, problem) => {
  expect(target(found as any, configs)).toEqual({ outcome: 'failed', label, problem });
});

describe('an address without a port', () => {
  test.each([
    ['h', 'http', 'h:80'],
    ['h', 'https', 'h:443'],
    ['[::1]', 'http', '[::1]:80'],
    ['h:8080', 'http', 'h:8080'],
    ['::1', 'http', '::1'],
  ])('%s under %s becomes %s in Prometheus 2', (host, scheme, expected) => {
    expect(target({ __address__: host }, [], { scheme }, PROMETHEUS_2)).toMatchObject({
      address: expected,
      labels: { instance: expected },
    });
  });

  test('stays as it is since Prometheus 3', () => {
    expect(target({ __address__: 'h' })).toMatchObject({ address: 'h' });
  });
});

test('tells targets apart by all that is left, and by nothing else', () => {
  const identity = (found: { [name: string]: string }) => targetIdentity(target({ ...address, ...found }));
  expect(identity({ __meta_uid: '1' })).toBe(identity({ __meta_uid: '2' }));
  expect(identity({ __tmp: '1' })).not.toBe(identity({ __tmp: '2' }));
  expect(identity({ __scheme__: 'https' })).not.toBe(identity({}));
});

test('tells which rules Prometheus would refuse', () => {
  const job: TargetSettings = {
    name: 'j',
    scheme: 'http',
    metricsPath: '/',
    params: {},
    scrapeInterval: '1m',
    scrapeTimeout: '1m',
    relabelRules: [rule({ action: 'keep', regex: 'web[' })],
  };
  expect(new TargetLabels(job, PROMETHEUS_3).invalid).toMatchObject([{ rule: { regex: 'web[' }, field: 'regex' }]);
});
