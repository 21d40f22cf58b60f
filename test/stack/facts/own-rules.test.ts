import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as yaml from 'yaml';
import { DEFAULT_RULE_GROUPS } from '../../../lib/stack/facts/default-rules';
import { ownDashboards } from '../../../lib/stack/facts/own-dashboards';
import { ownRuleGroups } from '../../../lib/stack/facts/own-rules';
import { describeWithData } from '../../shared-data';
import { release } from './facts';

const groups = (values: any = {}) => ownRuleGroups(release(values)).map(({ group }) => group);
const alerts = (values: any = {}) => ownRuleGroups(release(values)).flatMap((group) => group.alerts);

/** Alerts and recording rules by the start of the group's name, as the chart renders them. */
const RENDERED: [groups: RegExp, alerts: number, records: number][] = [
  [/^alertmanager\.rules$/, 9, 0],
  [/^config-reloaders$/, 1, 0],
  [/^etcd$/, 15, 0],
  [/^general\.rules$/, 3, 0],
  [/^k8s\.rules\./, 0, 22],
  [/^kube-apiserver-/, 4, 32],
  [/^kube-prometheus-/, 0, 8],
  [/^kube-scheduler\.rules$/, 0, 9],
  [/^kubernetes-system-scheduler$/, 2, 0],
  [/^kubernetes-system-controller-manager$/, 2, 0],
  [/^kubernetes-system-kube-proxy$/, 2, 0],
  [/^kubelet\.rules$/, 0, 3],
  [/^kubernetes-system$/, 2, 0],
  [/^kubernetes-system-apiserver$/, 7, 0],
  [/^kubernetes-system-kubelet$/, 16, 0],
  [/^kubernetes-apps$/, 17, 0],
  [/^kubernetes-resources$/, 8, 0],
  [/^kubernetes-storage$/, 5, 0],
  [/^kube-state-metrics$/, 4, 0],
  [/^node-exporter$/, 26, 0],
  [/^node-exporter\.rules$/, 0, 15],
  [/^node\.rules$/, 0, 5],
  [/^node-network$/, 1, 0],
  [/^prometheus$/, 23, 0],
  [/^prometheus-operator$/, 8, 0],
];

test.each(RENDERED)('groups %s have %d alerts and %d recording rules', (name, alertCount, records) => {
  const found = DEFAULT_RULE_GROUPS.filter(({ group }) => name.test(group));
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  expect(found.length).toBeGreaterThan(0);
  expect(sum(found.map((group) => group.alerts?.length ?? 0))).toBe(alertCount);
  expect(sum(found.map((group) => group.records ?? 0))).toBe(records);
});

test('a default release has 35 groups, each an object of its own with a valid name', () => {
  const found = ownRuleGroups(release({}, 'prometheus-stack'));
  expect(found).toHaveLength(35);
  expect(new Set(found.map(({ name }) => name)).size).toBe(35);
  expect(found.filter(({ name }) => name.length > 63 || name.includes('_'))).toEqual([]);
  expect(found.map(({ name }) => name)).toContain('prometheus-stack-kube-prom-k8s.rules.container-cpu-usage-second');
});

describeWithData('kube-prometheus-stack-88.5.3', 'the values of the chart', (folder) => {
  test('have each key of a group, and no other', () => {
    const chart = readFileSync(path.join(folder, 'values.yaml'), 'utf8');
    const [, block] = /^defaultRules:\n[\s\S]*?^ {2}rules:\n([\s\S]*?)^\n/m.exec(chart) ?? ['', ''];
    const keys = [...block.matchAll(/^ {4}(\w+): true$/gm)].map(([, key]) => key).sort();
    expect([...new Set(DEFAULT_RULE_GROUPS.map(({ key }) => key))].sort()).toEqual(keys);
  });
});

describeWithData('kube-prometheus-manifests', 'the rules that the chart is made of', (folder) => {
  test('have the alerts of each group that both have', () => {
    const upstream = new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('prometheusRule.yaml'))
        .flatMap((file) => yaml.parse(readFileSync(path.join(folder, file), 'utf8')).spec.groups)
        .map((group: any): [string, string[]] => [group.name, group.rules.flatMap(({ alert }: any) => alert ?? [])]),
    );
    const both = DEFAULT_RULE_GROUPS.filter(({ group }) => upstream.has(group));
    expect(both.length).toBeGreaterThan(25);
    expect(both.map(({ group, alerts = [] }) => [group, alerts])).toEqual(
      both.map(({ group }) => [group, upstream.get(group)]),
    );
  });
});

test.each([
  ['all of them', { defaultRules: { create: false } }, []],
  ['one by its key', { defaultRules: { rules: { etcd: false } } }, groups().filter((group) => group !== 'etcd')],
  ['those of a part that is off', { kubeEtcd: { enabled: false } }, groups().filter((group) => group !== 'etcd')],
  [
    'all that share a key',
    { defaultRules: { rules: { kubernetesSystem: false } } },
    groups().filter((group) => !/^kubernetes-system(-apiserver|-kubelet)?$/.test(group)),
  ],
  [
    'none, but adds some',
    { windowsMonitoring: { enabled: true } },
    [...groups(), 'windows.node.rules', 'windows.pod.rules'],
  ],
])('values take away %s', (_title, values, left) => {
  expect(groups(values)).toEqual(left);
});

test('Alertmanager keeps its rules when it is off', () => {
  expect(groups({ alertmanager: { enabled: false } })).toContain('alertmanager.rules');
});

test('an alert that is disabled is gone, however many rules it has', () => {
  expect(alerts()).toContain('KubeAPIErrorBudgetBurn');
  expect(alerts({ defaultRules: { disabled: { KubeAPIErrorBudgetBurn: true } } })).not.toContain(
    'KubeAPIErrorBudgetBurn',
  );
});

test('alerts for what is down go with their part', () => {
  const values = { kubeApiServer: { enabled: false }, prometheusOperator: { kubeletService: { enabled: false } } };
  expect(alerts()).toEqual(expect.arrayContaining(['KubeAPIDown', 'KubeletDown']));
  expect(alerts(values).filter((alert) => /^Kube(API|let)Down$/.test(alert))).toEqual([]);
});

describe('dashboards', () => {
  test('are 29 by default', () => {
    expect(ownDashboards(release())).toHaveLength(29);
  });

  test.each([
    ['without Grafana', { grafana: { enabled: false } }, 0],
    ['for a Grafana elsewhere', { grafana: { enabled: false, forceDeployDashboards: true } }, 29],
    ['without the default ones', { grafana: { defaultDashboardsEnabled: false } }, 0],
    ['without AIX', { nodeExporter: { operatingSystems: { aix: { enabled: false } } } }, 28],
    ['without node-exporter', { nodeExporter: { enabled: false } }, 24],
    ['with that of remote write', { prometheus: { prometheusSpec: { remoteWriteDashboards: true } } }, 30],
    ['with those of Windows', { windowsMonitoring: { enabled: true } }, 34],
  ])('%s are as many as that leaves', (_title, values, count) => {
    expect(ownDashboards(release(values))).toHaveLength(count);
  });
});
