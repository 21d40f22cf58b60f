import { NETWORK_POLICY_OPTIONS, type StackNetworkPolicyOptions } from '../network-policy';
import { MAP, MAPS, TEXT } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/**
 * The network policy of the Prometheus pods. Without rules it shuts them off from everything.
 */
export interface StackPrometheusNetworkPolicy extends StackNetworkPolicyOptions {
  /**
   * Who may connect to Prometheus, in the form of NetworkPolicy.
   *
   * @default - nobody
   */
  readonly ingress?: { [key: string]: any }[];

  /**
   * What Prometheus may connect to, in the form of NetworkPolicy.
   *
   * @default - nothing, so it cannot scrape
   */
  readonly egress?: { [key: string]: any }[];

  /**
   * Pods that the policy is for, as a label selector.
   *
   * @default - the Prometheus pods
   */
  readonly podSelector?: { [key: string]: any };

  /**
   * Spec of the CiliumNetworkPolicy: `endpointSelector`, `ingress`, `egress`. Needed with the flavor `CILIUM`.
   *
   * @default - none
   */
  readonly cilium?: { [key: string]: any };

  /**
   * Namespace of the policy.
   *
   * @default - that of Prometheus
   */
  readonly namespace?: string;
}

/** Values below `prometheus.networkPolicy`. */
export const PROMETHEUS_NETWORK_POLICY: ValueTable<StackPrometheusNetworkPolicy> = {
  ...NETWORK_POLICY_OPTIONS,
  ingress: at('ingress', MAPS),
  egress: at('egress', MAPS),
  podSelector: at('podSelector', MAP),
  cilium: at('cilium', MAP),
  namespace: at('namespace', TEXT),
};
