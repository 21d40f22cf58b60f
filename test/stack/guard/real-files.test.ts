import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardValues } from '../../../lib/stack/guard/guard';
import { readValues } from '../../../lib/yaml/read-values';

function found(file: string, chart = '88.5.3', argo = false): string[] {
  const { data } = readValues(readFileSync(join(__dirname, 'values', file), 'utf8'), file);
  const subject = { release: 'prometheus-stack', namespace: 'monitoring', chart, values: data as any };
  return guardValues({ ...subject, chartAssumed: false, partial: false, argo }).map(
    ({ code, level, path }) => `${level} ${code.replace('stack/', '')} ${path}`,
  );
}

test('values of a cluster at home come to little', () => {
  expect(found('home.yaml')).toEqual(['warning unknown-value x-storage', 'warning pitfall prometheus.route.main']);
});

test('values of a cluster at home know of Argo CD where it installs', () => {
  expect(found('home.yaml', '88.5.3', true)).toEqual([
    'warning unknown-value x-storage',
    'warning pitfall kubeControllerManager.endpoints',
    'warning pitfall kubeEtcd.endpoints',
    'warning pitfall kubeScheduler.endpoints',
    'warning pitfall prometheus.route.main',
  ]);
});

test('values of a company hold the mistakes that are in them', () => {
  expect(found('managed.yaml')).toEqual([
    'error unknown-value defaultRules.rules.kubeControlerManager',
    'error wrong-type prometheus.ingress.hosts[0]',
    'error wrong-type prometheus.prometheusSpec.serviceMonitorSelectorNilUsesHelmValues',
    'error unknown-value kube-state-metrics.enabled',
    'error wrong-type kube-state-metrics.extraArgs',
    'error contradiction prometheus.prometheusSpec.scrapeTimeout',
    'error wrong-type prometheus.prometheusSpec.retentionSize',
    'error contradiction alertmanager.config.route.routes[0].receiver',
    'warning pitfall kubeProxy.serviceMonitor.enabled',
    'error contradiction prometheus.networkPolicy.enabled',
    'warning pitfall alertmanager.ingress.tls',
    'error dropped-value prometheus.podDisruptionBudget',
    'error literal-secret alertmanager.config.receivers[1].pagerduty_configs[0].routing_key',
    'error literal-secret grafana.grafana\\.ini.smtp.password',
  ]);
});

test('values of an old chart are told what became of them', () => {
  expect(found('old.yaml')).toEqual([
    'error unknown-value global.rbac.pspEnabled',
    'error unknown-value defaultRules.rules.k8s',
    'error unknown-value defaultRules.rules.kubeApiserver',
    'error unknown-value defaultRules.rules.kubeScheduler',
    'error unknown-value defaultRules.rules.time',
    'error unknown-value nodeExporter.serviceMonitor',
    'error wrong-type kubeStateMetrics.enabled',
    'error unknown-value kubeStateMetrics.resources',
    'error unknown-value prometheusOperator.createCustomResource',
    'error unknown-value prometheusOperator.configReloaderCpu',
    'error unknown-value prometheus.retention',
    'error unknown-value prometheus.podSecurityPolicy',
    'error wrong-type prometheus.prometheusSpec.retention',
    'error unknown-value prometheus.prometheusSpec.storage',
    'error unknown-value prometheus.prometheusSpec.evaluationinterval',
    'error unknown-value prometheus.prometheusSpec.ingress',
    'error unknown-value alertmanager.alertmanagerSpec.storageSpec',
    'error wrong-type alertmanager.alertmanagerSpec.retention',
    'error unknown-value thanosRuler.thanosRulerSpec.objectStorageConfig.name',
    'error unknown-value thanosRuler.thanosRulerSpec.objectStorageConfig.key',
    'error unknown-value grafana.sidecar.datasource',
    'error wrong-type grafana.ingress.hosts',
    'error contradiction prometheusOperator.admissionWebhooks.enabled',
    'error dropped-value prometheus.prometheusSpec.thanos.objectStorageConfig',
    'error contradiction thanosRuler.thanosRulerSpec.queryEndpoints',
    'warning pitfall thanosRuler.enabled',
    'error dropped-value alertmanager.stringConfig',
    'error contradiction alertmanager.config.receivers',
    'error dropped-value grafana.ingress',
    'error literal-secret alertmanager.config.receivers[0].email_configs[0].auth_password',
    'error literal-secret grafana.adminPassword',
  ]);
});

test('values of an old chart are left to that chart as far as its keys go', () => {
  expect(found('old.yaml', '45.0.0').filter((text) => text.includes('unknown') || text.includes('unchecked'))).toEqual([
    'warning unchecked-values ',
  ]);
});

test('no text of a file is repeated that could be a secret', () => {
  for (const file of ['managed.yaml', 'old.yaml']) {
    const { data } = readValues(readFileSync(join(__dirname, 'values', file), 'utf8'), file);
    const subject = { release: 'prometheus-stack', namespace: 'monitoring', chart: '88.5.3', values: data as any };
    const problems = guardValues({ ...subject, chartAssumed: false, partial: false, argo: false });
    expect(JSON.stringify(problems)).not.toContain('not-a-real');
  }
});
