import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createEvaluation } from '../../lib/check/create-evaluation';
import { Level } from '../../lib/report/finding';
import { readManifests } from '../../lib/yaml/read-manifests';
import { describeWithData } from '../shared-data';

const FOLDER = 'kube-prometheus-manifests';

describeWithData(FOLDER, 'the manifests of kube-prometheus', (folder) => {
  const objects = readdirSync(folder)
    .sort()
    .flatMap((file) => readManifests(readFileSync(path.join(folder, file), 'utf8'), file).objects);
  const evaluation = createEvaluation(objects);

  test('give no error and no warning', () => {
    expect(evaluation.report().findings.filter(({ level }) => level !== Level.INFO)).toEqual([]);
  });

  test('give the targets that their own monitors are written for', () => {
    const lines = evaluation.targets().targets.map((target) => {
      const { prometheus, job, service, workload, container, port, scheme, path: url } = target;
      return `${prometheus} ${job} ${service} ${workload?.kind}/${workload?.name} ${container} ${scheme} ${port}${url}`;
    });
    expect(lines).toEqual([
      'monitoring/k8s serviceMonitor/monitoring/alertmanager-main/0 alertmanager-main Alertmanager/main alertmanager http 9093/metrics',
      'monitoring/k8s serviceMonitor/monitoring/alertmanager-main/1 alertmanager-main Alertmanager/main config-reloader http 8080/metrics',
      'monitoring/k8s serviceMonitor/monitoring/blackbox-exporter/0 blackbox-exporter Deployment/blackbox-exporter kube-rbac-proxy https 9115/metrics',
      'monitoring/k8s serviceMonitor/monitoring/grafana/0 grafana Deployment/grafana grafana http 3000/metrics',
      'monitoring/k8s serviceMonitor/monitoring/kube-state-metrics/0 kube-state-metrics Deployment/kube-state-metrics kube-rbac-proxy-main https 8443/metrics',
      'monitoring/k8s serviceMonitor/monitoring/kube-state-metrics/1 kube-state-metrics Deployment/kube-state-metrics kube-rbac-proxy-self https 9443/metrics',
      'monitoring/k8s serviceMonitor/monitoring/node-exporter/0 node-exporter DaemonSet/node-exporter kube-rbac-proxy https 9100/metrics',
      'monitoring/k8s serviceMonitor/monitoring/prometheus-adapter/0 prometheus-adapter Deployment/prometheus-adapter prometheus-adapter https 6443/metrics',
      'monitoring/k8s serviceMonitor/monitoring/prometheus-k8s/0 prometheus-k8s Prometheus/k8s prometheus http 9090/metrics',
      'monitoring/k8s serviceMonitor/monitoring/prometheus-k8s/1 prometheus-k8s Prometheus/k8s config-reloader http 8080/metrics',
      'monitoring/k8s serviceMonitor/monitoring/prometheus-operator/0 prometheus-operator Deployment/prometheus-operator kube-rbac-proxy https 8443/metrics',
    ]);
  });

  test('leave open what runs in namespaces of which they show nothing', () => {
    expect(evaluation.targets().unknown.map(({ object, link }) => `${object.name} ${link}`)).toEqual([
      'coredns L7',
      'kube-apiserver L7',
      'kube-controller-manager L7',
      'kube-scheduler L7',
      'kubelet L7',
    ]);
  });
});
