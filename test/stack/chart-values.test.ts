import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Duration, Size, Testing } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import * as yaml from 'yaml';
import { isPlainObject } from '../../lib/private/plain-object';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { NEWEST_CHART } from '../../lib/stack/chart-versions';
import { Platform } from '../../lib/stack/platform';
import { SELECTED_KINDS, type SelectedKind, selectionKeys, truthy } from '../../lib/stack/selection';
import { StackRelease } from '../../lib/stack/stack-release';
import { mergeValues, type Values, valueAt } from '../../lib/stack/values';

const DATA = join(__dirname, '..', '..', '..', 'shared', 'data', `kube-prometheus-stack-${NEWEST_CHART}`);
const present = existsSync(DATA);
if (!present) {
  console.warn(`SKIPPED: the default values of chart ${NEWEST_CHART} are not at ${DATA}; typed paths stay unproven.`);
}

/** Values that a template reads and that the default values only mention in a comment, or not at all. */
const UNLISTED = [
  'prometheusOperator.namespaces', // a commented example: templates/prometheus-operator/deployment.yaml
  'grafana.fullnameOverride', // sub-chart grafana, templates/_helpers.tpl
];

/** The default values of the chart, those of its sub-chart Grafana included. */
function defaults(): Values {
  const read = (name: string) => yaml.parse(readFileSync(join(DATA, name), 'utf8'));
  return mergeValues({ grafana: read('values-grafana.yaml') }, read('values.yaml'));
}

function leaves(values: Values, prefix = ''): [path: string, value: any][] {
  return Object.entries(values).flatMap(([key, value]) =>
    isPlainObject(value) ? leaves(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value] as [string, any]],
  );
}

/** Whether the chart knows a path: each key is in the default values, or below a map that is open, being empty there. */
function known(path: string, chart: Values): boolean {
  let node: any = chart;
  for (const key of path.split('.')) {
    if (node === null || (isPlainObject(node) && Object.keys(node).length === 0)) {
      return true;
    }
    if (!isPlainObject(node) || !Object.hasOwn(node, key)) {
      return false;
    }
    node = node[key];
  }
  return true;
}

/** Two releases that emit every typed value between them: an agent has no selectors for rules. */
function everything(): Values {
  return mergeValues(release(SELECTED_KINDS, false), release(['serviceMonitor'], true));
}

function release(kinds: readonly SelectedKind[], agentMode: boolean): Values {
  const resources = {
    cpu: { request: Cpu.units(1), limit: Cpu.units(1) },
    memory: { request: Size.gibibytes(1), limit: Size.gibibytes(1) },
  };
  const storage = { storage: Size.gibibytes(1), storageClassName: 'x' };
  const selection = kinds.map(selectionKeys).flatMap((keys) => [
    [keys.selector, LabelSelector.matchLabels({ a: 'b' })],
    [keys.nilUsesHelmValues, false],
    [keys.namespaceSelector, NamespaceSelector.own()],
  ]);
  const chart = new Chart(Testing.app(), 'c', { namespace: 'monitoring' });
  return new StackRelease(chart, 'kps', {
    platform: Platform.GKE,
    fullnameOverride: 'a',
    nameOverride: 'a',
    namespaceOverride: 'a',
    cleanPrometheusOperatorObjectNames: true,
    commonLabels: { a: 'b' },
    prometheus: {
      ...Object.fromEntries(selection),
      ...storage,
      agentMode,
      serviceAccount: { create: true, name: 'a', annotations: { a: 'b' } },
      retention: Duration.days(1),
      retentionSize: Size.mebibytes(1),
      resources,
      replicas: 1,
      shards: 1,
      scrapeInterval: Duration.seconds(30),
      scrapeTimeout: Duration.seconds(10),
      evaluationInterval: Duration.seconds(30),
      externalLabels: { a: 'b' },
      podMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } },
      ignoreNamespaceSelectors: true,
    },
    alertmanager: {
      ...storage,
      enabled: true,
      serviceAccount: { create: true, name: 'a', annotations: { a: 'b' } },
      replicas: 1,
      retention: Duration.days(5),
      resources,
    },
    grafana: {
      enabled: true,
      namespaceOverride: 'a',
      admin: { existingSecret: 'a', userKey: 'a', passwordKey: 'a' },
      resources,
    },
    prometheusOperator: {
      enabled: true,
      fullnameOverride: 'a',
      namespaces: { releaseNamespace: true, additional: ['b'] },
      denyNamespaces: [],
      resources,
    },
  }).toHelmValues();
}

(present ? describe : describe.skip)('the default values of the chart', () => {
  const chart = present ? defaults() : {};
  const emitted = leaves(everything());

  test.each(emitted.map(([path]) => path))('know %s', (path) => {
    const listed = UNLISTED.some((unlisted) => path === unlisted || path.startsWith(`${unlisted}.`));
    expect(listed || known(path, chart)).toBe(true);
  });

  test.each([['prometheus.retention'], ['prometheus.prometheusSpec.storage'], ['grafana.adminSecret']])(
    'do not know %s',
    (path) => {
      expect(known(path, chart)).toBe(false);
    },
  );

  test.each(emitted.filter(([path]) => truthy(valueAt(chart, path))))(
    'have at %s a value of the type that we emit',
    (path, value) => {
      const there = valueAt(chart, path);
      expect([typeof value, Array.isArray(value)]).toEqual([typeof there, Array.isArray(there)]);
    },
  );

  test.each([
    ['prometheus.enabled', true],
    ['prometheus.agentMode', false],
    ['prometheus.serviceAccount.create', true],
    ['prometheus.service.port', 9090],
    ['prometheus.prometheusSpec.shards', 1],
    ['prometheus.prometheusSpec.routePrefix', '/'],
    ['prometheus.prometheusSpec.ignoreNamespaceSelectors', false],
    ['prometheus.prometheusSpec.scrapeInterval', ''],
    ['alertmanager.enabled', true],
    ['alertmanager.service.port', 9093],
    ['alertmanager.alertmanagerSpec.routePrefix', '/'],
    ['grafana.enabled', true],
    ['grafana.service.port', 80],
    ['prometheusOperator.enabled', true],
    ['prometheusOperator.tls.enabled', true],
    ['prometheusOperator.tls.internalPort', 10250],
    ['prometheusOperator.admissionWebhooks.enabled', true],
    ['cleanPrometheusOperatorObjectNames', false],
    ...SELECTED_KINDS.map((kind): [string, any] => [
      `prometheus.prometheusSpec.${selectionKeys(kind).nilUsesHelmValues}`,
      true,
    ]),
  ])('have at %s the value that the model assumes', (path, value) => {
    expect(valueAt(chart, path)).toBe(value);
  });

  test.each(SELECTED_KINDS.map(selectionKeys))('select by $selector and $namespaceSelector, both {}', (keys) => {
    expect(valueAt(chart, `prometheus.prometheusSpec.${keys.selector}`)).toEqual({});
    expect(valueAt(chart, `prometheus.prometheusSpec.${keys.namespaceSelector}`)).toEqual({});
  });

  test.each(Platform.GKE.settings)('differ from the preset at $path', ({ path, value }) => {
    expect(valueAt(chart, path)).toBe(!value);
  });

  test('have the versions of the table', () => {
    expect(valueAt(chart, 'prometheus.prometheusSpec.image.tag')).toContain('v3.14.0');
  });
});
