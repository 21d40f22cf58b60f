import { Duration } from 'cdk8s';
import { StackChartSource } from '../../../lib/stack/delivery/chart-source';
import {
  StackFailurePolicy,
  StackHelmChart,
  type StackHelmChartProps,
} from '../../../lib/stack/delivery/stack-helm-chart';
import { StackNamespace } from '../../../lib/stack/delivery/stack-namespace';
import { messageOf } from '../../private/synth';
import { manifests, newChart, newRelease, only } from './fixtures';

function helmChart(props: Partial<StackHelmChartProps> = {}): any {
  const chart = newChart();
  new StackHelmChart(chart, 'k3s', { release: newRelease(chart), ...props });
  return only(chart, 'HelmChart');
}

const valuesContent = 'grafana:\n  admin:\n    existingSecret: grafana-admin\n';

test('a HelmChart without options is the whole of what a release needs, and named as the release is', () => {
  expect(helmChart()).toEqual({
    apiVersion: 'helm.cattle.io/v1',
    kind: 'HelmChart',
    metadata: { name: 'stack', namespace: 'kube-system' },
    spec: {
      chart: 'oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack',
      version: newRelease(newChart()).chartVersion,
      targetNamespace: 'monitoring',
      createNamespace: true,
      timeout: '10m',
      failurePolicy: 'abort',
      valuesContent,
    },
  });
});

test('every option reaches the HelmChart', () => {
  const chart = newChart();
  const release = newRelease(chart);
  const props: Required<StackHelmChartProps> = {
    release,
    metadata: { name: 'stack', namespace: 'helm', annotations: { a: 'b' } },
    chartSource: StackChartSource.repository('https://charts.example.com'),
    sourceSecretName: 'credentials',
    createNamespace: false,
    namespace: new StackNamespace(chart, 'namespace', { release }),
    timeout: Duration.minutes(90),
    failurePolicy: StackFailurePolicy.REINSTALL,
    bootstrap: true,
  };
  new StackHelmChart(chart, 'k3s', props);
  expect(only(chart, 'HelmChart')).toEqual({
    apiVersion: 'helm.cattle.io/v1',
    kind: 'HelmChart',
    metadata: { name: 'stack', namespace: 'helm', annotations: { a: 'b' } },
    spec: {
      chart: 'kube-prometheus-stack',
      repo: 'https://charts.example.com',
      version: release.chartVersion,
      authSecret: { name: 'credentials' },
      targetNamespace: 'monitoring',
      createNamespace: false,
      timeout: '1h30m',
      failurePolicy: 'reinstall',
      bootstrap: true,
      valuesContent,
    },
  });
  expect(manifests(chart).map(({ object }) => object.kind)).toEqual(['Namespace', 'HelmChart']);
});

test('a Secret for a registry is one of Docker', () => {
  expect(helmChart({ sourceSecretName: 'credentials' }).spec.dockerRegistrySecret).toEqual({ name: 'credentials' });
});

test('another name than that of the release is refused, and all else that is wrong with it', () => {
  const message = messageOf(() => helmChart({ metadata: { name: 'monitoring' }, timeout: Duration.minutes(0) }));
  expect(message).toBe(`StackHelmChart delivery/k3s has 2 problems:
  metadata.name: "monitoring" would be the name of the release, which is "stack" in StackRelease delivery/stack: the label by which Prometheus selects would be another one.
    Fix: leave it out, or releaseName: 'monitoring' on the StackRelease.
  timeout: is not above zero.
    Fix: timeout: Duration.minutes(30)`);
});

test('a namespace that two would create is refused', () => {
  const chart = newChart();
  const release = newRelease(chart);
  const namespace = new StackNamespace(chart, 'namespace', { release });
  const act = () => new StackHelmChart(chart, 'k3s', { release, namespace, createNamespace: true });
  expect(messageOf(act)).toContain('createNamespace: true stands beside namespace');
});

test.each([
  'registry.example.com/other',
  'registry.example.com/kube-prometheus-stack:88.5.3',
  'kube-prometheus-stack',
  '',
])('%j is no address of the chart in a registry', (reference) => {
  expect(() => StackChartSource.registry(reference)).toThrow('is no address of the chart kube-prometheus-stack');
});

test('an address of a registry is none of a repository', () => {
  expect(() => StackChartSource.repository('oci://registry.example.com')).toThrow('is no address of a Helm repository');
});
