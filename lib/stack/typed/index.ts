export type { StackAlertmanager } from './alertmanager';
export { StackClaimPolicy, type StackClaimRetention } from './claim-retention';
export type { StackCrds, StackCrdUpgradeJob } from './crds';
export type { StackCustomRule, StackKubernetesServiceMonitors, StackPrometheusRules } from './custom-rule';
export type { StackDefaultRules, StackExpirationThresholds, StackNodeRules } from './default-rules';
export type { StackExistingSecret } from './existing-secret';
export type { StackGlobal, StackGlobalRbac } from './global';
export type { StackGrafana, StackGrafanaAdmin } from './grafana';
export type { StackImage } from './image';
export type { StackIngress, StackIngressOptions, StackIngressTls, StackPathIngress, StackPortIngress } from './ingress';
export { StackNetworkPolicyFlavor, type StackNetworkPolicyOptions } from './network-policy';
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
export { StackNamespaceMatch, StackRuleGroup } from './rule-group';
export { StackPodAntiAffinity, type StackReplicaScheduling, type StackScheduling } from './scheduling';
export type { StackSecretKey } from './secret-key';
export type { StackService, StackServiceOptions } from './service';
export type { StackServiceAccount } from './service-account';
export type { StackMonitor, StackMonitorOptions, StackSelfMonitor } from './service-monitor';
export type { StackThanosRuler, StackThanosRulerSpec } from './thanos-ruler';
