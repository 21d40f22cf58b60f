export type { IPrometheus } from './prometheus/i-prometheus';
export {
  LabelOperator,
  type LabelRequirement,
  LabelSelector,
  type LabelSelectorOptions,
} from './selection/label-selector';
export { NamespaceSelector } from './selection/namespace-selector';
export { OperatorScope } from './selection/operator-scope';
export type {
  StackAlertmanager,
  StackGrafana,
  StackGrafanaAdmin,
  StackOperatorNamespaces,
  StackPrometheusOperator,
} from './stack/component-values';
export type { StackPodMetadata, StackServiceAccount } from './stack/parts';
export { Platform, type PlatformSetting } from './stack/platform';
export type { StackPrometheus } from './stack/prometheus-values';
export { StackRelease, type StackReleaseProps } from './stack/stack-release';
