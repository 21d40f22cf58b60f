import { FLAG, MAPS, TEXT, TEXT_MAP } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * Pods of an ingress controller or Gateway.
 */
export interface StackGatewayPods {
  /**
   * Their namespace.
   *
   * @default - that of Alertmanager
   */
  readonly namespace?: string;

  /**
   * Their labels.
   *
   * @default - none: no such rule
   */
  readonly podLabels?: { [key: string]: string };
}

/**
 * What Alertmanager may reach.
 */
export interface StackAlertmanagerEgress {
  /**
   * Whether it may reach nothing but this. Without rules it can notify nobody.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * What it may reach, in the form of a NetworkPolicy.
   *
   * @default - nothing
   */
  readonly rules?: { [key: string]: any }[];
}

/**
 * Who of the release may reach Alertmanager.
 */
export interface StackAlertmanagerMonitoringRules {
  /**
   * Prometheus pods of the same namespace.
   *
   * @default true
   */
  readonly prometheus?: boolean;

  /**
   * Whoever scrapes the config reloader.
   *
   * @default true
   */
  readonly configReloader?: boolean;
}

/**
 * The network policy of Alertmanager. It does not let Grafana in: add that to `additionalIngress`.
 */
export interface StackAlertmanagerNetworkPolicy {
  /**
   * Whether the chart creates the policy.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The ingress controller or Gateway, which may reach it.
   *
   * @default - none
   */
  readonly gateway?: StackGatewayPods;

  /**
   * Who else may reach it, in the form of a NetworkPolicy.
   *
   * @default - nobody
   */
  readonly additionalIngress?: { [key: string]: any }[];

  /**
   * What it may reach.
   *
   * @default - everything
   */
  readonly egress?: StackAlertmanagerEgress;

  /**
   * Whether replicas may reach each other.
   *
   * @default true
   */
  readonly enableClusterRules?: boolean;

  /**
   * Who of the release may reach it.
   *
   * @default - Prometheus, and whoever scrapes the config reloader
   */
  readonly monitoringRules?: StackAlertmanagerMonitoringRules;
}

const GATEWAY: ValueTable<StackGatewayPods> = {
  namespace: at('namespace', TEXT),
  podLabels: at('podLabels', TEXT_MAP),
};

const EGRESS: ValueTable<StackAlertmanagerEgress> = {
  enabled: at('enabled', FLAG),
  rules: at('rules', MAPS),
};

const MONITORING_RULES: ValueTable<StackAlertmanagerMonitoringRules> = {
  prometheus: at('prometheus', FLAG),
  configReloader: at('configReloader', FLAG),
};

/** Values below `alertmanager.networkPolicy`. */
export const ALERTMANAGER_NETWORK_POLICY: ValueTable<StackAlertmanagerNetworkPolicy> = {
  enabled: at('enabled', FLAG),
  gateway: group('gateway', GATEWAY),
  additionalIngress: at('additionalIngress', MAPS),
  egress: group('egress', EGRESS),
  enableClusterRules: at('enableClusterRules', FLAG),
  monitoringRules: group('monitoringRules', MONITORING_RULES),
};
