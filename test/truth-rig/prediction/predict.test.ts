import type { KubeObject } from '../../../lib/simulator/kube-object';
import { predict } from '../../../truth/prediction/predict';
import { withSupplements } from '../../../truth/scenario/supplements';

const VERSIONS = { kubernetes: '1.36.3', operator: '0.93.0' };

function monitoring(kind: string, name: string, namespace: string, spec: object): KubeObject {
  return { apiVersion: 'monitoring.coreos.com/v1', kind, metadata: { name, namespace }, spec };
}

function prometheus(spec: object = {}): KubeObject {
  return monitoring('Prometheus', 'k8s', 'monitoring', {
    serviceMonitorSelector: {},
    serviceMonitorNamespaceSelector: {},
    ...spec,
  });
}

function web(namespace: string): KubeObject[] {
  const labels = { app: 'web' };
  const metadata = { name: 'web', namespace, labels };
  const containers = [{ name: 'web', image: 'web:1.0.0' }];
  const template = { metadata: { labels }, spec: { containers } };
  return [
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ name: 'http', port: 80 }] } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector: { matchLabels: labels }, template } },
  ];
}

function jobsOf(objects: readonly KubeObject[]) {
  return predict(withSupplements(objects), VERSIONS).instances['Prometheus monitoring/k8s'].jobs;
}

test('a monitor in the default namespace is not for a Prometheus that asks for labels of namespaces', () => {
  const monitor = monitoring('ServiceMonitor', 'web', 'default', {
    selector: { matchLabels: { app: 'web' } },
    endpoints: [{ port: 'http', noProxy: 'rejected.example' }],
  });
  const { instances } = predict(
    withSupplements([prometheus({ serviceMonitorNamespaceSelector: { matchLabels: { team: 'web' } } }), monitor]),
    VERSIONS,
  );
  expect(instances['Prometheus monitoring/k8s']).toEqual({ outcome: 'loaded', rejected: {}, jobs: {} });
});

test('the default namespace has no label that a Prometheus may rule out', () => {
  const namespaces = { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] };
  const monitor = monitoring('ServiceMonitor', 'web', 'default', { selector: {}, endpoints: [{ port: 'http' }] });
  expect(Object.keys(jobsOf([prometheus({ serviceMonitorNamespaceSelector: namespaces }), monitor]))).toEqual([
    'serviceMonitor/default/web/0',
  ]);
});

test('what a monitor of all namespaces does not select is dropped, in the default namespace as well', () => {
  const monitor = monitoring('ServiceMonitor', 'none', 'monitoring', {
    namespaceSelector: { any: true },
    selector: { matchLabels: { app: 'none' } },
    endpoints: [{ port: 'http' }],
  });
  const { 'serviceMonitor/monitoring/none/0': job } = jobsOf([
    prometheus(),
    monitor,
    ...web('default'),
    ...web('shop'),
  ]);
  expect(job.active).toEqual([]);
  expect(job.dropped).toEqual(
    expect.arrayContaining([
      'default web.deployment.default:80 service=web port=http',
      'shop web.deployment.shop:80 service=web port=http',
    ]),
  );
});

test('a monitor that the API server refuses makes no job', () => {
  const monitor = monitoring('ServiceMonitor', 'web', 'shop', { selector: {}, endpoints: { port: 'http' } });
  const { refused, instances } = predict(withSupplements([prometheus(), monitor]), VERSIONS);
  expect(Object.keys(refused)).toEqual(['ServiceMonitor shop/web']);
  expect(instances['Prometheus monitoring/k8s'].jobs).toEqual({});
});
