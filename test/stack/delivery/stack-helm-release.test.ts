import { Duration } from 'cdk8s';
import { StackChartSource } from '../../../lib/stack/delivery/chart-source';
import { StackCrdPolicy, StackDriftDetection, StackValuesReference } from '../../../lib/stack/delivery/flux-options';
import { StackHelmRelease, type StackHelmReleaseProps } from '../../../lib/stack/delivery/stack-helm-release';
import { StackNamespace } from '../../../lib/stack/delivery/stack-namespace';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { messageOf } from '../../private/synth';
import { GRAFANA, manifests, newChart, newRelease, only } from './fixtures';

function flux(props: Partial<StackHelmReleaseProps> = {}, releaseProps: StackReleaseProps = {}) {
  const chart = newChart();
  new StackHelmRelease(chart, 'flux', { release: newRelease(chart, releaseProps), ...props });
  return chart;
}

const VALIDATED = {
  paths: ['/metadata/annotations/prometheus-operator-validated'],
  target: { kind: 'PrometheusRule' },
};

test('a HelmRelease without options is the whole of what a release needs, with its source', () => {
  const version = newRelease(newChart()).chartVersion;
  expect(manifests(flux()).map(({ object }) => object)).toEqual([
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'OCIRepository',
      metadata: { name: 'stack', namespace: 'monitoring' },
      spec: {
        interval: '1h',
        url: 'oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack',
        ref: { tag: version },
        layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
      },
    },
    {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: 'stack', namespace: 'monitoring' },
      spec: {
        interval: '30m',
        timeout: '10m',
        releaseName: 'stack',
        chartRef: { kind: 'OCIRepository', name: 'stack' },
        install: { crds: 'CreateReplace', remediation: { retries: 3 } },
        upgrade: { crds: 'CreateReplace', remediation: { retries: 3 } },
        driftDetection: { mode: 'enabled', ignore: [VALIDATED] },
        values: { grafana: GRAFANA },
      },
    },
  ]);
});

test('every option reaches the objects', () => {
  const chart = newChart();
  const release = newRelease(chart);
  const props: Required<StackHelmReleaseProps> = {
    release,
    metadata: { name: 'observability', namespace: 'flux-system', labels: { team: 'sre' } },
    chartSource: StackChartSource.REPOSITORY,
    sourceSecretName: 'credentials',
    sourceInterval: Duration.hours(12),
    interval: Duration.hours(1),
    timeout: Duration.minutes(15),
    crds: StackCrdPolicy.SKIP,
    retries: -1,
    driftDetection: StackDriftDetection.WARN,
    driftIgnore: [
      {
        paths: ['/spec/replicas'],
        kind: 'Deployment',
        group: 'apps',
        version: 'v1',
        name: 'a',
        namespace: 'b',
        labelSelector: 'c=d',
      },
      { paths: ['/status'] },
    ],
    dependsOn: [{ name: 'cert-manager', namespace: 'cert-manager' }, { name: 'other' }],
    valuesFrom: [
      StackValuesReference.secret('credentials', { key: 'a', targetPath: 'grafana.a', optional: true }),
      StackValuesReference.configMap('more'),
    ],
    valuesAsText: true,
    serviceAccountName: 'deployer',
    createNamespace: true,
    namespace: undefined as any,
  };
  new StackHelmRelease(chart, 'flux', props);
  expect(only(chart, 'HelmRepository')).toEqual({
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: { name: 'observability', namespace: 'flux-system' },
    spec: {
      interval: '12h',
      url: 'https://prometheus-community.github.io/helm-charts',
      secretRef: { name: 'credentials' },
    },
  });
  expect(only(chart, 'ConfigMap')).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'observability-values',
      namespace: 'flux-system',
      labels: { 'reconcile.fluxcd.io/watch': 'Enabled' },
    },
    data: { 'values.yaml': 'grafana:\n  admin:\n    existingSecret: grafana-admin\n' },
  });
  expect(only(chart, 'HelmRelease')).toEqual({
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: 'observability', namespace: 'flux-system', labels: { team: 'sre' } },
    spec: {
      interval: '1h',
      timeout: '15m',
      releaseName: 'stack',
      targetNamespace: 'monitoring',
      storageNamespace: 'monitoring',
      serviceAccountName: 'deployer',
      dependsOn: [{ name: 'cert-manager', namespace: 'cert-manager' }, { name: 'other' }],
      chart: {
        spec: {
          chart: 'kube-prometheus-stack',
          version: release.chartVersion,
          sourceRef: { kind: 'HelmRepository', name: 'observability' },
        },
      },
      install: { crds: 'Skip', createNamespace: true, remediation: { retries: -1 } },
      upgrade: { crds: 'Skip', remediation: { retries: -1 } },
      driftDetection: {
        mode: 'warn',
        ignore: [
          VALIDATED,
          {
            paths: ['/spec/replicas'],
            target: {
              kind: 'Deployment',
              group: 'apps',
              version: 'v1',
              name: 'a',
              namespace: 'b',
              labelSelector: 'c=d',
            },
          },
          { paths: ['/status'] },
        ],
      },
      valuesFrom: [
        { kind: 'Secret', name: 'credentials', valuesKey: 'a', targetPath: 'grafana.a', optional: true },
        { kind: 'ConfigMap', name: 'more' },
        { kind: 'ConfigMap', name: 'observability-values' },
      ],
    },
  });
});

test('values with a null travel as the text of a ConfigMap, in which it stays', () => {
  const chart = flux({}, { values: { 'prometheus-node-exporter': { affinity: null } } });
  expect(only(chart, 'ConfigMap').data['values.yaml']).toContain('affinity: null');
  expect(only(chart, 'HelmRelease').spec).toMatchObject({ valuesFrom: [{ kind: 'ConfigMap', name: 'stack-values' }] });
  expect(only(chart, 'HelmRelease').spec).not.toHaveProperty('values');
});

test('Grafana needs no Secret: Flux renders with the cluster at hand', () => {
  expect(() => flux({}, { grafana: {} })).not.toThrow();
});

test('without a comparison there is nothing to ignore', () => {
  const { driftDetection } = only(flux({ driftDetection: StackDriftDetection.DISABLED }), 'HelmRelease').spec;
  expect(driftDetection).toEqual({ mode: 'disabled' });
});

test('the Namespace is written first, without a namespace of its own', () => {
  const chart = newChart();
  const release = newRelease(chart);
  const namespace = new StackNamespace(chart, 'namespace', { release });
  new StackHelmRelease(chart, 'flux', { release, namespace });
  const [first, ...others] = manifests(chart).map(({ object }) => object);
  expect(first).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'monitoring',
      labels: {
        'pod-security.kubernetes.io/audit': 'privileged',
        'pod-security.kubernetes.io/enforce': 'privileged',
        'pod-security.kubernetes.io/warn': 'privileged',
      },
    },
  });
  expect(others.map(({ kind }) => kind)).toEqual(['OCIRepository', 'HelmRelease']);
});

test.each<[string, Partial<StackHelmReleaseProps>, string]>([
  ['no time', { interval: Duration.minutes(0) }, 'interval: is not above zero'],
  ['what is no time', { timeout: '10m' as any }, 'timeout: "10m" is no Duration'],
  ['half an attempt', { retries: 0.5 }, 'retries: 0.5 is no number of attempts'],
  ['a namespace that it is in itself', { createNamespace: true }, 'createNamespace: true has no effect'],
  [
    'ignoring without comparing',
    { driftDetection: StackDriftDetection.DISABLED, driftIgnore: [{ paths: ['/a'] }] },
    'driftIgnore: has no effect',
  ],
  ['a path that is no pointer', { driftIgnore: [{ paths: ['spec.a'] }] }, '"spec.a" is no JSON pointer'],
  ['no path', { driftIgnore: [{ paths: [] }] }, 'driftIgnore[0].paths: is empty'],
])('%s is refused', (_title, props, message) => {
  expect(messageOf(() => flux(props))).toContain(message);
});

test('a null that would get lost is refused', () => {
  const message = messageOf(() =>
    flux({ valuesAsText: false }, { values: { 'prometheus-node-exporter': { affinity: null } } }),
  );
  expect(message).toContain('valuesAsText: false would lose the null at prometheus-node-exporter.affinity');
});
