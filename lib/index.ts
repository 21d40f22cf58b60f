export type { IPrometheus } from './prometheus/i-prometheus';
export {
  LabelOperator,
  type LabelRequirement,
  LabelSelector,
  type LabelSelectorOptions,
} from './selection/label-selector';
export { NamespaceSelector } from './selection/namespace-selector';
export { OperatorScope } from './selection/operator-scope';
