import type { StackReleaseProps } from '../stack-release-props';
import { ALERTMANAGER } from './alertmanager/stack-alertmanager';
import { KUBE_API_SERVER } from './control-plane/kube-api-server';
import { CORE_DNS, KUBE_COMPONENT, KUBE_PROXY } from './control-plane/kube-component';
import { KUBE_DNS } from './control-plane/kube-dns';
import { KUBE_ETCD } from './control-plane/kube-etcd';
import { KUBELET } from './control-plane/kubelet';
import { CRDS } from './crds';
import { CUSTOM_RULE, KUBERNETES_SERVICE_MONITORS, PROMETHEUS_RULES } from './custom-rule';
import { DEFAULT_RULES } from './default-rules';
import { KUBE_STATE_METRICS } from './exporters/kube-state-metrics';
import { NODE_EXPORTER, WINDOWS_MONITORING } from './exporters/node-exporter';
import { PROMETHEUS_NODE_EXPORTER } from './exporters/prometheus-node-exporter';
import { PROMETHEUS_WINDOWS_EXPORTER } from './exporters/prometheus-windows-exporter';
import { GLOBAL } from './global';
import { GRAFANA } from './grafana/stack-grafana';
import { PROMETHEUS } from './prometheus/prometheus-table';
import { PROMETHEUS_OPERATOR } from './prometheus-operator';
import { THANOS_RULER } from './thanos-ruler';
import { FLAG, MAPS, TEXT, TEXT_MAP } from './value-kind';
import { at, group, map, type ValueTable } from './value-table';

/** Props of a release that are no values of the chart. */
type ReleaseProp = 'releaseName' | 'namespace' | 'chartVersion' | 'platform' | 'values' | 'valuesFile' | 'proof';

/** All typed values of the chart, by the props of a `StackRelease`. */
export const STACK: ValueTable<Omit<StackReleaseProps, ReleaseProp>> = {
  fullnameOverride: at('fullnameOverride', TEXT),
  nameOverride: at('nameOverride', TEXT),
  namespaceOverride: at('namespaceOverride', TEXT),
  cleanPrometheusOperatorObjectNames: at('cleanPrometheusOperatorObjectNames', FLAG),
  commonLabels: at('commonLabels', TEXT_MAP),
  kubeVersionOverride: at('kubeVersionOverride', TEXT),
  kubeTargetVersionOverride: at('kubeTargetVersionOverride', TEXT),
  crds: group('crds', CRDS),
  global: group('global', GLOBAL),
  extraManifests: at('extraManifests', MAPS),
  defaultRules: group('defaultRules', DEFAULT_RULES),
  customRules: map('customRules', CUSTOM_RULE),
  additionalPrometheusRulesMap: map('additionalPrometheusRulesMap', PROMETHEUS_RULES, ['groups']),
  kubernetesServiceMonitors: group('kubernetesServiceMonitors', KUBERNETES_SERVICE_MONITORS),
  prometheus: group('prometheus', PROMETHEUS),
  alertmanager: group('alertmanager', ALERTMANAGER),
  grafana: group('grafana', GRAFANA),
  kubeApiServer: group('kubeApiServer', KUBE_API_SERVER),
  kubelet: group('kubelet', KUBELET),
  kubeControllerManager: group('kubeControllerManager', KUBE_COMPONENT),
  coreDns: group('coreDns', CORE_DNS),
  kubeDns: group('kubeDns', KUBE_DNS),
  kubeEtcd: group('kubeEtcd', KUBE_ETCD),
  kubeScheduler: group('kubeScheduler', KUBE_COMPONENT),
  kubeProxy: group('kubeProxy', KUBE_PROXY),
  kubeStateMetrics: group('', KUBE_STATE_METRICS),
  nodeExporter: group('nodeExporter', NODE_EXPORTER),
  prometheusNodeExporter: group('prometheus-node-exporter', PROMETHEUS_NODE_EXPORTER),
  windowsMonitoring: group('windowsMonitoring', WINDOWS_MONITORING),
  prometheusWindowsExporter: group('prometheus-windows-exporter', PROMETHEUS_WINDOWS_EXPORTER),
  prometheusOperator: group('prometheusOperator', PROMETHEUS_OPERATOR),
  thanosRuler: group('thanosRuler', THANOS_RULER),
};
