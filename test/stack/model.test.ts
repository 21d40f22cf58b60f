import { Chart, Testing } from 'cdk8s';
import { CHART_VERSIONS, NEWEST_CHART } from '../../lib/stack/facts/chart-versions';
import { StackRelease } from '../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';

function release(values: any = {}, props: StackReleaseProps = {}): StackRelease {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'monitoring' });
  return new StackRelease(chart, 'kps', { values, ...props });
}

const FULL = 'kps-kube-prometheus-stack';
const spec = (prometheusSpec: any) => ({ prometheus: { prometheusSpec } });

describe('a default release', () => {
  test('has the parts of the chart, under their names', () => {
    expect(release()).toMatchObject({
      prometheusServicePort: 9090,
      prometheusServicePortName: 'http-web',
      shards: 1,
      operatorServiceAccountName: `${FULL}-operator`,
      prometheusInstanceNamespaces: [],
      alertmanagerServiceAccountName: `${FULL}-alertmanager`,
      alertmanagerServicePort: 9093,
      alertmanagerPodLabels: { 'app.kubernetes.io/name': 'alertmanager', alertmanager: `${FULL}-alertmanager` },
      alertmanagerConfigMatcherStrategy: 'OnNamespace',
      grafanaServicePort: 80,
      kubeStateMetricsName: 'kps-kube-state-metrics',
      kubeStateMetricsNamespace: 'monitoring',
      nodeExporterName: 'kps-prometheus-node-exporter',
      nodeExporterNamespace: 'monitoring',
    });
  });

  test('takes every AlertmanagerConfig', () => {
    const { alertmanagerConfigSelector, alertmanagerConfigNamespaceSelector } = release();
    expect(alertmanagerConfigSelector.toManifest()).toEqual({});
    expect(alertmanagerConfigNamespaceSelector.toManifest()).toEqual({});
  });

  test('takes its own monitors, and has no ruler and no receivers', () => {
    const stack = release();
    expect(stack.ownServiceMonitors.map(({ selected }) => selected)).toEqual(Array(13).fill(true));
    expect(stack).toMatchObject({ thanosRulerName: undefined, remoteWriteUrl: undefined, otlpMetricsUrl: undefined });
  });

  test('names its alerts once each', () => {
    const { alertNames, ruleGroups } = release();
    expect(ruleGroups).toHaveLength(35);
    expect(alertNames).toEqual([...new Set(alertNames)].sort());
    expect(alertNames).toEqual(expect.arrayContaining(['Watchdog', 'KubePodCrashLooping', 'etcdNoLeader']));
  });

  test('finds dashboards everywhere, and data sources beside Grafana', () => {
    expect(release()).toMatchObject({
      grafanaDashboardLabel: 'grafana_dashboard',
      grafanaDashboardLabelValue: '1',
      grafanaDashboardNamespaces: undefined,
      grafanaFolderAnnotation: undefined,
      grafanaDatasourceLabel: 'grafana_datasource',
      grafanaDatasourceLabelValue: '1',
      grafanaDatasourceNamespaces: ['monitoring'],
    });
  });
});

describe('addresses', () => {
  test.each([
    ['its port', { prometheus: { service: { port: 80 } } }, `http://${FULL}-prometheus.monitoring.svc:80`],
    ['its path', spec({ routePrefix: '/prom/' }), `http://${FULL}-prometheus.monitoring.svc:9090/prom`],
    [
      'TLS',
      spec({ web: { tlsConfig: { cert: { secret: { name: 'c', key: 'tls.crt' } } } } }),
      `https://${FULL}-prometheus.monitoring.svc:9090`,
    ],
  ])('of Prometheus follow %s', (_title, values, url) => {
    expect(release(values).prometheusUrl).toBe(url);
  });

  test('of its receivers are there when they are', () => {
    const stack = release(spec({ enableRemoteWriteReceiver: true, enableOTLPReceiver: true, routePrefix: '/prom' }));
    expect(stack.remoteWriteUrl).toBe(`${stack.prometheusUrl}/api/v1/write`);
    expect(stack.otlpMetricsUrl).toBe(`${stack.prometheusUrl}/api/v1/otlp/v1/metrics`);
  });

  test.each([
    ['TLS', { 'grafana.ini': { server: { protocol: 'https' } } }, 'https://kps-grafana.monitoring.svc:80'],
    [
      'a path that it serves itself',
      { 'grafana.ini': { server: { root_url: 'https://example.com/boards/', serve_from_sub_path: true } } },
      'http://kps-grafana.monitoring.svc:80/boards',
    ],
    [
      'no path that a proxy takes away',
      { 'grafana.ini': { server: { root_url: 'https://example.com/boards/' } } },
      'http://kps-grafana.monitoring.svc:80',
    ],
    [
      'its port and namespace',
      { service: { port: 8080 }, namespaceOverride: 'boards' },
      'http://kps-grafana.boards.svc:8080',
    ],
  ])('of Grafana follow %s', (_title, grafana, url) => {
    expect(release({ grafana }).grafanaUrl).toBe(url);
  });

  test('of the ruler are built from the name of the chart, not of the release', () => {
    expect(
      release({ thanosRuler: { enabled: true, thanosRulerSpec: { queryEndpoints: ['http://query:9090'] } } }),
    ).toMatchObject({
      thanosRulerName: `${FULL}-thanos-ruler`,
      thanosRulerServiceName: 'kube-prometheus-stack-thanos-ruler',
      thanosRulerUrl: 'http://kube-prometheus-stack-thanos-ruler.monitoring.svc:10902',
    });
  });
});

describe('Grafana', () => {
  test('looks for the labels that the values say', () => {
    const sidecar = {
      dashboards: {
        label: 'board',
        labelValue: '',
        searchNamespace: 'a, b',
        folderAnnotation: 'folder',
        provider: { foldersFromFilesStructure: true },
      },
      datasources: { enabled: false },
    };
    expect(release({ grafana: { sidecar } })).toMatchObject({
      grafanaDashboardLabel: 'board',
      grafanaDashboardLabelValue: undefined,
      grafanaDashboardNamespaces: ['a', 'b'],
      grafanaFolderAnnotation: 'folder',
      grafanaDatasourceLabel: undefined,
      grafanaDatasourceNamespaces: undefined,
    });
  });

  test('has no folders by the annotation alone', () => {
    const sidecar = { dashboards: { SCProvider: false, folderAnnotation: 'folder' } };
    expect(release({ grafana: { sidecar } }).grafanaFolderAnnotation).toBeUndefined();
  });
});

describe('parts that are off', () => {
  test('have no names', () => {
    const off = { enabled: false };
    expect(release({ alertmanager: off, grafana: off, kubeStateMetrics: off, nodeExporter: off })).toMatchObject({
      alertmanagerServiceAccountName: undefined,
      alertmanagerPodLabels: undefined,
      alertmanagerServicePort: undefined,
      grafanaServicePort: undefined,
      grafanaDashboardLabel: undefined,
      kubeStateMetricsName: undefined,
      nodeExporterName: undefined,
    });
  });

  test('select nothing', () => {
    const { alertmanagerConfigSelector } = release({ alertmanager: { enabled: false } });
    expect(alertmanagerConfigSelector.selectsNothing).toBe(true);
  });
});

describe('what the release takes of its own', () => {
  const selected = (values: any) => release(values).ownServiceMonitors.map((one) => one.selected);

  test('is nothing with a selector that asks for another label', () => {
    expect(selected(spec({ serviceMonitorSelector: { matchLabels: { team: 'a' } } }))).toEqual(Array(13).fill(false));
  });

  test('is not known where labels of a Namespace decide', () => {
    const values = spec({ serviceMonitorNamespaceSelector: { matchLabels: { tier: 'infra' } } });
    expect(selected(values)).toEqual(Array(13).fill(undefined));
  });

  test('is nothing without Prometheus', () => {
    expect(new Set(selected({ prometheus: { enabled: false } }))).toEqual(new Set([false]));
  });
});

describe('versions', () => {
  test.each(CHART_VERSIONS)('of chart $chart are those of the table', (entry) => {
    expect(release({}, { chartVersion: entry.chart })).toMatchObject({
      prometheusVersion: entry.prometheus,
      operatorVersion: entry.operator,
      alertmanagerVersion: entry.alertmanager,
      grafanaVersion: entry.grafana,
      thanosVersion: entry.thanos,
      minimumKubernetesVersion: entry.kubernetes,
      versionsAssumed: false,
    });
  });

  test('of a chart that is newer still are the newest known, and assumed', () => {
    const { chart: _, grafana } = CHART_VERSIONS[CHART_VERSIONS.length - 1];
    expect(release({}, { chartVersion: '188.0.0' })).toMatchObject({ grafanaVersion: grafana, versionsAssumed: true });
  });

  test('that the values set win', () => {
    const values = {
      alertmanager: { alertmanagerSpec: { image: { tag: 'v0.30.0' } } },
      grafana: { image: { tag: '12.0.1-security-01' } },
    };
    expect(release(values)).toMatchObject({ alertmanagerVersion: '0.30.0', grafanaVersion: '12.0.1' });
  });

  test('are not known for a chart older than the table', () => {
    expect(release({}, { chartVersion: '45.0.0' })).toMatchObject({ grafanaVersion: undefined, versionsAssumed: true });
  });

  test('of the default are the newest', () => {
    expect(release().chartVersion).toBe(NEWEST_CHART);
  });
});

test('a selector may name the release by a template', () => {
  const stack = release(spec({ ruleSelector: { matchLabels: { release: '{{ $.Release.Name }}' } } }));
  expect(stack.ruleSelector.requiredLabels).toEqual({ release: 'kps' });
});

test('raw fields of the Prometheus object count more than values', () => {
  const stack = release(
    spec({
      scrapeInterval: '1m',
      additionalConfig: { serviceMonitorSelector: { matchLabels: { team: 'a' } }, ignoreNamespaceSelectors: true },
    }),
  );
  expect(stack.serviceMonitorSelector.requiredLabels).toEqual({ team: 'a' });
  expect(stack.ignoreNamespaceSelectors).toBe(true);
  expect(stack.scrapeInterval.toSeconds()).toBe(60);
});
