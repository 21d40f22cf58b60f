import { choice, FLAG } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * Who enforces a network policy.
 */
export enum StackNetworkPolicyFlavor {
  /** Any network plugin: a NetworkPolicy of Kubernetes. */
  KUBERNETES = 'kubernetes',
  /** Cilium: a CiliumNetworkPolicy. Renders nothing without rules of its own. */
  CILIUM = 'cilium',
}

/**
 * What the network policies of Prometheus and of the Operator have in common.
 */
export interface StackNetworkPolicyOptions {
  /**
   * Whether the chart creates the policy.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Who enforces it.
   *
   * @default StackNetworkPolicyFlavor.KUBERNETES
   */
  readonly flavor?: StackNetworkPolicyFlavor;
}

/** Values below `networkPolicy`. */
export const NETWORK_POLICY_OPTIONS: ValueTable<StackNetworkPolicyOptions> = {
  enabled: at('enabled', FLAG),
  flavor: at(
    'flavor',
    choice(() => StackNetworkPolicyFlavor),
  ),
};
