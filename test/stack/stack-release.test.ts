import { App, Chart, Duration, Testing } from 'cdk8s';
import { NEWEST_CHART } from '../../lib/stack/facts/chart-versions';
import { Platform } from '../../lib/stack/platform';
import { StackRelease } from '../../lib/stack/stack-release';
import { forAllKinds, SPEC, selectors, stack } from './releases';

describe('a release without props', () => {
  test('has the names, selectors and addresses of the chart', () => {
    const release = stack();
    expect(release).toMatchObject({
      releaseName: 'prometheus-stack',
      releaseNamespace: 'monitoring',
      namespace: 'monitoring',
      chartVersion: NEWEST_CHART,
      fullname: 'prometheus-stack-kube-prom',
      prometheusName: 'prometheus-stack-kube-prom-prometheus',
      prometheusKind: 'Prometheus',
      prometheusUrl: 'http://prometheus-stack-kube-prom-prometheus.monitoring.svc:9090',
      alertmanagerName: 'prometheus-stack-kube-prom-alertmanager',
      alertmanagerUrl: 'http://prometheus-stack-kube-prom-alertmanager.monitoring.svc:9093',
      grafanaServiceName: 'prometheus-stack-grafana',
      grafanaUrl: 'http://prometheus-stack-grafana.monitoring.svc:80',
      operatorName: 'prometheus-stack-kube-prom-operator',
      serviceAccountName: 'prometheus-stack-kube-prom-prometheus',
      podLabels: {
        'app.kubernetes.io/name': 'prometheus',
        'app.kubernetes.io/instance': 'prometheus-stack-kube-prom-prometheus',
        'operator.prometheus.io/name': 'prometheus-stack-kube-prom-prometheus',
      },
      prometheusVersion: '3.14.0',
      operatorVersion: '0.93.1',
      versionsAssumed: false,
      ignoreNamespaceSelectors: false,
    });
    expect(release.scrapeInterval.toSeconds()).toBe(30);
    expect(release.operatorScope.describe()).toBe('all namespaces');
    expect(selectors(release)).toEqual(forAllKinds({ matchLabels: { release: 'prometheus-stack' } }, {}));
  });

  test('sets no value, so that all defaults of the chart hold', () => {
    expect(stack().toHelmValues()).toEqual({});
  });

  test('puts no object into its chart', () => {
    const chart = new Chart(Testing.app(), 'monitoring', { namespace: 'monitoring' });
    new StackRelease(chart, 'prometheus-stack');
    expect(Testing.synth(chart)).toEqual([]);
  });
});

test('a route prefix ends up in the URL with one slash before it and none behind', () => {
  const alertmanager = { alertmanagerSpec: { routePrefix: 'alerts/' } };
  const prometheus = { prometheusSpec: { routePrefix: '/' } };
  const release = stack({ values: { alertmanager, prometheus } });
  expect(release.alertmanagerUrl).toMatch(/:9093\/alerts$/);
  expect(release.prometheusUrl).toMatch(/:9090$/);
});

describe('precedence', () => {
  test('is preset, then typed props, then the bag', () => {
    const preset = stack({ platform: Platform.GKE });
    expect(preset.toHelmValues().kubeDns).toEqual({ enabled: true });

    const overridden = stack({
      platform: Platform.GKE,
      fullnameOverride: 'typed',
      prometheus: { replicas: 2, scrapeInterval: Duration.seconds(15) },
      values: { kubeDns: { enabled: false }, fullnameOverride: 'bag', ...SPEC({ replicas: 3 }) },
    });
    expect(overridden.toHelmValues()).toMatchObject({
      kubeDns: { enabled: false },
      fullnameOverride: 'bag',
      prometheus: { prometheusSpec: { replicas: 3, scrapeInterval: '15s' } },
    });
    expect(overridden.fullname).toBe('bag');
  });

  test('leaves neither the bag nor the result shared', () => {
    const bag = { nodeExporter: { enabled: false } };
    const release = stack({ values: bag });
    release.toHelmValues().nodeExporter.enabled = true;
    bag.nodeExporter.enabled = true;
    expect(release.toHelmValues()).toEqual({ nodeExporter: { enabled: false } });
  });

  test('gives the same text whatever the order of keys', () => {
    const one = stack({ values: { customRules: { b: {}, a: {} }, commonLabels: { d: '1', c: '1' } } }).toHelmValues();
    const two = stack({ values: { commonLabels: { c: '1', d: '1' }, customRules: { a: {}, b: {} } } }).toHelmValues();
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });
});

describe('parts that are switched off or moved', () => {
  test('are absent from the model', () => {
    const release = stack({ grafana: { enabled: false }, values: { alertmanager: { enabled: false } } });
    expect([release.grafanaUrl, release.grafanaServiceName, release.alertmanagerUrl, release.alertmanagerName]).toEqual(
      [undefined, undefined, undefined, undefined],
    );
  });

  test('leave Grafana in the namespace of the release', () => {
    const release = stack({ namespaceOverride: 'elsewhere' });
    expect([release.namespace, release.alertmanagerNamespace, release.grafanaNamespace]).toEqual([
      'elsewhere',
      'elsewhere',
      'monitoring',
    ]);
  });

  test('show in the addresses', () => {
    const release = stack({
      values: {
        prometheus: { service: { port: 80 }, prometheusSpec: { routePrefix: '/prom/' } },
        alertmanager: { alertmanagerSpec: { routePrefix: '/' } },
        grafana: { service: { port: 3000 }, fullnameOverride: 'boards' },
      },
    });
    expect([release.prometheusUrl, release.alertmanagerUrl, release.grafanaUrl]).toEqual([
      'http://prometheus-stack-kube-prom-prometheus.monitoring.svc:80/prom',
      'http://prometheus-stack-kube-prom-alertmanager.monitoring.svc:9093',
      'http://boards.monitoring.svc:3000',
    ]);
  });

  test('leave the default ServiceAccount when the chart creates none', () => {
    expect(stack({ prometheus: { serviceAccount: { create: false } } }).serviceAccountName).toBe('default');
  });

  test('leave the scope of another Operator open', () => {
    const release = stack({
      prometheusOperator: { enabled: false, namespaces: { additional: ['apps'] } },
    });
    expect(release.operatorScope.describe()).toBe('all namespaces');
  });

  test('narrow the scope of the Operator', () => {
    const denying = stack({ prometheusOperator: { denyNamespaces: ['kube-system'] } });
    expect(denying.operatorScope.describe()).toBe('all but kube-system');
    const allowing = stack({ prometheusOperator: { namespaces: { releaseNamespace: true } } });
    expect(allowing.operatorScope.describe()).toBe('only monitoring');
  });
});

describe('versions', () => {
  test('are assumed for a chart that is not known', () => {
    expect(stack({ chartVersion: '99.1.0' })).toMatchObject({ prometheusVersion: '3.14.0', versionsAssumed: true });
    expect(stack({ chartVersion: '45.0.0' }).prometheusVersion).toBeUndefined();
  });

  test('follow images in the bag', () => {
    const release = stack({ values: SPEC({ image: { tag: 'v3.9.0-distroless' } }) });
    expect(release.prometheusVersion).toBe('3.9.0');
  });
});

describe('where a release is', () => {
  test('is the namespace of its chart, unless it has its own', () => {
    expect(stack().releaseNamespace).toBe('monitoring');
    expect(stack({ namespace: 'metrics' }).releaseNamespace).toBe('metrics');
  });

  test('must be known', () => {
    const chart = new Chart(Testing.app(), 'c');
    expect(() => new StackRelease(chart, 'kps')).toThrow("Fix: namespace: 'monitoring', here or on the chart");
    expect(() => new StackRelease(new App({ outdir: Testing.app().outdir }), 'kps')).toThrow('namespace');
  });

  test('shows in the install command', () => {
    expect(stack({ chartVersion: '88.5.3' }).helmInstallCommand('dist/prometheus-stack.values')).toBe(
      [
        'helm upgrade --install prometheus-stack oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack \\',
        '  --version 88.5.3 --namespace monitoring --create-namespace \\',
        '  --values dist/prometheus-stack.values --wait --timeout 10m',
      ].join('\n'),
    );
  });
});
