export type { StackAlertmanager } from './alertmanager';
export type { StackGrafana, StackGrafanaAdmin } from './grafana';
export type { StackPodMetadata } from './pod-metadata';
export type { StackPrometheus } from './prometheus/stack-prometheus';
export type { StackOperatorNamespaces, StackPrometheusOperator } from './prometheus-operator';
export type { StackServiceAccount } from './service-account';
