import { Duration, Size } from 'cdk8s';
import { TaintEffect } from '../../../imports/k8s';
import { LabelSelector } from '../../../lib/selection/label-selector';
import { NamespaceSelector } from '../../../lib/selection/namespace-selector';
import { StackMatcherStrategyType } from '../../../lib/stack/typed/alertmanager/config-sources';
import { StackFailurePolicy } from '../../../lib/stack/typed/operator/admission-webhooks';
import { valuesOf } from './problems-of';

const team = { name: 'team' };

describe('the configuration of Alertmanager', () => {
  const configOf = (config: any) => valuesOf({ alertmanager: { config } }).alertmanager.config;

  test('keeps the receiver that the route of the chart names', () => {
    const route = { receiver: 'team' };
    expect(configOf({ route, receivers: [team] })).toEqual({ route, receivers: [team, { name: 'null' }] });
  });

  test('gets receivers where it has a route only', () => {
    const route = { group_by: ['alertname'] };
    expect(configOf({ route })).toEqual({ route, receivers: [{ name: 'null' }] });
  });

  test('stays as it is where it has neither', () => {
    expect(configOf({ global: { resolve_timeout: '1m' } })).toEqual({ global: { resolve_timeout: '1m' } });
  });

  test('has one receiver null where it is given', () => {
    const config = { route: { receiver: 'team' }, receivers: [{ name: 'null' }, team] };
    expect(configOf(config)).toEqual(config);
  });
});

test('Alertmanager takes AlertmanagerConfigs by selectors and a strategy', () => {
  const { alertmanagerSpec } = valuesOf({
    alertmanager: {
      alertmanagerConfigSelector: LabelSelector.matchLabels({ team: 'a' }),
      alertmanagerConfigNamespaceSelector: NamespaceSelector.names('shop'),
      alertmanagerConfigMatcherStrategy: { type: StackMatcherStrategyType.NONE },
      clusterTls: {
        client: { insecureSkipVerify: true },
        server: { keySecret: { name: 'tls', key: 'key' }, cert: { secret: { name: 'tls', key: 'crt' } } },
      },
    },
  }).alertmanager;
  expect(alertmanagerSpec).toEqual({
    alertmanagerConfigSelector: { matchLabels: { team: 'a' } },
    alertmanagerConfigNamespaceSelector: NamespaceSelector.names('shop').toManifest(),
    alertmanagerConfigMatcherStrategy: { type: 'None' },
    clusterTLS: {
      client: { insecureSkipVerify: true },
      server: { keySecret: { name: 'tls', key: 'key' }, cert: { secret: { name: 'tls', key: 'crt' } } },
    },
  });
});

test('Grafana is written with its own names and references', () => {
  const { grafana } = valuesOf({
    grafana: {
      grafanaIni: { server: { root_url: 'https://grafana.example.com' } },
      envValueFrom: { GF_X: { secretKeyRef: { name: 'grafana', key: 'x' } } },
      sidecar: {
        dashboards: { searchNamespace: ['shop', 'monitoring'] },
        datasources: { timeout: Duration.minutes(1), defaultDatasourceScrapeInterval: Duration.minutes(1) },
      },
      defaultDashboardsInterval: Duration.minutes(5),
      operator: { folderUid: 'abc', resyncPeriod: Duration.minutes(90) },
      persistence: { enabled: true, accessModes: ['ReadWriteMany'], size: Size.gibibytes(20) },
    },
  });
  expect(grafana).toEqual({
    'grafana.ini': { server: { root_url: 'https://grafana.example.com' } },
    envValueFrom: { GF_X: { secretKeyRef: { name: 'grafana', key: 'x' } } },
    sidecar: {
      dashboards: { searchNamespace: 'shop,monitoring' },
      datasources: { timeout: 60, defaultDatasourceScrapeInterval: '1m' },
    },
    defaultDashboardsInterval: '5m',
    operator: { folder: '', folderUID: 'abc', resyncPeriod: '1h30m' },
    persistence: { enabled: true, accessModes: ['ReadWriteMany'], size: '20Gi' },
  });
});

test('exporters are written below the names of their sub-charts', () => {
  const values = valuesOf({
    kubeStateMetrics: {
      enabled: true,
      namespaces: ['shop', 'pay'],
      tolerations: [{ effect: TaintEffect.NO_SCHEDULE }],
      prometheus: { monitor: { http: { scrapeTimeout: Duration.seconds(20) } } },
    },
    prometheusNodeExporter: { service: { port: 9200 }, hostPid: false, kubeRbacProxy: { enabled: true } },
    windowsMonitoring: { enabled: true },
    prometheusWindowsExporter: { prometheus: { monitor: { interval: Duration.minutes(1) } } },
  });
  expect(values).toEqual({
    kubeStateMetrics: { enabled: true },
    'kube-state-metrics': {
      namespaces: 'shop,pay',
      tolerations: [{ effect: 'NoSchedule' }],
      prometheus: { monitor: { http: { scrapeTimeout: '20s' } } },
    },
    'prometheus-node-exporter': {
      service: { port: 9200, targetPort: 9200 },
      hostPID: false,
      kubeRBACProxy: { enabled: true },
    },
    windowsMonitoring: { enabled: true },
    'prometheus-windows-exporter': { prometheus: { monitor: { interval: '1m' } } },
  });
});

test('webhooks have times in seconds, and certificates times as Go writes them', () => {
  const { admissionWebhooks } = valuesOf({
    prometheusOperator: {
      admissionWebhooks: {
        failurePolicy: StackFailurePolicy.IGNORE_ON_INSTALL_ONLY,
        timeoutSeconds: Duration.seconds(5),
        patch: { ttlSecondsAfterFinished: Duration.minutes(2) },
        certManager: { enabled: true, admissionCert: { duration: Duration.days(30) } },
        matchConditions: [{ name: 'a', expression: 'true' }],
      },
    },
  }).prometheusOperator;
  expect(admissionWebhooks).toEqual({
    failurePolicy: 'IgnoreOnInstallOnly',
    timeoutSeconds: 5,
    patch: { ttlSecondsAfterFinished: 120 },
    certManager: { enabled: true, admissionCert: { duration: '720h' } },
    matchConditions: [{ name: 'a', expression: 'true' }],
  });
});
