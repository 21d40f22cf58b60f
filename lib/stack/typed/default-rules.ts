import type { Duration } from 'cdk8s';
import { StackNamespaceMatch, StackRuleSwitch } from './rule-switch';
import { choice, choiceMap, DURATION, FLAG, mapOf, SECONDS, TEXT, TEXT_MAP, TEXTS, WEB_URL } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * How long before the end of a certificate alerts fire.
 */
export interface StackExpirationThresholds {
  /**
   * When the warning fires.
   *
   * @default Duration.days(7)
   */
  readonly warning?: Duration;

  /**
   * When the critical alert fires.
   *
   * @default Duration.days(1)
   */
  readonly critical?: Duration;
}

/**
 * What the rules on nodes look at.
 */
export interface StackNodeRules {
  /**
   * Label matcher of PromQL for file systems.
   *
   * @default 'fstype!=""'
   */
  readonly fsSelector?: string;
}

/**
 * The recording and alerting rules of the chart, its values below `defaultRules`.
 */
export interface StackDefaultRules {
  /**
   * Whether the chart creates any of its rules.
   *
   * @default true
   */
  readonly create?: boolean;

  /**
   * Which groups there are, by the members of `StackRuleSwitch`.
   *
   * @default - all groups
   */
  readonly rules?: { [key: string]: boolean };

  /**
   * Alerts that are left out: true for each name. Leave out a group by `rules` instead when all its alerts go.
   *
   * @default - none
   */
  readonly disabled?: { [key: string]: boolean };

  /**
   * Labels of the PrometheusRule objects.
   *
   * @default - only those of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the PrometheusRule objects.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of all alerts.
   *
   * @default - none
   */
  readonly additionalRuleLabels?: { [key: string]: string };

  /**
   * Annotations of single alerts: a map of texts for each name of an alert.
   *
   * @default - none
   */
  readonly additionalRuleAnnotations?: { [key: string]: any };

  /**
   * Labels of the alerts of single groups: a map of texts for members of `StackRuleSwitch`.
   *
   * @default - none
   */
  readonly additionalRuleGroupLabels?: { [key: string]: any };

  /**
   * Annotations of the alerts of single groups: a map of texts for members of `StackRuleSwitch`.
   *
   * @default - none
   */
  readonly additionalRuleGroupAnnotations?: { [key: string]: any };

  /**
   * Labels by which the rules aggregate in addition, for example `cluster` where several clusters share a Prometheus.
   *
   * @default - none
   */
  readonly additionalAggregationLabels?: string[];

  /**
   * Regular expression for the namespaces that alerts on workloads cover.
   *
   * @default ".*"
   */
  readonly appNamespacesTarget?: string;

  /**
   * Whether alerts on workloads cover the namespaces of `appNamespacesTarget` or all others.
   *
   * @default StackNamespaceMatch.MATCHING
   */
  readonly appNamespacesOperator?: StackNamespaceMatch;

  /**
   * How long alerts go on after their expression holds no more.
   *
   * @default - not at all
   */
  readonly keepFiringFor?: Duration;

  /**
   * Address before the names of alerts in the annotation `runbook_url`.
   *
   * @default - the runbooks of the Prometheus Operator
   */
  readonly runbookUrl?: string;

  /**
   * When alerts on the server certificates of kubelets fire.
   *
   * @default - as the chart sets it
   */
  readonly kubeletServerCertificateExpiration?: StackExpirationThresholds;

  /**
   * When alerts on the client certificates of kubelets fire.
   *
   * @default - as the chart sets it
   */
  readonly kubeletClientCertificateExpiration?: StackExpirationThresholds;

  /**
   * What the rules on nodes look at.
   *
   * @default - as the chart sets it
   */
  readonly node?: StackNodeRules;
}

/** Values below `kubeletServerCertificateExpiration` and `kubeletClientCertificateExpiration`. */
const EXPIRATION: ValueTable<StackExpirationThresholds> = {
  warning: at('warning', SECONDS),
  critical: at('critical', SECONDS),
};

/** Values below `defaultRules.node`. */
const NODE_RULES: ValueTable<StackNodeRules> = {
  fsSelector: at('fsSelector', TEXT),
};

/** Values below `defaultRules`. */
export const DEFAULT_RULES: ValueTable<StackDefaultRules> = {
  create: at('create', FLAG),
  rules: at(
    'rules',
    choiceMap(() => StackRuleSwitch, FLAG),
  ),
  disabled: at('disabled', mapOf(FLAG)),
  labels: at('labels', TEXT_MAP),
  annotations: at('annotations', TEXT_MAP),
  additionalRuleLabels: at('additionalRuleLabels', TEXT_MAP),
  additionalRuleAnnotations: at('additionalRuleAnnotations', mapOf(TEXT_MAP)),
  additionalRuleGroupLabels: at(
    'additionalRuleGroupLabels',
    choiceMap(() => StackRuleSwitch, TEXT_MAP),
  ),
  additionalRuleGroupAnnotations: at(
    'additionalRuleGroupAnnotations',
    choiceMap(() => StackRuleSwitch, TEXT_MAP),
  ),
  additionalAggregationLabels: at('additionalAggregationLabels', TEXTS),
  appNamespacesTarget: at('appNamespacesTarget', TEXT),
  appNamespacesOperator: at(
    'appNamespacesOperator',
    choice(() => StackNamespaceMatch),
  ),
  keepFiringFor: at('keepFiringFor', DURATION),
  runbookUrl: at('runbookUrl', WEB_URL),
  kubeletServerCertificateExpiration: group('kubeletServerCertificateExpiration', EXPIRATION),
  kubeletClientCertificateExpiration: group('kubeletClientCertificateExpiration', EXPIRATION),
  node: group('node', NODE_RULES),
};
