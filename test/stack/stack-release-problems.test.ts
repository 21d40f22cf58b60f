import { Duration, Lazy, Size } from 'cdk8s';
import { LabelSelector } from '../../lib/selection/label-selector';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';
import { valuesWith } from '../../lib/stack/values';
import { SPEC, stack } from './releases';

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
