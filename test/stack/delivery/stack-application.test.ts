import { ApiObject, Chart } from 'cdk8s';
import { StackDestination } from '../../../lib/stack/delivery/argo-destination';
import { StackIgnoreDifference } from '../../../lib/stack/delivery/argo-ignore-difference';
import { StackChartSource } from '../../../lib/stack/delivery/chart-source';
import { StackApplication, type StackApplicationProps } from '../../../lib/stack/delivery/stack-application';
import { StackNamespace } from '../../../lib/stack/delivery/stack-namespace';
import { Platform } from '../../../lib/stack/platform';
import { StackRelease } from '../../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { messageOf } from '../../private/synth';
import { GRAFANA, newChart, newRelease, only } from './fixtures';

function application(props: Partial<StackApplicationProps> = {}, releaseProps: StackReleaseProps = {}): any {
  const chart = newChart();
  new StackApplication(chart, 'argo', { release: newRelease(chart, releaseProps), ...props });
  return only(chart, 'Application');
}

function errorOf(props: Partial<StackApplicationProps>, releaseProps: StackReleaseProps = {}): string {
  return messageOf(() => application(props, releaseProps));
}

test('an Application without options is the whole of what a release needs', () => {
  expect(application()).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'stack', namespace: 'argocd', annotations: { 'argocd.argoproj.io/sync-wave': '-1' } },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://prometheus-community.github.io/helm-charts',
        chart: 'kube-prometheus-stack',
        targetRevision: newRelease(newChart()).chartVersion,
        helm: { releaseName: 'stack', valuesObject: { grafana: GRAFANA } },
      },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'monitoring' },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
        managedNamespaceMetadata: {
          labels: {
            'pod-security.kubernetes.io/audit': 'privileged',
            'pod-security.kubernetes.io/enforce': 'privileged',
            'pod-security.kubernetes.io/warn': 'privileged',
          },
        },
      },
    },
  });
});

test('every option reaches the Application', () => {
  const chart = newChart();
  const release = newRelease(chart);
  const namespace = new StackNamespace(chart, 'namespace', { release });
  const props: Required<StackApplicationProps> = {
    release,
    metadata: { name: 'observability', namespace: 'argo', labels: { team: 'sre' }, annotations: { note: 'yes' } },
    project: 'platform',
    chartSource: StackChartSource.registry('oci://registry.example.com:5000/mirror/kube-prometheus-stack'),
    valuesFromGit: {
      repoUrl: 'https://git.example.com/team/monitoring.git',
      revision: 'main',
      folder: './out/',
      overlays: ['/clusters/eu.yaml'],
      ignoreMissing: true,
    },
    automated: true,
    prune: false,
    selfHeal: false,
    syncOptions: ['PruneLast=true'],
    createNamespace: false,
    namespace,
    namespaceLabels: undefined as any,
    namespaceAnnotations: undefined as any,
    syncWave: -5,
    ignoreDifferences: [StackIgnoreDifference.webhookCaBundle()],
    serverSideDiff: true,
    skipCrds: true,
    skipTests: true,
    deleteRelease: true,
    managesEndpoints: true,
    destination: StackDestination.cluster('production'),
    valuesAsText: undefined as any,
  };
  new StackApplication(chart, 'argo', props);
  const webhooks = (kind: string) => ({
    group: 'admissionregistration.k8s.io',
    kind,
    jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
  });
  expect(only(chart, 'Application')).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'observability',
      namespace: 'argo',
      labels: { team: 'sre' },
      annotations: {
        'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
        'argocd.argoproj.io/sync-wave': '-5',
        note: 'yes',
      },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'platform',
      sources: [
        {
          repoURL: 'registry.example.com:5000/mirror',
          chart: 'kube-prometheus-stack',
          targetRevision: release.chartVersion,
          helm: {
            releaseName: 'stack',
            valueFiles: ['$values/out/stack.values', '$values/clusters/eu.yaml'],
            ignoreMissingValueFiles: true,
            skipCrds: true,
            skipTests: true,
          },
        },
        { repoURL: 'https://git.example.com/team/monitoring.git', targetRevision: 'main', ref: 'values' },
      ],
      destination: { name: 'production', namespace: 'monitoring' },
      syncPolicy: {
        automated: { prune: false, selfHeal: false },
        syncOptions: ['ServerSideApply=true', 'RespectIgnoreDifferences=true', 'PruneLast=true'],
      },
      ignoreDifferences: [webhooks('MutatingWebhookConfiguration'), webhooks('ValidatingWebhookConfiguration')],
    },
  });
  expect(only(chart, 'Namespace').metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '-5' });
});

test('labels and annotations of the namespace that Argo CD creates stand beside those of Pod Security', () => {
  const { managedNamespaceMetadata } = application({
    namespaceLabels: { team: 'sre' },
    namespaceAnnotations: { owner: 'sre' },
  }).spec.syncPolicy;
  expect(managedNamespaceMetadata).toEqual({
    annotations: { owner: 'sre' },
    labels: expect.objectContaining({ team: 'sre', 'pod-security.kubernetes.io/enforce': 'privileged' }),
  });
});

test('a namespace without pods on the host needs no labels', () => {
  const { syncPolicy } = application({}, { values: { nodeExporter: { enabled: false } } }).spec;
  expect(syncPolicy).toEqual({
    automated: { prune: true, selfHeal: true },
    syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
  });
});

test('values with a null travel as text, in which it stays', () => {
  const { helm } = application({}, { values: { 'prometheus-node-exporter': { affinity: null } } }).spec.source;
  expect(helm).toEqual({
    releaseName: 'stack',
    values: 'grafana:\n  admin:\n    existingSecret: grafana-admin\nprometheus-node-exporter:\n  affinity: null\n',
  });
});

test('a null in a list counts as well', () => {
  const { helm } = application({}, { values: { extraManifests: [null] } }).spec.source;
  expect(helm.values).toContain('extraManifests:\n  - null\n');
});

test.each([{ mode: '0o17' }, { '0o17': 'mode' }])(
  'a text that cdk8s writes as a number has them travel as text: %j',
  (labels) => {
    const { helm } = application({}, { values: { extraManifests: [{ data: labels }] } }).spec.source;
    expect(helm.values).toContain('"0o17"');
  },
);

test('values travel as text on request', () => {
  expect(application({ valuesAsText: true }).spec.source.helm.values).toContain('existingSecret: grafana-admin');
});

test('a preset of a platform that changes webhooks has the change ignored', () => {
  const platform = Object.assign(Object.create(Platform.prototype), { name: 'aks', settings: [] });
  const { ignoreDifferences, syncPolicy } = application({}, { platform }).spec;
  expect(ignoreDifferences.map(({ jqPathExpressions }: any) => jqPathExpressions)).toEqual([
    ['.webhooks[]?.namespaceSelector'],
    ['.webhooks[]?.namespaceSelector'],
  ]);
  expect(syncPolicy.syncOptions).toContain('RespectIgnoreDifferences=true');
  expect(application({ ignoreDifferences: [] }, { platform }).spec).not.toHaveProperty('ignoreDifferences');
});

test('any other difference can be ignored, and must name a field', () => {
  const entry = { kind: 'Deployment', group: 'apps', name: 'a', namespace: 'b', jsonPointers: ['/spec/replicas'] };
  const { ignoreDifferences } = application({ ignoreDifferences: [StackIgnoreDifference.of(entry)] }).spec;
  expect(ignoreDifferences).toEqual([entry]);
  expect(() => StackIgnoreDifference.of({ kind: 'Deployment' })).toThrow('no field of Deployment is named');
});

test('without automation nothing is synced by itself', () => {
  expect(application({ automated: false }).spec.syncPolicy).not.toHaveProperty('automated');
});

describe('what Argo CD cannot deal with is refused', () => {
  test.each<[string, Partial<StackApplicationProps>, StackReleaseProps, string]>([
    ['Grafana without a Secret', {}, { grafana: {} }, 'leaves the password of Grafana'],
    [
      'an image renderer without a Secret',
      {},
      { values: { grafana: { imageRenderer: { enabled: true } } } },
      'leaves the token of Grafana',
    ],
    ['Endpoints', {}, { values: { kubeEtcd: { endpoints: ['10.0.0.1'] } } }, 'kubeEtcd.endpoints in StackRelease'],
    [
      'jobs that are gone at once',
      {},
      { values: { prometheusOperator: { admissionWebhooks: { patch: { ttlSecondsAfterFinished: 0 } } } } },
      'ttlSecondsAfterFinished is 0',
    ],
    ['client-side apply', { syncOptions: ['ServerSideApply=false'] }, {}, 'too large for client-side apply'],
    ['replacing', { syncOptions: ['Replace=true'] }, {}, 'deletes and creates objects anew'],
    ['what is no option', { syncOptions: ['PruneLast'] }, {}, '"PruneLast" is no sync option'],
    ['pruning without automation', { automated: false, prune: true }, {}, 'prune: true has no effect'],
    ['healing without automation', { automated: false, selfHeal: true }, {}, 'selfHeal: true has no effect'],
    ['half a wave', { syncWave: 0.5 }, {}, 'syncWave: 0.5 is no wave'],
    [
      'labels of a namespace that it does not create',
      { createNamespace: false, namespaceLabels: { a: 'b' } },
      {},
      'namespaceLabels: has no effect',
    ],
    [
      'a namespace that refuses node-exporter',
      { namespaceLabels: { 'pod-security.kubernetes.io/enforce': 'baseline' } },
      {},
      '"baseline" has the API server refuse the pods of node-exporter',
    ],
    [
      'a null that would get lost',
      { valuesAsText: false },
      { values: { 'prometheus-node-exporter': { affinity: null } } },
      'would lose the null at prometheus-node-exporter.affinity',
    ],
    [
      'a text that would become a number',
      { valuesAsText: false },
      { values: { extraManifests: [{ mode: '0o17' }] } },
      'would make a number of the text "0o17" at extraManifests[0].mode',
    ],
    [
      'text of values that are in git',
      { valuesAsText: true, valuesFromGit: { repoUrl: 'https://git.example.com/a.git' } },
      {},
      'valuesAsText: has no effect with valuesFromGit',
    ],
    ['no repository', { valuesFromGit: { repoUrl: '' } }, {}, 'valuesFromGit.repoUrl: names no repository'],
    [
      'an overlay with a reference',
      { valuesFromGit: { repoUrl: 'https://git.example.com/a.git', overlays: ['$values/a'] } },
      {},
      '"$values/a" begins with a reference',
    ],
    ['a name that Kubernetes refuses', { metadata: { name: 'A_b' } }, {}, 'metadata.name: "A_b" may hold only'],
    ['a namespace that is none', { metadata: { namespace: 'A' } }, {}, 'metadata.namespace: "A" is not a valid'],
  ])('%s', (_title, props, releaseProps, message) => {
    expect(errorOf(props, releaseProps)).toContain(message);
  });

  test('all of it in one error, with the fixes', () => {
    expect(errorOf({ automated: false, prune: true, syncWave: 0.5 }, { grafana: {} })).toBe(
      `StackApplication delivery/argo has 3 problems:
  release: StackRelease delivery/stack leaves the password of Grafana's administrator to chance: Argo CD renders the chart again and again, each time with a new one, so that Secret and pod change with every sync.
    Fix: grafana: { admin: { existingSecret: 'grafana-admin' } } on the StackRelease, with the keys admin-user and admin-password in that Secret; or grafana: { enabled: false }.
  prune: true has no effect with automated: false.
    Fix: leave out prune, or automated.
  syncWave: 0.5 is no wave.
    Fix: give a whole number.`,
    );
  });

  test('something that is no StackRelease', () => {
    expect(errorOf({ release: {} as any })).toContain('release: is no StackRelease.');
    expect(errorOf({ release: undefined as any })).toContain('release: is no StackRelease.');
  });

  test('the Namespace of another release, and two who create it', () => {
    const chart = newChart();
    const other = new StackRelease(chart, 'other', { namespace: 'elsewhere' });
    const namespace = new StackNamespace(chart, 'namespace', { release: other });
    const release = newRelease(chart);
    const message = messageOf(() => new StackApplication(chart, 'argo', { release, namespace, createNamespace: true }));
    expect(message).toContain('"elsewhere" is not the namespace of StackRelease delivery/stack');
    expect(message).toContain('createNamespace: true stands beside namespace');
  });
});

describe('what looks alike is accepted', () => {
  test.each<[string, Partial<StackApplicationProps>, StackReleaseProps]>([
    ['a release without Grafana', {}, { grafana: { enabled: false } }],
    [
      'a password from a variable',
      {},
      { grafana: {}, values: { grafana: { env: { GF_SECURITY_ADMIN_PASSWORD: '$GRAFANA_PASSWORD' } } } },
    ],
    [
      'Endpoints that this Argo CD manages',
      { managesEndpoints: true },
      { values: { kubeEtcd: { endpoints: ['::1'] } } },
    ],
    ['Endpoints of what is switched off', {}, { values: { kubeEtcd: { enabled: false, endpoints: ['10.0.0.1'] } } }],
    [
      'jobs that nobody waits for',
      {},
      {
        values: {
          prometheusOperator: {
            admissionWebhooks: { certManager: { enabled: true }, patch: { ttlSecondsAfterFinished: 0 } },
          },
        },
      },
    ],
  ])('%s', (_title, props, releaseProps) => {
    expect(() => application(props, releaseProps)).not.toThrow();
  });
});

test('monitors are deployed before their CRDs are there, once that is asked for', () => {
  const chart = newChart();
  const object = (id: string, apiVersion: string, annotations = {}) =>
    new ApiObject(chart, id, { apiVersion, kind: 'Any', metadata: { annotations } });
  const objects = [
    object('monitor', 'monitoring.coreos.com/v1'),
    object('rule', 'monitoring.coreos.com/v1', { 'argocd.argoproj.io/sync-options': 'Prune=false' }),
    object('other', 'v1'),
  ];
  StackApplication.tolerateMissingCrds(chart);
  StackApplication.tolerateMissingCrds(chart);
  expect(objects.map((one) => one.toJson().metadata.annotations)).toEqual([
    { 'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true' },
    { 'argocd.argoproj.io/sync-options': 'Prune=false,SkipDryRunOnMissingResource=true' },
    undefined,
  ]);
});

test('the Namespace is written before the Application, where both are in one chart', () => {
  const chart = newChart();
  const release = newRelease(chart);
  const holder = new Chart(chart.node.root, 'late', { namespace: 'platform' });
  const namespace = new StackNamespace(holder, 'namespace', { release });
  const application = new StackApplication(holder, 'argo', { release, namespace });
  expect(holder.toJson().map(({ kind }) => kind)).toEqual(['Namespace', 'Application']);
  expect(application.apiObject.toJson().spec.syncPolicy).not.toHaveProperty('managedNamespaceMetadata');
});
