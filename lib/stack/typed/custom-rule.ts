import type { Duration } from 'cdk8s';
import type { RuleGroup } from '../../../imports/monitoring.coreos.com/v1/prometheus-rule';
import { boundList } from './bound-kind';
import { DURATION_OR_ZERO, FLAG, TEXT, TEXT_MAP } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * What is changed in an alert of the chart.
 */
export interface StackCustomRule {
  /**
   * How long the expression must hold before the alert fires.
   *
   * @default - set by the chart
   */
  readonly for?: Duration;

  /**
   * Value of the label `severity`.
   *
   * @default - set by the chart
   */
  readonly severity?: string;
}

/**
 * A PrometheusRule that the chart creates beside its own.
 */
export interface StackPrometheusRules {
  /** The rule groups. They do not pass through Helm templates. */
  readonly groups: RuleGroup[];

  /**
   * Labels of the PrometheusRule.
   *
   * @default - only those of the chart
   */
  readonly additionalLabels?: { [key: string]: string };
}

/**
 * The monitors of the control plane and of the kubelets, all at once.
 */
export interface StackKubernetesServiceMonitors {
  /**
   * Whether the chart creates them. With false the alerts on their absence stay, and fire.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Values below one entry of `customRules`. */
export const CUSTOM_RULE: ValueTable<StackCustomRule> = {
  for: at('for', DURATION_OR_ZERO),
  severity: at('severity', TEXT),
};

/** Values below one entry of `additionalPrometheusRulesMap`. */
export const PROMETHEUS_RULES: ValueTable<StackPrometheusRules> = {
  groups: at('groups', boundList('groups', 'PrometheusRule')),
  additionalLabels: at('additionalLabels', TEXT_MAP),
};

/** Values below `kubernetesServiceMonitors`. */
export const KUBERNETES_SERVICE_MONITORS: ValueTable<StackKubernetesServiceMonitors> = {
  enabled: at('enabled', FLAG),
};
