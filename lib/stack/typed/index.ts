export type { StackAlertmanager } from './alertmanager';
export { StackClaimPolicy, type StackClaimRetention } from './claim-retention';
export type { StackGrafana, StackGrafanaAdmin } from './grafana';
export type { StackImage } from './image';
export type {
  StackIngress,
  StackIngressOptions,
  StackIngressTls,
  StackPathIngress,
  StackPortIngress,
} from './ingress';
export { StackNetworkPolicyFlavor, type StackNetworkPolicyOptions } from './network-policy';
export {
  type StackDisruptionLimits,
  type StackPodDisruptionBudget,
  StackUnhealthyPodEviction,
} from './pod-disruption-budget';
export type { StackPodMetadata } from './pod-metadata';
export type { StackPrometheus } from './prometheus/stack-prometheus';
export type { StackOperatorNamespaces, StackPrometheusOperator } from './prometheus-operator';
export { type StackRoute, StackRouteKind, type StackRouteParent } from './route';
export { StackPodAntiAffinity, type StackReplicaScheduling, type StackScheduling } from './scheduling';
export type { StackSecretKey } from './secret-key';
export type { StackService, StackServiceOptions } from './service';
export type { StackServiceAccount } from './service-account';
export type { StackMonitor, StackMonitorOptions, StackSelfMonitor } from './service-monitor';
