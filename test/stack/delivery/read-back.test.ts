import { App, Chart, Yaml } from 'cdk8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { parseValues } from '../../../lib/check/parse-values';
import type { SourcedObject } from '../../../lib/simulator/kube-object';
import { findStacks } from '../../../lib/simulator/stack/find-stacks';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';
import { declaredStack } from '../../../lib/stack/declared-stack';
import { StackGenerator } from '../../../lib/stack/delivery/argo-generator';
import { StackChartSource } from '../../../lib/stack/delivery/chart-source';
import { StackApplication } from '../../../lib/stack/delivery/stack-application';
import { StackApplicationSet } from '../../../lib/stack/delivery/stack-application-set';
import { StackHelmChart } from '../../../lib/stack/delivery/stack-helm-chart';
import { StackHelmRelease } from '../../../lib/stack/delivery/stack-helm-release';
import type { StackRelease } from '../../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { readManifests } from '../../../lib/yaml/read-manifests';
import { manifests, modelOf, newChart, newRelease } from './fixtures';

const { REGISTRY, REPOSITORY } = StackChartSource;

/** Every way in which a release can be delivered with its values. */
const WAYS: [string, (scope: Construct, release: StackRelease) => Construct][] = [
  ['an Application', (scope, release) => new StackApplication(scope, 'd', { release })],
  [
    'an Application with values as text and the chart from a registry',
    (scope, release) => new StackApplication(scope, 'd', { release, valuesAsText: true, chartSource: REGISTRY }),
  ],
  [
    'an ApplicationSet',
    (scope, release) => new StackApplicationSet(scope, 'd', { release, generators: [StackGenerator.clusters()] }),
  ],
  ['a HelmRelease', (scope, release) => new StackHelmRelease(scope, 'd', { release })],
  [
    'a HelmRelease elsewhere, with values as text and the chart from a repository',
    (scope, release) =>
      new StackHelmRelease(scope, 'd', {
        release,
        metadata: { name: 'other', namespace: 'flux-system' },
        valuesAsText: true,
        chartSource: REPOSITORY,
      }),
  ],
  ['a HelmChart', (scope, release) => new StackHelmChart(scope, 'd', { release })],
  [
    'a HelmChart with the chart from a repository',
    (scope, release) => new StackHelmChart(scope, 'd', { release, chartSource: REPOSITORY }),
  ],
];

const RELEASES: [string, StackReleaseProps][] = [
  ['without more', {}],
  [
    'with selectors, names and numbers',
    {
      fullnameOverride: 'metrics',
      namespaceOverride: 'observability',
      prometheus: {
        selectEverything: true,
        shards: 2,
        agentMode: false,
        externalLabels: { cluster: 'no', zone: '007' },
      },
    },
  ],
  [
    'with nulls',
    {
      values: {
        'prometheus-node-exporter': { affinity: null },
        prometheus: { prometheusSpec: { ruleSelector: null, ruleSelectorNilUsesHelmValues: false } },
      },
    },
  ],
];

function readBack(chart: Chart) {
  const { stacks, problems } = findStacks(manifests(chart), parseValues);
  expect(problems).toEqual([]);
  expect(stacks).toHaveLength(1);
  return stacks[0];
}

/** As `readBack`, from the file that cdk8s writes. */
function readFile(chart: Chart) {
  const { objects, problems } = readManifests(Yaml.stringify(...chart.toJson()), 'chart.k8s.yaml');
  expect(problems).toEqual([]);
  return findStacks(objects as SourcedObject[], parseValues).stacks[0];
}

function said({ release, namespace, chartVersion, values }: StackSpec) {
  return { release, namespace, chartVersion, values };
}

describe.each(WAYS)('%s', (_way, deliver) => {
  test.each(RELEASES)('is read back as the release it was made for, %s', (_title, props) => {
    const chart = newChart();
    const release = newRelease(chart, props);
    deliver(chart, release);
    const declared = declaredStack(release) as StackSpec;
    const found = readBack(chart);
    expect(said(found)).toEqual(said(declared));
    expect(modelOf(found)).toEqual(modelOf(declared));
  });

  test('is the same each time', () => {
    const texts = [1, 2].map(() => {
      const chart = newChart();
      deliver(chart, newRelease(chart, { values: { global: { b: 1, a: { d: 2, c: null } } } }));
      return JSON.stringify(chart.toJson());
    });
    expect(texts[0]).toBe(texts[1]);
  });

  test('makes no chart depend on another', () => {
    const app = new App();
    const apps = new Chart(app, 'apps');
    const argo = new Chart(app, 'argo');
    const release = newRelease(new Chart(app, 'stack', { namespace: 'monitoring' }));
    deliver(argo, release);
    expect([apps, argo, ...app.charts].flatMap((chart) => chart.node.dependencies)).toEqual([]);
    const across = app.node.findAll().flatMap((from) => from.node.dependencies.map((to) => [from, to] as const));
    expect(across.filter(([from, to]) => Chart.of(from) !== Chart.of(to))).toEqual([]);
  });
});

test('whatever text stands in the values, they are read back as they are, nulls included', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      '017',
      '0o17',
      '{{ .x }}',
      'a {{ $labels.b }} }}',
      '1e3',
      '1_000',
      '0x1f',
      '12:30:45',
      '.5',
      '=',
      '<<',
      'null',
      'NO',
      '- a',
      '# b',
      ' x ',
      'a: b',
      '2024-01-01',
      "'",
      '"',
      'a\n\nb\n',
      '~',
      '',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('node'), { maxLength: 3 }), tie('map')),
    map: fc.dictionary(fc.stringMatching(/^[a-zA-Z][\w.-]{0,8}$/), tie('node'), { maxKeys: 4 }),
  })).map;
  fc.assert(
    fc.property(tree, fc.nat(WAYS.length - 1), (own, way) => {
      const chart = newChart();
      const release = newRelease(chart, { values: { extraManifests: own as any } });
      WAYS[way][1](chart, release);
      expect(said(readBack(chart))).toEqual(said(declaredStack(release) as StackSpec));
      expect(said(readFile(chart))).toEqual(said(declaredStack(release) as StackSpec));
    }),
    { numRuns: 150 },
  );
});
