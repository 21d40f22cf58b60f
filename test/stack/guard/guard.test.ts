import { guardValues } from '../../../lib/stack/guard/guard';
import type { GuardProblem } from '../../../lib/stack/guard/guard-problem';
import { mergeValues, type Values, valuesWith } from '../../../lib/stack/values';

function guard(values: Values, more: { chart?: string; partial?: boolean; argo?: boolean } = {}): GuardProblem[] {
  const subject = { release: 'kps', namespace: 'monitoring', chart: '88.5.3', chartAssumed: false };
  return guardValues({ ...subject, partial: false, argo: false, values, ...more });
}

const texts = (problems: readonly GuardProblem[]) =>
  problems.map(({ level, path, message, fix }) => `${level} ${path} ${message} | ${fix}`);

const SPEC = (spec: Values) => ({ prometheus: { prometheusSpec: spec } });

describe('an unknown key is told with what was meant:', () => {
  test.each([
    ['prometheus.retention', 'the chart reads it in prometheus.prometheusSpec.retention.'],
    ['prometheus.prometheusSpec.ingress', 'the chart reads it in prometheus.ingress.'],
    ['alertmanager.retention', 'the chart reads it in alertmanager.alertmanagerSpec.retention.'],
    ['nodeExporter.tolerations', 'the chart reads it in prometheus-node-exporter.tolerations.'],
    ['kubeStateMetrics.extraArgs', 'the chart reads it in kube-state-metrics.extraArgs.'],
    ['kube-state-metrics.prometheus.monitor.relabelings', 'kube-state-metrics.prometheus.monitor.http.relabelings.'],
    ['grafana.dashboards_', 'did you mean dashboards?'],
    ['promethues', 'did you mean prometheus?'],
    ['defaultRules.rules.k8s', 'k8sContainerCpuUsageSecondsTotal'],
    ['prometheusOperator.createCustomResource', 'use crds.enabled.'],
    ['kube-prometheus-stack', 'one level up'],
    ['thanosRuler.thanosRulerSpec.queryConfig.name', 'existingSecret'],
    ['prometheus.prometheusSpec.nothingLikeIt', 'below prometheus.prometheusSpec.additionalConfig.'],
    ['alertmanager.alertmanagerSpec.nothingLikeIt', 'a field of the Alertmanager object'],
  ])('%s', (path, said) => {
    const problems = guard(valuesWith(path, 'x')).filter(({ code }) => code === 'stack/unknown-value');
    expect(problems).toMatchObject([{ code: 'stack/unknown-value', level: 'error', path }]);
    expect(texts(problems)[0]).toContain(said);
  });
});

test('of an unknown map only the top is told', () => {
  expect(guard({ anything: { a: 1, b: { c: 2 } } }).map(({ path }) => path)).toEqual(['anything']);
});

test('a key of a newer chart of the same major is an error only where something else was meant', () => {
  const problems = guard({ prometheus: { retention: '1d', brandNew: 1 } }, { chart: '88.99.0' });
  expect(problems.map(({ level, path }) => `${level} ${path}`)).toEqual([
    'error prometheus.retention',
    'warning prometheus.brandNew',
  ]);
});

test('a long list of keys of another major is cut', () => {
  const values = Object.fromEntries([...Array(30).keys()].map((index) => [`own${index}`, 1]));
  const [{ message }, ...others] = guard(values, { chart: '87.0.0' });
  expect(message).toMatch(/own11 and 18 more\.$/);
  expect(others).toEqual([]);
});

describe('a wrong type is told without its text:', () => {
  test.each<[path: string, value: any, said: string]>([
    ['prometheus.enabled', 'hunter2', 'a text is not a boolean'],
    ['grafana.admin', 'hunter2', 'a text stands where the chart needs a map.'],
    ['prometheus.prometheusSpec.tolerations', { hunter2: 1 }, 'a map stands where the chart needs a list.'],
    ['prometheus.prometheusSpec.nodeSelector', ['hunter2'], 'a list stands where the chart needs a map.'],
    ['grafana.ingress.hosts', 'hunter2', 'put it into a list'],
    ['prometheus.prometheusSpec.remoteWrite', ['hunter2'], 'a text stands where the chart needs a map.'],
    ['prometheus.service.nodePort', 'hunter2', 'a text stands where the chart needs a number.'],
    ['prometheus.prometheusSpec.retention', 10, '10 is not a Prometheus duration'],
    ['prometheus.prometheusSpec.retentionSize', '40Gi', '40GiB.'],
  ])('%s', (path, value, said) => {
    const problems = guard(valuesWith(path, value)).filter(({ code }) => code === 'stack/wrong-type');
    expect(problems).toHaveLength(1);
    expect(texts(problems)[0]).toContain(said);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});

describe('nothing is wrong with', () => {
  test.each<[string, Values]>([
    ['no values', {}],
    ['null, which removes a default', SPEC({ resources: null, podMonitorSelector: null })],
    [
      'what is empty, whatever its type',
      SPEC({ tolerations: {}, nodeSelector: [], storageSpec: false, retention: '', retentionSize: '1GB' }),
    ],
    ['numbers in quotes', { prometheus: { service: { port: '9090', targetPort: 'web' } } }],
    ['flags that are printed as they are', SPEC({ paused: 'false', listenLocal: 'true' })],
    ['templates', SPEC({ externalUrl: '{{ .Values.global.domain }}', retention: '{{ "10d" }}' })],
    ['routes by any name', { prometheus: { route: { internal: { enabled: false, hostnames: ['a'] } } } }],
    ['globals of ones own', { global: { domain: 'example.com' } }],
  ])('%s', (_title, values) => {
    expect(texts(guard(values))).toEqual([]);
  });
});

const rule = (values: Values, said: string, more = {}): [string, Values, object] => [said, values, more];

describe('the rules find', () => {
  test.each([
    rule({ prometheusOperator: { hostNetwork: true } }, 'port 10250 belongs to the kubelet'),
    rule(
      { prometheusOperator: { admissionWebhooks: { patch: { enabled: false } } } },
      'nobody creates the certificate',
    ),
    rule(
      { prometheusOperator: { admissionWebhooks: { patch: { ttlSecondsAfterFinished: 0 } } } },
      'before Argo CD has seen it',
      { argo: true },
    ),
    rule({ crds: { upgradeJob: { image: { busybox: { sha: 'abc' } } } } }, 'is not read: the template'),
    rule({ crds: { upgradeJob: { enabled: true, serviceAccount: { name: 'own' } } } }, 'the upgrade Job never runs'),
    rule(SPEC({ shards: 3 }), 'its pods cannot start'),
    rule({ fullnameOverride: 'a'.repeat(30) }, 'the chart cuts it'),
    rule(SPEC({ scrapeTimeout: '1m' }), 'is above the scrape interval'),
    rule(
      SPEC({ additionalScrapeConfigs: [{}], additionalScrapeConfigsSecret: { enabled: true } }),
      'the same key twice',
    ),
    rule(SPEC({ additionalScrapeConfigsSecret: { name: 'a', key: 'b' } }), 'has no effect until it is switched on'),
    rule(SPEC({ thanos: { objectStorageConfig: { name: 'a', key: 'b' } } }), 'existingSecret or secret only'),
    rule({ prometheus: { networkPolicy: { enabled: true } } }, 'denies all traffic'),
    rule({ prometheus: { networkPolicy: { enabled: true, flavor: 'cilium' } } }, 'makes no policy of flavor cilium'),
    rule(
      { prometheus: { agentMode: true, prometheusSpec: { retention: '1d' } } },
      'a PrometheusAgent only scrapes and forwards',
    ),
    rule(SPEC({ ruleSelector: { matchLabels: { team: 'a' } } }), 'which the default rules do not carry'),
    rule({ thanosRuler: { enabled: true } }, 'each of them runs twice'),
    rule({ alertmanager: { stringConfig: 'route: {}' } }, 'is ignored without alertmanager.tplConfig'),
    rule({ alertmanager: { config: { route: { receiver: 'chat' } } } }, '"chat" is no receiver of the configuration'),
    rule(
      { alertmanager: { config: { global: { a: 1 } }, alertmanagerSpec: { useExistingSecret: true } } },
      'the chart writes no configuration',
    ),
    rule({ alertmanager: { namespaceOverride: 'alerts' } }, 'still sends alerts to "monitoring"'),
    rule({ grafana: { additionalDataSources: [{ isDefault: true }] } }, 'Grafana does not start with two'),
    rule({ alertmanager: { enabled: false } }, 'Grafana still gets a data source for it'),
    rule({ grafana: { persistence: { enabled: true } } }, 'an upgrade hangs'),
    rule({ grafana: { sidecar: { dashboards: { folderAnnotation: 'f' } } } }, 'makes no folder'),
    rule({ grafana: { operator: { dashboardsConfigMapRefEnabled: true } } }, 'the rendering fails without'),
    rule(
      { grafana: { operator: { dashboardsConfigMapRefEnabled: true, matchLabels: { a: 'b' }, folderUID: 'x' } } },
      'more than one of folder',
    ),
    rule({ kubernetesServiceMonitors: { enabled: false } }, 'KubeAPIDown, KubeletDown, which then fire for ever'),
    rule({ kubeEtcd: { endpoints: ['10.0.0.1'] } }, 'a kind that Argo CD 3.0', { argo: true }),
    rule({ defaultRules: { rules: { k8sContainerCpuLimits: true } } }, 'no longer keeps up'),
    rule({ grafana: { persistence: { size: '1Gi' } } }, 'has no effect until it is switched on'),
    rule(
      { alertmanager: { ingress: { enabled: true, hosts: ['a'], tls: [{ hosts: ['a'] }] } } },
      'http into the links of notifications',
    ),
    rule({ prometheus: { route: { main: { enabled: true, hostnames: ['a'] } } } }, 'whatever the gateway does'),
    rule({ commonLabels: { release: 'x' } }, 'the key would stand twice'),
    rule({ prometheus: { agentMode: true } }, 'all that it scrapes is lost'),
    rule(
      { prometheus: { agentMode: true, prometheusSpec: { tsdb: { outOfOrderTimeWindow: '5m' } } } },
      'does not reach an agent before chart',
      { chart: '67.0.0' },
    ),
    rule({ fullnameOverride: 'prom', ...SPEC({ shards: 3 }) }, 'makes each of 3 shards run the rules of the chart'),
    rule(SPEC({ additionalConfig: { shards: 2 } }), 'makes each of 2 shards run the rules of the chart'),
    rule(
      SPEC({ thanos: { objectStorageConfig: { existingSecret: { name: 'a', key: 'b' } } } }),
      'the same release in another cluster',
    ),
    rule(
      SPEC({
        thanos: { version: 'v0.40.0' },
        prometheusExternalLabelNameClear: true,
        replicaExternalLabelNameClear: true,
      }),
      'the sidecar of Thanos does not start',
    ),
    rule(
      SPEC({
        shards: 2,
        replicaExternalLabelNameClear: true,
        thanos: { objectStorageConfig: { secret: {}, existingSecret: { name: 'a' } } },
      }),
      'the blocks of 2 pods cannot be told apart',
    ),
    rule(
      { prometheusOperator: { namespaces: { additional: ['a'] } } },
      'would not see the Prometheus of its own release',
    ),
    rule({ prometheusOperator: { denyNamespaces: ['monitoring'] } }, 'would not see the Prometheus of its own release'),
    rule(
      { prometheusOperator: { prometheusInstanceNamespaces: ['a'] } },
      'would not see the Prometheus of its own release',
    ),
    rule(SPEC({ serviceMonitorNamespaceSelector: { any: true } }), '"any" is not a field of a label selector'),
    rule(
      { alertmanager: { alertmanagerSpec: { alertmanagerConfigSelector: { matchLabels: { a: 1 } } } } },
      'a label value must be one',
    ),
    rule(
      { thanosRuler: { enabled: true, thanosRulerSpec: { ruleSelector: { matchExpressions: [{}] } } } },
      'is not a requirement of a label selector',
    ),
  ])('%s', (said, values, more) => {
    expect(texts(guard(values, more)).join('\n')).toContain(said);
  });

  test('what is wrong with a selector wherever else values come from', () => {
    const found = guard(SPEC({ probeSelector: { matchLabels: { 'a.b/c': 1 } } }), { partial: true });
    expect(found).toMatchObject([
      { code: 'stack/wrong-type', steps: ['prometheus', 'prometheusSpec', 'probeSelector', 'matchLabels', 'a.b/c'] },
    ]);
  });

  test('nothing where values that are not at hand may make it right', () => {
    expect(guard({ prometheus: { networkPolicy: { enabled: true } } }, { partial: true })).toEqual([]);
  });
});

describe('the rules accept', () => {
  test.each<[string, Values]>([
    ['a network policy with rules', { prometheus: { networkPolicy: { enabled: true, ingress: [{}], egress: [{}] } } }],
    [
      'shards with a short name and without rules',
      { fullnameOverride: 'prom', ...SPEC({ shards: 3, ruleSelector: null, ruleSelectorNilUsesHelmValues: false }) },
    ],
    [
      'shards without the rules of the chart',
      { fullnameOverride: 'prom', defaultRules: { create: false }, ...SPEC({ shards: 3 }) },
    ],
    [
      'shards of an agent',
      {
        fullnameOverride: 'prom',
        prometheus: { agentMode: true, prometheusSpec: { shards: 3, remoteWrite: [{ url: 'http://a' }] } },
      },
    ],
    [
      'a ruler for all rules, and a Prometheus for none',
      mergeValues(
        { thanosRuler: { enabled: true, thanosRulerSpec: { queryEndpoints: ['http://query'] } } },
        SPEC({ ruleSelector: null, ruleSelectorNilUsesHelmValues: false }),
      ),
    ],
    [
      'an agent with a window for late samples',
      {
        prometheus: {
          agentMode: true,
          prometheusSpec: { tsdb: { outOfOrderTimeWindow: '5m' }, additionalRemoteWrite: [{ url: 'http://a' }] },
        },
      },
    ],
    [
      'an agent whose remote write is a raw field',
      { prometheus: { agentMode: true, prometheusSpec: { additionalConfig: { remoteWrite: [{ url: 'http://a' }] } } } },
    ],
    [
      'an Operator for some namespaces, with its own',
      { prometheusOperator: { namespaces: { releaseNamespace: true, additional: ['a'] } } },
    ],
    [
      'an Operator for other namespaces, without Prometheus',
      { prometheus: { enabled: false }, prometheusOperator: { namespaces: { additional: ['a'] } } },
    ],
    ['a sidecar of Thanos without a bucket', SPEC({ thanos: { version: 'v0.40.0' } })],
    [
      'a selector of the labels that all objects of the chart carry',
      SPEC({ ruleSelector: { matchLabels: { app: 'kube-prometheus-stack' } } }),
    ],
    ['a volume for many nodes', { grafana: { persistence: { enabled: true, accessModes: ['ReadWriteMany'] } } }],
    [
      'a volume and Recreate',
      { grafana: { persistence: { enabled: true }, deploymentStrategy: { type: 'Recreate' } } },
    ],
    [
      'the default data source of ones own alone',
      {
        grafana: {
          sidecar: { datasources: { isDefaultDatasource: false } },
          additionalDataSources: [{ isDefault: true }],
        },
      },
    ],
    ['a component off with its alert', { kubeProxy: { enabled: false } }],
    [
      'targets off with the alert off too',
      { kubeProxy: { serviceMonitor: { enabled: false } }, defaultRules: { disabled: { KubeProxyDown: true } } },
    ],
    ['routes to receivers of the chart', { alertmanager: { config: { route: { group_by: ['a'] } } } }],
    [
      'Alertmanager elsewhere, wired',
      mergeValues({ alertmanager: { namespaceOverride: 'a' } }, SPEC({ alertingEndpoints: [{}] })),
    ],
    [
      'links with https',
      {
        alertmanager: {
          ingress: { enabled: true, hosts: ['a'], tls: [{}] },
          alertmanagerSpec: { externalUrl: 'https://a' },
        },
      },
    ],
  ])('%s', (_title, values) => {
    expect(texts(guard(values))).toEqual([]);
  });
});

describe('any values', () => {
  test('are read in time that grows with their number only', () => {
    const rules = Object.fromEntries([...Array(20_000).keys()].map((index) => [`r${index}`, { groups: [] }]));
    const started = performance.now();
    guard({ additionalPrometheusRulesMap: rules, x: { y: 'z' } });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('are not followed without end', () => {
    const deep: Values = {};
    let node = deep;
    for (let depth = 0; depth < 10_000; depth += 1) {
      node.alertmanager = {};
      node = node.alertmanager;
    }
    const prometheus = {
      prometheusSpec: { ruleSelector: { matchLabels: deep, matchExpressions: [deep] }, tsdb: deep },
    };
    expect(() => guard({ commonLabels: deep, grafana: { env: deep }, own: deep, prometheus })).not.toThrow();
  });
});
