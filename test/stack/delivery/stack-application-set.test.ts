import { LabelSelector } from '../../../lib/selection/label-selector';
import { StackDestination } from '../../../lib/stack/delivery/argo-destination';
import { StackGenerator } from '../../../lib/stack/delivery/argo-generator';
import { StackIgnoreDifference } from '../../../lib/stack/delivery/argo-ignore-difference';
import { StackChartSource } from '../../../lib/stack/delivery/chart-source';
import { StackApplicationSet, type StackApplicationSetProps } from '../../../lib/stack/delivery/stack-application-set';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { messageOf } from '../../private/synth';
import { newChart, newRelease, only } from './fixtures';

const generators = [StackGenerator.clusters(LabelSelector.matchLabels({ monitoring: 'enabled' }))];

function applicationSet(props: Partial<StackApplicationSetProps> = {}, releaseProps: StackReleaseProps = {}): any {
  const chart = newChart();
  new StackApplicationSet(chart, 'argo', { release: newRelease(chart, releaseProps), generators, ...props });
  return only(chart, 'ApplicationSet');
}

/** As Go's template engine evaluates a text whose only actions are texts in backquotes. */
function evaluated(template: string): string {
  return template.replace(/\{\{(.*?)\}\}/gs, (_, action: string) => {
    const quoted = /^`([^`]*)`$/.exec(action.trim());
    if (!quoted) {
      throw new Error(`The generator would evaluate {{${action}}}.`);
    }
    return quoted[1];
  });
}

test('an ApplicationSet makes one Application per cluster, under one release name', () => {
  const { metadata, spec } = applicationSet();
  expect(metadata).toEqual({
    name: 'stack',
    namespace: 'argocd',
    annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
  });
  expect(spec).toMatchObject({
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    generators: [{ clusters: { selector: { matchLabels: { monitoring: 'enabled' } } } }],
    syncPolicy: { preserveResourcesOnDeletion: true },
    template: {
      metadata: { name: 'stack-{{ .name | normalize }}' },
      spec: {
        project: 'default',
        source: { helm: { releaseName: 'stack', values: 'grafana:\n  admin:\n    existingSecret: grafana-admin\n' } },
        destination: { name: '{{ .name }}', namespace: 'monitoring' },
        syncPolicy: { syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'] },
      },
    },
  });
});

test('every option of its own reaches the ApplicationSet, and those of an Application its template', () => {
  const { metadata, spec } = applicationSet({
    metadata: { namespace: 'argo' },
    generators: [
      StackGenerator.clusters(),
      StackGenerator.list({ name: 'eu', parameters: { region: 'eu-west-1' } }, { name: 'us' }),
      StackGenerator.of({ git: { repoURL: 'https://git.example.com/a.git' } }),
    ],
    applicationName: '{{ .name }}-monitoring',
    destination: StackDestination.server('{{ .server }}'),
    clusterValues: { 'prometheus.prometheusSpec.externalLabels.cluster': '{{ .name }}', 'grafana.replicas': '2' },
    project: 'platform',
    chartSource: StackChartSource.repository('https://charts.example.com'),
    automated: false,
    syncOptions: ['PruneLast=true'],
    createNamespace: false,
    syncWave: 3,
    ignoreDifferences: [StackIgnoreDifference.webhookNamespaceSelector()],
    serverSideDiff: false,
    skipCrds: true,
    skipTests: true,
    deleteRelease: true,
  });
  expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '3' });
  expect(spec).not.toHaveProperty('syncPolicy');
  expect(spec.generators).toEqual([
    { clusters: {} },
    { list: { elements: [{ name: 'eu', region: 'eu-west-1' }, { name: 'us' }] } },
    { git: { repoURL: 'https://git.example.com/a.git' } },
  ]);
  expect(spec.template).toEqual({
    metadata: {
      name: '{{ .name }}-monitoring',
      annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=false' },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'platform',
      source: expect.objectContaining({
        repoURL: 'https://charts.example.com',
        helm: {
          releaseName: 'stack',
          values: expect.any(String),
          parameters: [
            { name: 'grafana.replicas', value: '2', forceString: true },
            { name: 'prometheus.prometheusSpec.externalLabels.cluster', value: '{{ .name }}', forceString: true },
          ],
          skipCrds: true,
          skipTests: true,
        },
      }),
      destination: { server: '{{ .server }}', namespace: 'monitoring' },
      syncPolicy: { syncOptions: ['ServerSideApply=true', 'RespectIgnoreDifferences=true', 'PruneLast=true'] },
      ignoreDifferences: [expect.anything(), expect.anything()],
    },
  });
});

test('values from git may differ by cluster', () => {
  const valuesFromGit = { repoUrl: 'https://git.example.com/a.git', overlays: ['clusters/{{ .name }}.yaml'] };
  const { sources } = applicationSet({ valuesFromGit, clusterValues: { 'grafana.a': 'b' } }).spec.template.spec;
  expect(sources[0].helm).toEqual({
    releaseName: 'stack',
    valueFiles: ['$values/dist/stack.values', '$values/clusters/{{ .name }}.yaml'],
    parameters: [{ name: 'grafana.a', value: 'b', forceString: true }],
  });
});

test.each([
  '{{ $labels.pod }}',
  'down: {{$labels.pod}} and {{{ }}} and }}',
  'it\'s `{{ printf "%s" .x }}` \\ twice {{- a -}}\nand on a second line {{ b }}',
  'no template',
])('the generator leaves %j of an alert alone', (description) => {
  const values = { additionalPrometheusRulesMap: { own: { groups: [{ annotations: { description } }] } } };
  const chart = newChart();
  const release = newRelease(chart, { values });
  new StackApplicationSet(chart, 'argo', { release, generators });
  const { helm } = only(chart, 'ApplicationSet').spec.template.spec.source;
  // What Helm gets is the text that it gets everywhere else.
  const otherwise = newChart();
  const { StackHelmChart } = jest.requireActual('../../../lib/stack/delivery/stack-helm-chart');
  new StackHelmChart(otherwise, 'k3s', { release: newRelease(otherwise, { values }) });
  expect(evaluated(helm.values)).toBe(only(otherwise, 'HelmChart').spec.valuesContent);
});

test.each<[string, Partial<StackApplicationSetProps>, string]>([
  ['no generator', { generators: [] }, 'generators: is empty'],
  [
    'a name that differs by cluster',
    { clusterValues: { fullnameOverride: '{{ .name }}' } },
    '"fullnameOverride" must be the same in all clusters',
  ],
  [
    'a selector that differs by cluster',
    { clusterValues: { 'prometheus.prometheusSpec.serviceMonitorSelector.matchLabels.a': 'b' } },
    'must be the same in all clusters',
  ],
  ['a value without a path', { clusterValues: { '': 'b' } }, 'has an empty path'],
])('%s is refused', (_title, props, message) => {
  expect(messageOf(() => applicationSet(props))).toContain(message);
});

test('Grafana without a Secret is refused as with an Application', () => {
  expect(messageOf(() => applicationSet({}, { grafana: {} }))).toMatch(
    /^StackApplicationSet delivery\/argo has 1 problem:\n {2}release: StackRelease delivery\/stack leaves the password/,
  );
});

test('generators and destinations that lead nowhere are refused', () => {
  expect(() => StackGenerator.clusters(LabelSelector.nothing())).toThrow('this selector takes nothing');
  expect(() => StackGenerator.list()).toThrow('the list is empty');
  expect(() => StackGenerator.list({ name: 'a' }, { name: 'a' })).toThrow('"a" stands in the list twice');
  expect(() => StackGenerator.of([])).toThrow('[] is no generator');
  expect(() => StackDestination.cluster('')).toThrow('"" names no cluster');
  expect(StackDestination.inCluster().toManifest()).toEqual({ server: 'https://kubernetes.default.svc' });
});
