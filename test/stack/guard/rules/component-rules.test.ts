import { Duration } from 'cdk8s';
import { Scheme } from '../../../../imports/monitoring.coreos.com/v1';
import { LabelSelector } from '../../../../lib/selection/label-selector';
import type { StackReleaseProps } from '../../../../lib/stack/stack-release-props';
import { problemsOf } from '../../typed/problems-of';

const refused: [title: string, props: StackReleaseProps, field: string][] = [
  [
    'pods beside addresses',
    { kubeProxy: { endpoints: ['10.0.0.1'], service: { selector: { a: 'b' } } } },
    'kubeProxy.service.selector',
  ],
  [
    'certificates of etcd without TLS',
    { kubeEtcd: { serviceMonitor: { caFile: '/ca' } } },
    'kubeEtcd.serviceMonitor.caFile',
  ],
  [
    'a name in a certificate without TLS',
    { kubeScheduler: { serviceMonitor: { https: false, serverName: 'a' } } },
    'kubeScheduler.serviceMonitor.serverName',
  ],
  [
    'a selector for everything, which the chart takes for none',
    { coreDns: { serviceMonitor: { selector: LabelSelector.everything() } } },
    'coreDns.serviceMonitor.selector',
  ],
  [
    'a selector for nothing, which the chart takes for none',
    { coreDns: { serviceMonitor: { selector: LabelSelector.nothing() } } },
    'coreDns.serviceMonitor.selector',
  ],
  [
    'another job of node-exporter',
    { prometheusNodeExporter: { podLabels: { jobLabel: 'nodes' } } },
    'prometheusNodeExporter.podLabels.jobLabel',
  ],
  [
    'a Service of node-exporter that leads nowhere',
    { values: { 'prometheus-node-exporter': { service: { port: 9200 } } } },
    'values.prometheus-node-exporter.service.port',
  ],
  [
    'settings of a windows-exporter that is off',
    { prometheusWindowsExporter: { config: 'a: b' } },
    'prometheusWindowsExporter',
  ],
  [
    'replicas of kube-state-metrics that export the same',
    { kubeStateMetrics: { replicas: 2 } },
    'kubeStateMetrics.replicas',
  ],
  [
    'custom resources that are off',
    { kubeStateMetrics: { customResourceState: { config: { a: 'b' } } } },
    'kubeStateMetrics.customResourceState',
  ],
  [
    'kubelets without addresses',
    { prometheusOperator: { kubeletEndpointsEnabled: false } },
    'prometheusOperator.kubeletEndpointsEnabled',
  ],
  [
    'a root certificate that nobody uses',
    {
      prometheusOperator: {
        admissionWebhooks: {
          certManager: { enabled: true, issuerRef: { name: 'ca' }, rootCert: { duration: Duration.days(365) } },
        },
      },
    },
    'prometheusOperator.admissionWebhooks.certManager.rootCert',
  ],
  [
    'webhooks whose certificate nobody makes',
    { prometheusOperator: { admissionWebhooks: { patch: { enabled: false } } } },
    'prometheusOperator.admissionWebhooks.patch.enabled',
  ],
  [
    'a webhook server on the port of the kubelet',
    { prometheusOperator: { admissionWebhooks: { deployment: { enabled: true, hostNetwork: true } } } },
    'prometheusOperator.admissionWebhooks.deployment.hostNetwork',
  ],
  [
    'a webhook that may take a minute',
    { prometheusOperator: { admissionWebhooks: { timeoutSeconds: Duration.minutes(1) } } },
    'prometheusOperator.admissionWebhooks.timeoutSeconds',
  ],
  [
    'settings of cert-manager that is off',
    { prometheusOperator: { admissionWebhooks: { certManager: { issuerRef: { name: 'ca' } } } } },
    'prometheusOperator.admissionWebhooks.certManager',
  ],
  [
    'webhooks off with TLS on',
    { prometheusOperator: { admissionWebhooks: { enabled: false } } },
    'prometheusOperator.admissionWebhooks.enabled',
  ],
  ['a name that makes names which Kubernetes refuses', { fullnameOverride: 'Prom_Stack' }, 'fullnameOverride'],
  ['the port of the kubelet', { prometheusOperator: { hostNetwork: true } }, 'prometheusOperator.hostNetwork'],
];

test.each(refused)('refuses %s', (_title, props, field) => {
  expect(problemsOf(props)).toContain(field);
});

const accepted: [title: string, props: StackReleaseProps][] = [
  ['addresses alone', { kubeProxy: { endpoints: ['10.0.0.1'] } }],
  [
    'certificates of etcd with TLS',
    { kubeEtcd: { serviceMonitor: { scheme: Scheme.HTTPS, caFile: '/ca', certFile: '/cert', keyFile: '/key' } } },
  ],
  ['the job that rules ask for', { prometheusNodeExporter: { podLabels: { jobLabel: 'node-exporter', a: 'b' } } }],
  ['another port of node-exporter', { prometheusNodeExporter: { service: { port: 9200 } } }],
  [
    'a windows-exporter that is on',
    { windowsMonitoring: { enabled: true }, prometheusWindowsExporter: { config: 'a: b' } },
  ],
  ['replicas that share the objects', { kubeStateMetrics: { replicas: 2, autosharding: { enabled: true } } }],
  [
    'kubelets by EndpointSlices',
    { prometheusOperator: { kubeletEndpointsEnabled: false, kubeletEndpointSliceEnabled: true } },
  ],
  [
    'no kubelets at all',
    { prometheusOperator: { kubeletEndpointsEnabled: false, kubeletService: { enabled: false } } },
  ],
  [
    'cert-manager in place of the Jobs',
    { prometheusOperator: { admissionWebhooks: { patch: { enabled: false }, certManager: { enabled: true } } } },
  ],
  [
    'a certificate that cert-manager injects by its own annotation',
    {
      values: {
        prometheusOperator: {
          admissionWebhooks: { annotations: { 'cert-manager.io/inject-ca-from': 'a/b' }, patch: { enabled: false } },
        },
      },
    },
  ],
  [
    'a certificate of ones own',
    { values: { prometheusOperator: { admissionWebhooks: { caBundle: 'Y2E=', patch: { enabled: false } } } } },
  ],
  [
    'webhooks off with TLS off',
    { prometheusOperator: { admissionWebhooks: { enabled: false }, tls: { enabled: false } } },
  ],
  ['another port on the host network', { prometheusOperator: { hostNetwork: true, tls: { internalPort: 8443 } } }],
  [
    'what cannot work in an Operator that is off',
    { prometheusOperator: { enabled: false, kubeletEndpointsEnabled: false } },
  ],
];

test.each(accepted)('accepts %s', (_title, props) => {
  expect(problemsOf(props)).toEqual([]);
});
