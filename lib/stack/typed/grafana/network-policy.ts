import type * as k8s from '../../../../imports/k8s';
import { boundMap } from '../bound-kind';
import { FLAG, MAPS, TEXTS } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * What Grafana may reach.
 */
export interface StackGrafanaEgress {
  /**
   * Whether it may reach nothing but this.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Whether not even DNS is allowed.
   *
   * @default false
   */
  readonly blockDnsResolution?: boolean;

  /**
   * Ports, in the form of a NetworkPolicy.
   *
   * @default - none
   */
  readonly ports?: { [key: string]: any }[];

  /**
   * Peers, in the form of a NetworkPolicy.
   *
   * @default - any
   */
  readonly to?: { [key: string]: any }[];
}

/**
 * The network policy of Grafana.
 */
export interface StackGrafanaNetworkPolicy {
  /**
   * Whether the chart creates the policy.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Whether it limits who may reach Grafana.
   *
   * @default true
   */
  readonly ingress?: boolean;

  /**
   * Whether everybody may reach its port. With false only pods with the client label `<name of Grafana>-client: "true"`.
   *
   * @default true
   */
  readonly allowExternal?: boolean;

  /**
   * Namespaces whose pods may have the client label.
   *
   * @default - that of Grafana
   */
  readonly explicitNamespacesSelector?: k8s.LabelSelector;

  /**
   * Networks that may reach Grafana, for example `10.0.0.0/8`.
   *
   * @default - none beside
   */
  readonly explicitIpBlocks?: string[];

  /**
   * What Grafana may reach.
   *
   * @default - everything
   */
  readonly egress?: StackGrafanaEgress;
}

const EGRESS: ValueTable<StackGrafanaEgress> = {
  enabled: at('enabled', FLAG),
  blockDnsResolution: at('blockDNSResolution', FLAG),
  ports: at('ports', MAPS),
  to: at('to', MAPS),
};

/** Values below `grafana.networkPolicy`. */
export const GRAFANA_NETWORK_POLICY: ValueTable<StackGrafanaNetworkPolicy> = {
  enabled: at('enabled', FLAG),
  ingress: at('ingress', FLAG),
  allowExternal: at('allowExternal', FLAG),
  explicitNamespacesSelector: at('explicitNamespacesSelector', boundMap('serviceMonitorSelector')),
  explicitIpBlocks: at('explicitIpBlocks', TEXTS),
  egress: group('egress', EGRESS),
};
