import type { PercentOrAbsolute } from 'cdk8s-plus-27';
import { mergeValues } from '../values';
import { COUNT_OR_PERCENT, choice, FLAG } from './value-kind';
import { at, type ValueEntry, type ValueTable } from './value-table';

/**
 * Whether pods that are not ready may be evicted.
 */
export enum StackUnhealthyPodEviction {
  /** Always. */
  ALWAYS_ALLOW = 'AlwaysAllow',
  /** Only while the budget allows it. */
  IF_HEALTHY_BUDGET = 'IfHealthyBudget',
}

/**
 * How many pods a drain of nodes leaves running.
 */
export interface StackDisruptionLimits {
  /**
   * Pods that keep running. Excludes `maxUnavailable`.
   *
   * @default - 1 in the parent chart
   */
  readonly minAvailable?: PercentOrAbsolute;

  /**
   * Pods that may be gone at a time. Excludes `minAvailable`, and takes away the chart's default of it.
   *
   * @default - decided by `minAvailable`
   */
  readonly maxUnavailable?: PercentOrAbsolute;

  /**
   * Whether pods that are not ready may be evicted.
   *
   * @default - `AlwaysAllow` in the parent chart
   */
  readonly unhealthyPodEvictionPolicy?: StackUnhealthyPodEviction;
}

/**
 * A PodDisruptionBudget of the parent chart.
 */
export interface StackPodDisruptionBudget extends StackDisruptionLimits {
  /**
   * Whether the chart creates the budget.
   *
   * @default false
   */
  readonly enabled?: boolean;
}

/** Values below `podDisruptionBudget` of Grafana and kube-state-metrics. */
export const DISRUPTION_LIMITS: ValueTable<StackDisruptionLimits> = {
  minAvailable: at('minAvailable', COUNT_OR_PERCENT),
  maxUnavailable: at('maxUnavailable', COUNT_OR_PERCENT),
  unhealthyPodEvictionPolicy: at(
    'unhealthyPodEvictionPolicy',
    choice(() => StackUnhealthyPodEviction),
  ),
};

/** Values below `podDisruptionBudget` of the parent chart. */
export const POD_DISRUPTION_BUDGET: ValueTable<StackPodDisruptionBudget> = {
  enabled: at('enabled', FLAG),
  // Before minAvailable, so that one that is given stays, and is reported.
  maxUnavailable: insteadOfMinAvailable(DISRUPTION_LIMITS.maxUnavailable),
  minAvailable: DISRUPTION_LIMITS.minAvailable,
  unhealthyPodEvictionPolicy: DISRUPTION_LIMITS.unhealthyPodEvictionPolicy,
};

/** Kubernetes refuses a budget with both, and the chart has 1 for `minAvailable`. Empty text is false to Helm. */
function insteadOfMinAvailable(entry: ValueEntry): ValueEntry {
  return { ...entry, write: (prop) => mergeValues({ minAvailable: '' }, entry.write(prop)) };
}
