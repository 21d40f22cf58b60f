export type { StackAlertmanagerCluster } from './alertmanager/cluster';
export {
  type StackAlertmanagerConfigSources,
  type StackMatcherStrategy,
  StackMatcherStrategyType,
} from './alertmanager/config-sources';
export type {
  StackAlertmanagerEgress,
  StackAlertmanagerMonitoringRules,
  StackAlertmanagerNetworkPolicy,
  StackGatewayPods,
} from './alertmanager/network-policy';
export type {
  StackAlertmanager,
  StackAlertmanagerSecret,
  StackAlertmanagerSpec,
} from './alertmanager/stack-alertmanager';
export { StackClaimPolicy, type StackClaimRetention } from './claim-retention';
export type { StackComponentMonitor, StackSecureComponentMonitor } from './control-plane/component-monitor';
export type { StackComponentService } from './control-plane/component-service';
export type {
  StackKubeApiServer,
  StackKubeApiServerMonitor,
  StackKubeApiServerTls,
} from './control-plane/kube-api-server';
export type {
  StackCoreDns,
  StackKubeComponent,
  StackKubeProxy,
  StackKubeProxyMonitor,
} from './control-plane/kube-component';
export type {
  StackKubeDns,
  StackKubeDnsMonitor,
  StackKubeDnsPort,
  StackKubeDnsService,
} from './control-plane/kube-dns';
export type { StackKubeEtcd, StackKubeEtcdMonitor } from './control-plane/kube-etcd';
export type { StackAttachMetadata, StackKubelet, StackKubeletMonitor } from './control-plane/kubelet';
export type { StackCrds, StackCrdUpgradeJob } from './crds';
export type { StackCustomRule, StackKubernetesServiceMonitors, StackPrometheusRules } from './custom-rule';
export type { StackDefaultRules, StackExpirationThresholds, StackNodeRules } from './default-rules';
export type { StackExistingSecret } from './existing-secret';
export type { StackExporterMonitor, StackExporterPrometheus } from './exporters/exporter-monitor';
export type {
  StackCustomResourceState,
  StackKubeStateMetrics,
  StackKubeStateMetricsRbac,
} from './exporters/kube-state-metrics';
export type {
  StackKubeStateMetricsEndpoint,
  StackKubeStateMetricsMonitor,
  StackKubeStateMetricsPrometheus,
} from './exporters/kube-state-metrics-monitor';
export type {
  StackNodeExporter,
  StackOperatingSystems,
  StackWindowsMonitoring,
} from './exporters/node-exporter';
export type {
  StackNodeExporterImage,
  StackNodeExporterService,
  StackPrometheusNodeExporter,
} from './exporters/prometheus-node-exporter';
export type { StackPrometheusWindowsExporter } from './exporters/prometheus-windows-exporter';
export type { StackGlobal, StackGlobalRbac } from './global';
export type { StackGrafanaAccess } from './grafana/access';
export type { StackGrafanaContent } from './grafana/content';
export { type StackDataSource, StackDataSourceAccess, type StackDeletedDataSource } from './grafana/data-source';
export type {
  StackGrafanaConfigMapMount,
  StackGrafanaEnvSource,
  StackGrafanaMount,
  StackGrafanaSecretMount,
} from './grafana/environment';
export type { StackGrafanaOperator } from './grafana/grafana-operator';
export type {
  StackGrafanaAdmin,
  StackGrafanaImageRenderer,
  StackGrafanaLdap,
  StackGrafanaMonitor,
  StackGrafanaRbac,
  StackGrafanaSmtp,
} from './grafana/grafana-parts';
export type { StackGrafanaEgress, StackGrafanaNetworkPolicy } from './grafana/network-policy';
export {
  type StackDeploymentStrategy,
  StackDeploymentStrategyType,
  type StackGrafanaPersistence,
  StackGrafanaPersistenceType,
} from './grafana/persistence';
export type { StackGrafanaPods } from './grafana/pods';
export type { StackGrafanaSidecar } from './grafana/sidecar';
export type { StackDashboardProvider, StackMulticluster, StackSidecarDashboards } from './grafana/sidecar-dashboards';
export {
  type StackAlertmanagerDatasource,
  StackAlertmanagerImplementation,
  type StackExemplarTraceDestination,
  StackHttpMethod,
  type StackSidecarDatasources,
} from './grafana/sidecar-datasources';
export { StackSidecarResource, type StackSidecarSearch } from './grafana/sidecar-search';
export type { StackGrafana } from './grafana/stack-grafana';
export type { StackImage } from './image';
export type { StackIngress, StackIngressOptions, StackIngressTls, StackPathIngress, StackPortIngress } from './ingress';
export { StackNetworkPolicyFlavor, type StackNetworkPolicyOptions } from './network-policy';
export {
  type StackAdmissionWebhooks,
  StackFailurePolicy,
  type StackMatchCondition,
} from './operator/admission-webhooks';
export type { StackCertificate, StackCertManager, StackIssuerRef } from './operator/cert-manager';
export type { StackConfigReloader, StackKubeletService, StackOperatorMonitor } from './operator/operator-parts';
export { type StackOperatorTls, StackTlsVersion } from './operator/operator-tls';
export type { StackWebhookDeployment } from './operator/webhook-deployment';
export type { StackWebhookPatch } from './operator/webhook-patch';
export {
  type StackDisruptionLimits,
  type StackPodDisruptionBudget,
  StackUnhealthyPodEviction,
} from './pod-disruption-budget';
export type { StackPodMetadata } from './pod-metadata';
export type { StackPrometheusAccess, StackPrometheusService } from './prometheus/access';
export type { StackPrometheusAlerting } from './prometheus/alerting';
export type { StackPrometheusLimits } from './prometheus/limits';
export type { StackPrometheusNetworkPolicy } from './prometheus/network-policy';
export type {
  StackIngressPerReplica,
  StackRoutePerReplica,
  StackServicePerReplica,
  StackTlsSecretPerReplica,
} from './prometheus/per-replica';
export type { StackPrometheusPods } from './prometheus/pods';
export type { StackPrometheusRemote } from './prometheus/remote';
export type { StackPrometheusScraping } from './prometheus/scraping';
export type { StackPrometheusSelection } from './prometheus/selection';
export type { StackPrometheusServer, StackQuery } from './prometheus/server';
export type { StackPrometheus } from './prometheus/stack-prometheus';
export type { StackExemplars, StackPrometheusStorage, StackTsdb } from './prometheus/storage';
export type { StackPrometheusThanos } from './prometheus/thanos';
export type {
  StackThanosExternalService,
  StackThanosIngress,
  StackThanosService,
  StackThanosServiceMonitor,
  StackThanosServiceOptions,
} from './prometheus/thanos-access';
export type { StackThanosSidecar } from './prometheus/thanos-sidecar';
export type { StackVerticalPodAutoscaler } from './prometheus/vertical-pod-autoscaler';
export {
  StackAutoscaledResource,
  StackAutoscaledValues,
  StackVpaUpdateMode,
} from './prometheus/vertical-pod-autoscaler-modes';
export type { StackOperatorNamespaces, StackPrometheusOperator } from './prometheus-operator';
export type { StackReplicaPods } from './replica-pods';
export { type StackRoute, StackRouteKind, type StackRouteParent } from './route';
export { StackNamespaceMatch, StackRuleSwitch } from './rule-switch';
export { StackPodAntiAffinity, type StackReplicaScheduling, type StackScheduling } from './scheduling';
export type { StackSecretKey } from './secret-key';
export type { StackService, StackServiceOptions } from './service';
export type { StackServiceAccount } from './service-account';
export type { StackMonitor, StackMonitorOptions, StackSelfMonitor } from './service-monitor';
export type { StackSwitch } from './switch';
export type { StackThanosRuler, StackThanosRulerSpec } from './thanos-ruler';
