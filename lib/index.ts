export * as k8s from '../imports/k8s';
export * as v1 from '../imports/monitoring.coreos.com/v1';
export * as v1alpha1 from '../imports/monitoring.coreos.com/v1alpha1';
export * as v1beta1 from '../imports/monitoring.coreos.com/v1beta1';
export type { IPrometheus } from './prometheus/i-prometheus';
export {
  LabelOperator,
  type LabelRequirement,
  LabelSelector,
  type LabelSelectorOptions,
} from './selection/label-selector';
export { NamespaceSelector } from './selection/namespace-selector';
export { OperatorScope } from './selection/operator-scope';
