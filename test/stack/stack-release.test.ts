import { ApiObject, App, Chart, Duration, Lazy, Size, Testing } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { LabelOperator } from '../../lib/selection/label-requirement';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { NEWEST_CHART } from '../../lib/stack/facts/chart-versions';
import { SELECTED_KINDS, selectionKeys } from '../../lib/stack/facts/selection';
import { Platform } from '../../lib/stack/platform';
import { StackRelease } from '../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';
import type { StackPrometheus } from '../../lib/stack/typed/prometheus/stack-prometheus';
import { valuesWith } from '../../lib/stack/values';

function stack(props: StackReleaseProps = {}, id = 'prometheus-stack'): StackRelease {
  return new StackRelease(new Chart(Testing.app(), 'monitoring', { namespace: 'monitoring' }), id, props);
}

/** The selectors and namespace selectors of all five kinds, as they stand in the Prometheus object. */
function selectors(release: StackRelease) {
  const all = release as any;
  return Object.fromEntries(
    SELECTED_KINDS.map((kind) => [
      kind,
      [all[`${kind}Selector`].toManifest(), all[`${kind}NamespaceSelector`].toManifest()],
    ]),
  );
}

function forAllKinds(selector: any, namespaces: any) {
  return Object.fromEntries(SELECTED_KINDS.map((kind) => [kind, [selector, namespaces]]));
}

function monitoringObject(scope: StackRelease, kind: string, namespace?: string): ApiObject {
  return new ApiObject(scope, 'm', { apiVersion: 'monitoring.coreos.com/v1', kind, metadata: { namespace } });
}

/** A few of the values that templates test for truth. */
const FLAGS = [
  'cleanPrometheusOperatorObjectNames',
  'crds.enabled',
  'prometheus.prometheusSpec.ruleSelectorNilUsesHelmValues',
  'grafana.sidecar.dashboards.enabled',
  'kubelet.enabled',
  'prometheus-node-exporter.hostNetwork',
  'thanosRuler.enabled',
];

const SPEC = (spec: any) => ({ prometheus: { prometheusSpec: spec } });

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

describe('typed props', () => {
  const prometheus: StackPrometheus = {
    agentMode: false,
    serviceAccount: { create: false, name: 'prom', annotations: { a: 'b' } },
    retention: Duration.days(10),
    retentionSize: Size.gibibytes(40),
    storage: Size.gibibytes(50),
    storageClassName: 'premium-rwo',
    resources: {
      cpu: { request: Cpu.millis(500), limit: Cpu.units(2) },
      memory: { request: Size.gibibytes(2), limit: Size.gibibytes(4) },
      ephemeralStorage: { request: Size.mebibytes(100) },
    },
    replicas: 2,
    shards: 1,
    scrapeInterval: Duration.minutes(1),
    scrapeTimeout: Duration.seconds(20),
    evaluationInterval: Duration.seconds(90),
    externalLabels: { cluster: 'prod' },
    podMetadata: { labels: { team: 'a' }, annotations: { note: 'x' } },
    ignoreNamespaceSelectors: true,
    selectEverything: false,
    serviceMonitorSelector: LabelSelector.matchLabels({ kind: 'serviceMonitor' }),
    serviceMonitorSelectorNilUsesHelmValues: true,
    serviceMonitorNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'serviceMonitor' }),
    podMonitorSelector: LabelSelector.matchLabels({ kind: 'podMonitor' }),
    podMonitorSelectorNilUsesHelmValues: true,
    podMonitorNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'podMonitor' }),
    probeSelector: LabelSelector.matchLabels({ kind: 'probe' }),
    probeSelectorNilUsesHelmValues: true,
    probeNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'probe' }),
    ruleSelector: LabelSelector.matchLabels({ kind: 'rule' }),
    ruleSelectorNilUsesHelmValues: true,
    ruleNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'rule' }),
    scrapeConfigSelector: LabelSelector.matchLabels({ kind: 'scrapeConfig' }),
    scrapeConfigSelectorNilUsesHelmValues: true,
    scrapeConfigNamespaceSelector: NamespaceSelector.matchLabels({ ns: 'scrapeConfig' }),
  };
  const props: StackReleaseProps = {
    releaseName: 'kps',
    namespace: 'metrics',
    chartVersion: '87.0.0',
    platform: Platform.GENERIC,
    fullnameOverride: 'full',
    nameOverride: 'name',
    namespaceOverride: 'elsewhere',
    cleanPrometheusOperatorObjectNames: true,
    commonLabels: { team: 'platform' },
    prometheus,
    alertmanager: {
      enabled: true,
      serviceAccount: { name: 'am' },
      replicas: 3,
      retention: Duration.days(5),
      storage: Size.gibibytes(2),
      storageClassName: 'standard-rwo',
      resources: { memory: { limit: Size.mebibytes(256) } },
    },
    grafana: {
      enabled: true,
      namespaceOverride: 'boards',
      admin: { existingSecret: 'grafana-admin', userKey: 'user', passwordKey: 'password' },
      resources: { cpu: { request: Cpu.millis(100) } },
    },
    prometheusOperator: {
      enabled: true,
      fullnameOverride: 'op',
      namespaces: { releaseNamespace: true, additional: ['apps'] },
      denyNamespaces: [],
      resources: { cpu: { limit: Cpu.units(1) } },
    },
    values: { nodeExporter: { enabled: false } },
    valuesFile: 'kps.helm-values',
    proof: true,
  };

  test('all reach the values', () => {
    const monitors = SELECTED_KINDS.flatMap((kind) => [
      [selectionKeys(kind).selector, { matchLabels: { kind } }],
      [selectionKeys(kind).nilUsesHelmValues, true],
      [selectionKeys(kind).namespaceSelector, { matchLabels: { ns: kind } }],
    ]);
    expect(stack(props).toHelmValues()).toEqual({
      fullnameOverride: 'full',
      nameOverride: 'name',
      namespaceOverride: 'elsewhere',
      cleanPrometheusOperatorObjectNames: true,
      commonLabels: { team: 'platform' },
      prometheus: {
        agentMode: false,
        serviceAccount: { create: false, name: 'prom', annotations: { a: 'b' } },
        prometheusSpec: {
          retention: '10d',
          retentionSize: '40GiB',
          storageSpec: {
            volumeClaimTemplate: {
              spec: {
                storageClassName: 'premium-rwo',
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '50Gi' } },
              },
            },
          },
          resources: {
            requests: { cpu: '500m', memory: '2Gi', 'ephemeral-storage': '100Mi' },
            limits: { cpu: '2', memory: '4Gi' },
          },
          replicas: 2,
          shards: 1,
          scrapeInterval: '1m',
          scrapeTimeout: '20s',
          evaluationInterval: '1m30s',
          externalLabels: { cluster: 'prod' },
          podMetadata: { labels: { team: 'a' }, annotations: { note: 'x' } },
          ignoreNamespaceSelectors: true,
          ...Object.fromEntries(monitors),
        },
      },
      alertmanager: {
        enabled: true,
        serviceAccount: { name: 'am' },
        alertmanagerSpec: {
          replicas: 3,
          retention: '120h',
          storage: {
            volumeClaimTemplate: {
              spec: {
                storageClassName: 'standard-rwo',
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '2Gi' } },
              },
            },
          },
          resources: { limits: { memory: '256Mi' } },
        },
      },
      grafana: {
        enabled: true,
        namespaceOverride: 'boards',
        admin: { existingSecret: 'grafana-admin', userKey: 'user', passwordKey: 'password' },
        resources: { requests: { cpu: '100m' } },
      },
      prometheusOperator: {
        enabled: true,
        fullnameOverride: 'op',
        namespaces: { releaseNamespace: true, additional: ['apps'] },
        denyNamespaces: [],
        resources: { limits: { cpu: '1' } },
      },
      nodeExporter: { enabled: false },
    });
  });

  test('reach the model', () => {
    const release = stack(props);
    expect(release).toMatchObject({
      releaseName: 'kps',
      releaseNamespace: 'metrics',
      namespace: 'elsewhere',
      chartVersion: '87.0.0',
      prometheusName: 'full',
      prometheusServiceName: 'full-prometheus',
      alertmanagerName: 'full',
      alertmanagerServiceName: 'full-alertmanager',
      alertmanagerNamespace: 'elsewhere',
      grafanaUrl: 'http://kps-grafana.boards.svc:80',
      operatorName: 'op',
      serviceAccountName: 'prom',
      ignoreNamespaceSelectors: true,
      operatorVersion: '0.92.0',
      prometheusVersion: '3.12.0',
      valuesFile: 'kps.helm-values',
    });
    expect(release.podLabels).toMatchObject({ team: 'a', 'app.kubernetes.io/instance': 'full' });
    expect(release.scrapeInterval.toSeconds()).toBe(60);
    expect(release.operatorScope.describe()).toBe('only elsewhere, apps');
    expect(selectors(release)).toEqual(
      Object.fromEntries(
        SELECTED_KINDS.map((kind) => [kind, [{ matchLabels: { kind } }, { matchLabels: { ns: kind } }]]),
      ),
    );
  });
});

describe('selection of a release', () => {
  test('takes everything by one prop, which sets the five switches', () => {
    const release = stack({ prometheus: { selectEverything: true } });
    expect(selectors(release)).toEqual(forAllKinds({}, {}));
    expect(release.toHelmValues()).toEqual(
      SPEC(Object.fromEntries(SELECTED_KINDS.map((kind) => [selectionKeys(kind).nilUsesHelmValues, false]))),
    );
  });

  test('takes everything of one kind when its selector says so', () => {
    const release = stack({ prometheus: { probeSelector: LabelSelector.everything() } });
    expect(release.probeSelector.toManifest()).toEqual({});
    expect(release.ruleSelector.toManifest()).toEqual({ matchLabels: { release: 'prometheus-stack' } });
    expect(release.toHelmValues()).toEqual(SPEC({ probeSelectorNilUsesHelmValues: false }));
  });

  test('takes no rules when the selector says so', () => {
    const release = stack({ prometheus: { ruleSelector: LabelSelector.nothing() } });
    expect(release.ruleSelector.selectsNothing).toBe(true);
    expect(release.toHelmValues()).toEqual(SPEC({ ruleSelector: null, ruleSelectorNilUsesHelmValues: false }));
  });

  test.each(SELECTED_KINDS)('looks for %s objects in its own namespace only, by name', (kind) => {
    const release = stack({ prometheus: { [selectionKeys(kind).namespaceSelector]: NamespaceSelector.own() } });
    const selector: NamespaceSelector = (release as any)[selectionKeys(kind).namespaceSelector];
    expect(selector.matches('monitoring', release.namespace)).toBe(true);
    expect(selector.matches('default', release.namespace)).toBe(false);
  });

  test('names the overridden namespace as its own', () => {
    const own = { prometheus: { probeNamespaceSelector: NamespaceSelector.own() } };
    const typed = stack({ ...own, namespaceOverride: 'elsewhere' });
    const untyped = stack({ ...own, values: { namespaceOverride: 'elsewhere' } });
    for (const release of [typed, untyped]) {
      expect(release.probeNamespaceSelector.matches('elsewhere', 'elsewhere')).toBe(true);
      expect(release.probeNamespaceSelector.matches('monitoring', 'elsewhere')).toBe(false);
    }
  });

  test('names the namespace of the release as its own where the bag takes the override back', () => {
    const release = stack({
      prometheus: { probeNamespaceSelector: NamespaceSelector.own() },
      namespaceOverride: 'elsewhere',
      values: { namespaceOverride: null },
    });
    expect(release.namespace).toBe('monitoring');
    expect(release.probeNamespaceSelector.matches('monitoring', 'monitoring')).toBe(true);
  });

  test('keeps expressions', () => {
    const tier = { key: 'tier', operator: LabelOperator.IN, values: ['x'] };
    const release = stack({ prometheus: { ruleSelector: LabelSelector.of({ matchExpressions: [tier] }) } });
    expect(release.ruleSelector.toManifest()).toEqual({ matchExpressions: [tier] });
  });

  test('counts what stands in the bag', () => {
    const release = stack({
      values: SPEC({
        serviceMonitorSelector: { matchLabels: { team: 'a' } },
        podMonitorSelectorNilUsesHelmValues: false,
        probeSelector: { matchLabels: null },
        ruleSelector: null,
        ruleSelectorNilUsesHelmValues: null,
        scrapeConfigNamespaceSelector: null,
      }),
    });
    expect(selectors(release)).toEqual({
      serviceMonitor: [{ matchLabels: { team: 'a' } }, {}],
      podMonitor: [{}, {}],
      probe: [{}, {}],
      rule: [undefined, {}],
      scrapeConfig: [{ matchLabels: { release: 'prometheus-stack' } }, undefined],
    });
  });

  test('has no rules for an agent', () => {
    const agent = stack({ prometheus: { agentMode: true } });
    expect(agent).toMatchObject({
      prometheusKind: 'PrometheusAgent',
      prometheusName: 'prometheus-stack-kube-prom-prometheus',
      podLabels: { 'app.kubernetes.io/name': 'prometheus-agent' },
    });
    expect(agent.ruleSelector.selectsNothing).toBe(true);
    expect(agent.probeSelector.selectsNothing).toBe(false);
  });

  test('is nothing when the release runs no Prometheus', () => {
    const release = stack({ values: { prometheus: { enabled: false } } });
    expect(selectors(release)).toEqual(forAllKinds(undefined, undefined));
    expect(() => release.select(monitoringObject(release, 'ServiceMonitor'))).toThrow(
      'scrapes nothing and evaluates nothing: prometheus.enabled is false in the values of StackRelease monitoring/prometheus-stack.',
    );
  });
});

test.each<[string, any, string]>([
  ['a text for a Duration', { prometheus: { retention: '15d' } }, 'prometheus.retention: "15d" is no Duration.'],
  ['a text for a Size', { prometheus: { storage: '50Gi' } }, 'prometheus.storage: "50Gi" is no Size.'],
  ['a name for a Platform', { platform: 'GKE' }, 'platform: "GKE" is no Platform.'],
  [
    'a duration that Prometheus cannot count',
    { alertmanager: { retention: Duration.millis(0.5) } },
    'alertmanager.retention: is finer than a millisecond',
  ],
])('%s is reported', (_title, props, said) => {
  expect(() => stack(props)).toThrow(said);
});

test.each<[string, any, string]>([
  [
    'an interval of zero',
    { prometheus: { scrapeInterval: Duration.seconds(0) } },
    'prometheus.scrapeInterval: is zero',
  ],
  ['a label that is a number', { values: { commonLabels: { a: 1 } } }, 'values.commonLabels.a: 1 is not a string'],
  ['a label that cannot be', { commonLabels: { a: 'b c' } }, 'commonLabels.a: "b c" may hold only'],
  [
    'pod labels that are a list',
    { values: { prometheus: { prometheusSpec: { podMetadata: { labels: ['a'] } } } } },
    'values.prometheus.prometheusSpec.podMetadata.labels: a list stands where the chart needs a map.',
  ],
  [
    'a port that is a text',
    { values: { grafana: { service: { port: 'http' } } } },
    'service.port: a text stands where the chart needs a number.',
  ],
  [
    'a route prefix that is a map',
    { values: { prometheus: { prometheusSpec: { routePrefix: {} } } } },
    'values.prometheus.prometheusSpec.routePrefix: a map is not a string.',
  ],
])('%s is refused', (_title, props, said) => {
  expect(() => stack(props)).toThrow(said);
});

test('selectors for rules are refused where an agent runs', () => {
  const ruleSelector = LabelSelector.matchLabels({ a: 'b' });
  expect(() => stack({ prometheus: { agentMode: true, ruleSelector } })).toThrow(
    'prometheus.ruleSelector: has no effect with prometheus.agentMode',
  );
});

test('a route prefix ends up in the URL with one slash before it and none behind', () => {
  const alertmanager = { alertmanagerSpec: { routePrefix: 'alerts/' } };
  const prometheus = { prometheusSpec: { routePrefix: '/' } };
  const release = stack({ values: { alertmanager, prometheus } });
  expect(release.alertmanagerUrl).toMatch(/:9093\/alerts$/);
  expect(release.prometheusUrl).toMatch(/:9090$/);
});

describe('selecting an object', () => {
  test.each(['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule'])('labels a %s', (kind) => {
    const release = stack({ releaseName: 'kps' });
    const object = monitoringObject(release, kind);
    release.select(object);
    expect(object.toJson().metadata.labels).toEqual({ release: 'kps' });
  });

  test('labels it as the bag says', () => {
    const release = stack({ values: SPEC({ ruleSelector: { matchLabels: { team: 'a' } } }) });
    const object = monitoringObject(release, 'PrometheusRule');
    release.select(object);
    expect(object.toJson().metadata.labels).toEqual({ team: 'a' });
  });

  test('needs no label when everything is taken', () => {
    const release = stack({ prometheus: { selectEverything: true } });
    const object = monitoringObject(release, 'ServiceMonitor');
    release.select(object);
    expect(object.toJson().metadata.labels).toBeUndefined();
  });

  test.each<[string, StackReleaseProps, string]>([
    ['a rule for an agent', { prometheus: { agentMode: true } }, 'selects nothing'],
    [
      'where the Operator does not look',
      { prometheusOperator: { namespaces: { releaseNamespace: true } } },
      'does not watch namespace "default"',
    ],
    [
      'where Prometheus does not look',
      { prometheus: { ruleNamespaceSelector: NamespaceSelector.own() } },
      'does not reach namespace "default"',
    ],
  ])('fails for %s', (_title, props, message) => {
    const release = stack(props);
    expect(() => release.select(monitoringObject(release, 'PrometheusRule', 'default'))).toThrow(message);
  });
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

describe('refuses', () => {
  test('everything that is wrong, in one error', () => {
    const act = () =>
      stack(
        {
          namespace: 'Monitoring',
          chartVersion: '63.1.0',
          commonLabels: { release: 'other' },
          prometheus: {
            scrapeInterval: Duration.seconds(15),
            scrapeTimeout: Duration.seconds(20),
            storageClassName: 'premium-rwo',
            shards: 2,
          },
          values: {
            grafana: { adminPassword: 'secret' },
            ...SPEC({ serviceMonitorSelectorNilUsesHelmValues: 'false' }),
          },
        },
        'Stack',
      );
    expect(act).toThrow(
      new Error(
        [
          'StackRelease monitoring/Stack has 9 problems:',
          '  releaseName: "Stack" is not a valid release name: it needs lower-case letters, digits and hyphens, with a letter or digit at both ends.',
          "    Fix: releaseName: 'stack'",
          '  namespace: "Monitoring" is not a valid namespace name.',
          "    Fix: namespace: 'monitoring'",
          '  chartVersion: "63.1.0": the charts 63.x read selectors in another way, which 64.0.0 took back a week later.',
          '    Fix: use 64.0.0 or later.',
          '  prometheus.storageClassName: "premium-rwo" has no effect without a size: the data stay in an emptyDir and go with the pod.',
          '    Fix: add prometheus.storage, for example Size.gibibytes(50).',
          '  values.prometheus.prometheusSpec.serviceMonitorSelectorNilUsesHelmValues: "false" is not a boolean, and Helm templates take it for true.',
          '    Fix: false, without quotes.',
          '  commonLabels.release: the chart writes this label itself, so the key would stand twice and the YAML is refused.',
          '    Fix: remove it.',
          '  prometheus.shards: 2 shards need the StatefulSet "prometheus-Stack-kube-prometheus-stac-prometheus-shard-1" of 56 characters; above 52 its pods cannot start.',
          '    Fix: set fullnameOverride to at most 22 characters, or cleanPrometheusOperatorObjectNames: true.',
          '  prometheus.scrapeTimeout: 20s is above the scrape interval, 15s, and Prometheus refuses such a configuration.',
          '    Fix: give at most 15s, or raise scrapeInterval.',
          '  values.grafana.adminPassword: a literal secret would end up in the values file and in the Secret of the release.',
          "    Fix: grafana: { admin: { existingSecret: 'grafana-admin' } }, with the keys admin-user and admin-password in that Secret.",
        ].join('\n'),
      ),
    );
  });

  test.each(FLAGS)('the text "false" for %s', (path) => {
    expect(() => stack({ values: valuesWith(path, 'false') })).toThrow(
      `values.${path}: "false" is not a boolean, and Helm templates take it for true.\n    Fix: false, without quotes.`,
    );
  });

  test.each<[string, StackReleaseProps, string]>([
    ['a release name that is too long', { releaseName: 'a'.repeat(54) }, 'releaseName: "aaa'],
    ['a release name with a dot', { releaseName: 'my.stack' }, "Fix: releaseName: 'my-stack'"],
    ['a release name with a hyphen at the end', { releaseName: 'stack-' }, "Fix: releaseName: 'stack'"],
    ['a range of chart versions', { chartVersion: '88.x' }, 'chartVersion: "88.x" is not an exact version'],
    ['a name that cannot be a name', { fullnameOverride: 'My_Stack' }, 'fullnameOverride: "My_Stack" makes the chart'],
    ['a name that is no text', { values: { fullnameOverride: 12 } }, 'values.fullnameOverride: 12 is not a string.'],
    [
      'a clean name that ends with a hyphen after the cut',
      { fullnameOverride: `${'a'.repeat(24)}--b`, cleanPrometheusOperatorObjectNames: true },
      'also after 26 characters',
    ],
    ['a scalar where the chart has a map', { values: { prometheus: true } }, 'values.prometheus: true stands where'],
    ['a text for the bag', { values: 'a: 1' as any }, 'values: "a: 1" stands where the chart needs a map.'],
    ['a list for the bag', { values: [1] as any }, 'values: [1] stands where the chart needs a map.'],
    ['null for the bag', { values: null as any }, 'values: null stands where the chart needs a map.'],
    ['null where the chart has a map', { values: { prometheus: null } }, 'values.prometheus: null stands where'],
    ['a bare number of seconds', { values: SPEC({ scrapeInterval: 30 }) }, '30 is not a Prometheus duration'],
    [
      'a timeout above the default interval',
      { prometheus: { scrapeTimeout: Duration.minutes(1) } },
      'prometheus.scrapeTimeout: 1m is above the scrape interval, 30s (the default)',
    ],
    ['half a pod', { prometheus: { replicas: 0.5 } }, 'prometheus.replicas: 0.5 is not a whole number, 0 or more.'],
    [
      'no shard',
      { values: SPEC({ shards: 0 }) },
      'values.prometheus.prometheusSpec.shards: 0 is not a number of pods.',
    ],
    [
      'a retention as large as the volume',
      { prometheus: { storage: Size.gibibytes(50), retentionSize: Size.gibibytes(50) } },
      'prometheus.retentionSize: 50Gi is not below the 50Gi of prometheus.storage',
    ],
    ['a retention of nothing', { prometheus: { retention: Duration.seconds(0) } }, 'prometheus.retention: '],
    [
      'a selector of nothing that the chart cannot express',
      { prometheus: { podMonitorSelector: LabelSelector.nothing() } },
      'prometheus.podMonitorSelector: the chart has no values that make it select nothing',
    ],
    [
      'an empty selector with the switch on',
      { prometheus: { ruleSelector: LabelSelector.everything(), ruleSelectorNilUsesHelmValues: true } },
      'prometheus.ruleSelectorNilUsesHelmValues: true makes the chart replace an empty ruleSelector',
    ],
    [
      'everything and something',
      { prometheus: { selectEverything: true, ruleSelector: LabelSelector.matchLabels({ a: 'b' }) } },
      'prometheus.selectEverything: true and ruleSelector say two different things.',
    ],
    ['a text for selectEverything', { prometheus: { selectEverything: 'false' as any } }, '"false" is not a boolean'],
    [
      'a selector in the style of a monitor',
      { values: SPEC({ serviceMonitorNamespaceSelector: { any: true } }) },
      'values.prometheus.prometheusSpec.serviceMonitorNamespaceSelector.any: "any" is not a field of a label selector',
    ],
    [
      'a template in a selector',
      { values: SPEC({ ruleSelector: { matchLabels: { release: '{{ .Values.team }}' } } }) },
      'is a Helm template',
    ],
    [
      'namespaces that are both allowed and denied',
      { prometheusOperator: { namespaces: { releaseNamespace: true }, denyNamespaces: ['x'] } },
      'prometheusOperator.denyNamespaces: the Operator does not start with both this and prometheusOperator.namespaces.',
    ],
    [
      'an Operator that does not see its own Prometheus',
      { prometheusOperator: { namespaces: { additional: ['apps'] } } },
      'Fix: set prometheusOperator.namespaces.releaseNamespace to true.',
    ],
    [
      'an Operator that denies its own namespace',
      { prometheusOperator: { denyNamespaces: ['monitoring'] } },
      'Fix: remove "monitoring".',
    ],
    [
      'an Operator that reconciles Prometheus elsewhere',
      { values: { prometheusOperator: { prometheusInstanceNamespaces: ['apps'] } } },
      'Fix: add "monitoring".',
    ],
    [
      'a pattern of namespaces',
      { prometheusOperator: { denyNamespaces: ['kube-*'] } },
      'is not a list of namespace names',
    ],
    [
      'webhooks off with TLS on',
      { values: { prometheusOperator: { admissionWebhooks: { enabled: false } } } },
      'Fix: set prometheusOperator.tls.enabled to false as well.',
    ],
    [
      'the port of the kubelet on the host network',
      { values: { prometheusOperator: { hostNetwork: true } } },
      'on the host network port 10250 belongs to the kubelet.',
    ],
    [
      'scrape configs in two places',
      { values: SPEC({ additionalScrapeConfigs: [{}], additionalScrapeConfigsSecret: { enabled: true } }) },
      'values.prometheus.prometheusSpec.additionalScrapeConfigsSecret: together with',
    ],
    [
      'an Alertmanager where no alert arrives',
      { values: { alertmanager: { namespaceOverride: 'alerts' } } },
      'values.alertmanager.namespaceOverride: the chart still sends alerts to "monitoring"',
    ],
    [
      'a Duration in the bag',
      { values: SPEC({ retention: Duration.days(1) }) },
      'an object of class Duration is not plain',
    ],
    ['a token in the bag', { values: { a: [Lazy.any({ produce: () => 1 })] } }, 'values.a[0]: an object of class Lazy'],
    ['a function in the bag', { values: { a: () => 1 } }, 'is not plain data'],
    ['no number in the bag', { values: { a: Number.NaN } }, 'values.a: NaN is not plain data'],
    ['a values file that is a manifest to others', { valuesFile: 'kps.YAML' }, "Fix: valuesFile: 'kps.values'"],
    ['a values file elsewhere', { valuesFile: '../kps.values' }, 'is not a plain file name'],
    ['a values file that Argo CD takes for kustomize', { valuesFile: 'Kustomization' }, 'is not a plain file name'],
  ])('%s', (_title, props, message) => {
    expect(() => stack(props)).toThrow(message);
  });

  test('a bag that contains itself', () => {
    const bag: any = {};
    bag.again = bag;
    expect(() => stack({ values: bag })).toThrow('values.again: contains itself');
  });

  test('a key that would replace the prototype', () => {
    expect(() => stack({ values: JSON.parse('{"a": {"__proto__": {"b": 1}}}') })).toThrow('values.a: ');
  });
});

describe('accepts', () => {
  test.each<[string, StackReleaseProps]>([
    [
      'a switch that is null, zero or empty, as the chart does',
      { values: { crds: { enabled: 0 }, ...SPEC({ ruleSelectorNilUsesHelmValues: '' }) } },
    ],
    [
      'webhooks off with TLS off',
      { values: { prometheusOperator: { admissionWebhooks: { enabled: false }, tls: { enabled: false } } } },
    ],
    [
      'the host network with another port',
      { values: { prometheusOperator: { hostNetwork: true, tls: { internalPort: 8443 } } } },
    ],
    ['a null password', { values: { grafana: { adminPassword: null } } }],
    ['shards with a short name', { fullnameOverride: 'a'.repeat(22), prometheus: { shards: 3 } }],
    ['shards left to an autoscaler', { values: SPEC({ shards: null }) }],
    ['shards with clean names', { cleanPrometheusOperatorObjectNames: true, prometheus: { shards: 2 } }],
    ['a name that is cut', { fullnameOverride: 'a-name-that-is-longer-than-twenty-six' }],
    [
      'an Alertmanager elsewhere that Prometheus is told of',
      {
        values: {
          alertmanager: { namespaceOverride: 'alerts' },
          ...SPEC({ alertingEndpoints: [{ name: 'a', namespace: 'alerts', port: 'http-web' }] }),
        },
      },
    ],
    ['a timeout equal to the interval', { prometheus: { scrapeTimeout: Duration.seconds(30) } }],
  ])('%s', (_title, props) => {
    expect(() => stack(props)).not.toThrow();
  });
});
