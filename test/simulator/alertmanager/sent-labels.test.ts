import { exactly, type KnownLabels } from '../../../lib/simulator/alertmanager/known-labels';
import { sentLabels } from '../../../lib/simulator/alertmanager/sent-labels';
import { prometheus, simulate } from './fixtures';

const alert = { alertname: 'Down', namespace: 'shop' };

function sent(spec: any, labels: KnownLabels = exactly(alert), rules: any[] = []): ReturnType<typeof sentLabels> {
  const alerting = { alertmanagers: [{ name: 'a', port: 'web', alertRelabelings: rules }] };
  return sentLabels(labels, simulate([prometheus({ alerting, ...spec })]).instances[0], 0);
}

function valuesOf(spec: any, rules: any[] = [], labels: KnownLabels = exactly(alert)): unknown {
  const arriving = sent(spec, labels, rules);
  return arriving === undefined || arriving === 'dropped'
    ? arriving
    : Object.fromEntries(Object.entries(arriving.values).filter(([, value]) => value !== ''));
}

const named = { ...alert, prometheus: 'monitoring/k8s' };

test.each([
  ['the name of the Prometheus, and none of the replica', {}, named],
  ['no name where that is empty', { prometheusExternalLabelName: '' }, alert],
  ['the name in another label', { prometheusExternalLabelName: 'from' }, { ...alert, from: 'monitoring/k8s' }],
  ['external labels', { externalLabels: { cluster: 'a' } }, { ...named, cluster: 'a' }],
  ['its own label rather than an external one', { externalLabels: { namespace: 'bank' } }, named],
  ['the name rather than an external label of the same', { externalLabels: { prometheus: 'x' } }, named],
])('an alert arrives with %s', (_, spec, expected) => {
  expect(valuesOf(spec)).toEqual(expected);
});

test('an external label of the replica is taken away as the replica is', () => {
  const labels = exactly({ ...alert, prometheus_replica: 'mine' });
  expect(valuesOf({}, [], labels)).toEqual(named);
});

test('what an external label is where the alert may have its own nobody knows', () => {
  const open = { values: alert, unknown: new Set<string>(), open: true };
  expect(sent({ externalLabels: { cluster: 'a' } }, open)).toMatchObject({
    unknown: new Set(['cluster', 'prometheus']),
  });
});

test.each([
  [
    'replaces',
    { targetLabel: 'team', sourceLabels: ['namespace'], replacement: 'team-$1' },
    { ...named, team: 'team-shop' },
  ],
  ['drops a label', { action: 'labeldrop', regex: 'namespace' }, { alertname: 'Down', prometheus: 'monitoring/k8s' }],
  ['drops the alert', { action: 'drop', sourceLabels: ['namespace'], regex: 'shop' }, 'dropped'],
  ['keeps others', { action: 'keep', sourceLabels: ['namespace'], regex: 'bank' }, 'dropped'],
  ['copies', { action: 'labelmap', regex: 'name(.*)', replacement: 'n$1' }, { ...named, nspace: 'shop' }],
  [
    'reads external labels',
    { targetLabel: 'from', sourceLabels: ['prometheus'] },
    { ...named, from: 'monitoring/k8s' },
  ],
])('a rule for alerts %s', (_, rule, expected) => {
  expect(valuesOf({}, [rule])).toEqual(expected);
});

test('an alert that a rule drops is gone, whatever the next rules do', () => {
  const drop = { action: 'drop', sourceLabels: ['namespace'], regex: 'shop' };
  expect(valuesOf({}, [drop, { targetLabel: 'team', replacement: 'a' }])).toBe('dropped');
});

test('a rule for alerts does nothing before Prometheus 2.51', () => {
  expect(valuesOf({ version: 'v2.50.0' }, [{ action: 'labeldrop', regex: 'namespace' }])).toEqual(named);
});

test.each([
  ['sets a label that nobody knows then', { targetLabel: 'namespace', sourceLabels: ['team'] }, { alertname: 'Down' }],
  ['may drop the alert', { action: 'drop', sourceLabels: ['team'], regex: 'a' }, alert],
  ['may copy anything', { action: 'labelmap', regex: 'a(.*)' }, {}],
  ['drops labels by their names', { action: 'labeldrop', regex: 'namespace' }, { alertname: 'Down' }],
])('a rule that reads a label that nobody knows %s', (_, rule, expected) => {
  const open = { values: alert, unknown: new Set<string>(), open: true };
  expect(valuesOf({ prometheusExternalLabelName: '' }, [rule], open)).toEqual(expected);
});

test('nobody can tell what a Secret changes', () => {
  expect(sent({ additionalAlertRelabelConfigs: { name: 'a', key: 'b' } })).toBeUndefined();
});
