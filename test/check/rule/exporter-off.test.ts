import { stackOf } from '../../../lib/simulator/stack/stack-of';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';
import { describeCheck } from '../describe-check';
import { monitoring } from '../manifests';
import { deployment, service, serviceMonitor } from '../objects';

const RELEASE = { labels: { release: 'kps' } };

function stack(values: object) {
  const all = { prometheus: { prometheusSpec: { ruleNamespaceSelector: {} } }, ...values };
  const { stack: found } = stackOf('kps/monitoring', [{ values: all as any, source: {} }], '88.5.3');
  return { stacks: [found as StackSpec] };
}

function alert(expr: string) {
  return monitoring('PrometheusRule', 'web', { groups: [{ name: 'web', rules: [{ alert: 'A', expr }] }] }, RELEASE);
}

const NO_NODES = stack({ nodeExporter: { enabled: false } });

describeCheck('rule/exporter-off', {
  flags: [
    {
      title: 'metrics of an exporter that is switched off',
      objects: [alert('node_filesystem_avail_bytes < 1 and node_filesystem_files_free < 1')],
      options: NO_NODES,
      finds: [
        {
          object: 'PrometheusRule shop/web',
          field: 'spec.groups[0].rules[0].expr',
          level: 'warning',
          message:
            'node_filesystem_avail_bytes is about metrics of node-exporter, which release "kps" does not have: nodeExporter.enabled is false.',
          fix: 'nodeExporter.enabled: true in the values, or remove the rule.',
          related: ['Prometheus monitoring/kps-kube-prometheus-stack-prometheus'],
        },
      ],
    },
    {
      title: 'the job of a part that is switched off',
      objects: [alert('absent(up{job="kube-scheduler"} == 1)')],
      options: stack({ kubeScheduler: { enabled: false } }),
      finds: [{ message: /asks for the absence of metrics of kube-scheduler/ }],
    },
    {
      title: 'a part without its monitor',
      objects: [alert('etcd_server_has_leader == 0')],
      options: stack({ kubeEtcd: { serviceMonitor: { enabled: false } } }),
      finds: [{ message: /its ServiceMonitor is switched off/, fix: 'switch it on, or remove the rule.' }],
    },
    {
      title: 'Windows, which is off unless asked for',
      objects: [alert('windows_cpu_time_total > 1')],
      options: stack({}),
      finds: [{ fix: /^windowsMonitoring\.enabled: true/ }],
    },
  ],
  accepts: [
    { title: 'an exporter that is on', objects: [alert('node_load1 > 1')], options: stack({}) },
    {
      title: 'an exporter that is run beside the release',
      objects: [
        alert('node_load1 > 1'),
        serviceMonitor(undefined, {}, RELEASE),
        service(undefined, { name: 'my-node-exporter' }),
        deployment(),
      ],
      options: NO_NODES,
    },
    { title: 'a job of another name', objects: [alert('node_load1{job="hosts"} > 1')], options: NO_NODES },
    {
      title: 'what the controller manager says of nodes',
      objects: [alert('node_collector_zone_size > 1')],
      options: NO_NODES,
    },
    {
      title: 'what the scheduler says of pods',
      objects: [alert('kube_pod_resource_request > 1')],
      options: stack({ kubeStateMetrics: { enabled: false } }),
    },
    { title: 'recorded metrics', objects: [alert('node:load1:avg > 1')], options: NO_NODES },
  ],
});
