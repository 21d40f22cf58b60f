import * as fc from 'fast-check';
import { whyNoObjectName } from '../../../lib/private/kubernetes-names';
import { ownMonitors } from '../../../lib/stack/facts/own-monitors';
import { release } from './facts';

const components = (values: any = {}) => ownMonitors(release(values)).map(({ component }) => component);
const monitor = (component: string, values: any = {}) =>
  ownMonitors(release(values)).find((one) => one.component === component);

/** The thirteen of a default install, with the `job` of their targets. */
const DEFAULTS: { [component: string]: string } = {
  prometheus: 'kps-kube-prometheus-stack-prometheus',
  alertmanager: 'kps-kube-prometheus-stack-alertmanager',
  operator: 'kps-kube-prometheus-stack-operator',
  apiserver: 'apiserver',
  kubelet: 'kubelet',
  'kube-controller-manager': 'kube-controller-manager',
  'kube-scheduler': 'kube-scheduler',
  'kube-etcd': 'kube-etcd',
  'kube-proxy': 'kube-proxy',
  coredns: 'coredns',
  grafana: 'kps-grafana',
  'kube-state-metrics': 'kube-state-metrics',
  'node-exporter': 'node-exporter',
};

test('a default release has thirteen, each with its job and the label of the release', () => {
  const monitors = ownMonitors(release());
  expect(Object.fromEntries(monitors.map(({ component, job }) => [component, job]))).toEqual(DEFAULTS);
  expect(monitors).toHaveLength(13);
  expect(monitors.every(({ labels }) => labels.release === 'kps')).toBe(true);
  expect(new Set(monitors.map(({ namespace }) => namespace))).toEqual(new Set(['monitoring']));
});

test.each([
  ['nothing of Kubernetes', { kubernetesServiceMonitors: { enabled: false } }, 6],
  ['no kubelet', { kubelet: { enabled: false } }, 12],
  ['no monitor of etcd', { kubeEtcd: { serviceMonitor: { enabled: false } } }, 12],
  ['no Prometheus of its own to watch', { prometheus: { serviceMonitor: { selfMonitor: false } } }, 12],
  ['kube-dns too', { kubeDns: { enabled: true } }, 14],
  ['a ruler', { thanosRuler: { enabled: true } }, 14],
  ['Windows', { windowsMonitoring: { enabled: true } }, 14],
  ['Thanos', { prometheus: { thanosService: { enabled: true }, thanosServiceMonitor: { enabled: true } } }, 14],
  ['no Grafana', { grafana: { enabled: false } }, 12],
])('a release with %s has as many as it switches on', (_title, values, count) => {
  expect(components(values)).toHaveLength(count);
});

test('every switch it names switches it off', () => {
  for (const { component, switches } of ownMonitors(release())) {
    for (const path of switches) {
      const values = path.split('.').reduceRight<any>((inner, key) => ({ [key]: inner }), false);
      expect([path, components(values).includes(component)]).toEqual([path, false]);
    }
  }
});

test('the value for labels gives it labels', () => {
  for (const { component, labelsValue } of ownMonitors(release())) {
    const values = labelsValue.split('.').reduceRight<any>((inner, key) => ({ [key]: inner }), { team: 'a' });
    expect([component, monitor(component, values)?.labels.team]).toEqual([component, 'a']);
  }
});

test('commonLabels reaches all but those of the sub-charts', () => {
  const labelled = ownMonitors(release({ commonLabels: { team: 'a' } })).filter(({ labels }) => labels.team === 'a');
  expect(labelled).toHaveLength(10);
});

test('with ignoreNamespaceSelectors those of Kubernetes go to their Services', () => {
  const values = { prometheus: { prometheusSpec: { ignoreNamespaceSelectors: true } } };
  const places = ownMonitors(release(values)).map(({ component, namespace }) => [component, namespace]);
  const at = (namespace: string) => places.filter(([, place]) => place === namespace).map(([component]) => component);
  expect(at('default')).toEqual(['apiserver']);
  expect(at('kube-system')).toEqual([
    ...['kubelet', 'kube-controller-manager', 'kube-scheduler', 'kube-etcd', 'kube-proxy', 'coredns'],
  ]);
  expect(monitor('kubelet', { ...values, kubelet: { namespace: 'metrics' } })?.namespace).toBe('metrics');
});

test('namespaceOverride moves those of the parent chart only', () => {
  const moved = ownMonitors(release({ namespaceOverride: 'elsewhere' }));
  expect(moved.filter(({ namespace }) => namespace === 'monitoring').map(({ component }) => component)).toEqual([
    ...['grafana', 'kube-state-metrics', 'node-exporter'],
  ]);
});

test('a job that another label gives is not known', () => {
  expect(monitor('kube-etcd', { kubeEtcd: { serviceMonitor: { jobLabel: 'app' } } })?.job).toBeUndefined();
});

test('names are valid and differ, whatever the release is called', () => {
  const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/);
  fc.assert(
    fc.property(name, (text) => {
      const names = ownMonitors(release({}, text)).map((one) => `${one.namespace}/${one.name}`);
      expect(new Set(names).size).toBe(names.length);
      const kept = names.map((one) => one.split('/')[1]).filter((one) => !one.includes('--'));
      expect(kept.flatMap((one) => whyNoObjectName(one) ?? [])).toEqual([]);
    }),
  );
});
