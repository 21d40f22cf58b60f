import type { ApiObject, Duration } from 'cdk8s';
import type { LabelSelector } from '../selection/label-selector';
import type { NamespaceSelector } from '../selection/namespace-selector';
import type { OperatorScope } from '../selection/operator-scope';

/**
 * Anything that scrapes: a Prometheus or PrometheusAgent object, whoever created it.
 *
 * Constructs take one of these and arrange themselves so that it selects them.
 */
export interface IPrometheus {
  /** Name of the Prometheus (or PrometheusAgent) object. */
  readonly prometheusName: string;

  /** Namespace of the Prometheus object and of its pods. */
  readonly namespace: string;

  /** Version of Prometheus, for example `3.14.0`; `undefined` when unknown: the newest is assumed. */
  readonly prometheusVersion?: string;

  /** Which ServiceMonitors it takes, by their labels. */
  readonly serviceMonitorSelector: LabelSelector;
  /** In which namespaces it looks for ServiceMonitors. */
  readonly serviceMonitorNamespaceSelector: NamespaceSelector;

  /** Which PodMonitors it takes, by their labels. */
  readonly podMonitorSelector: LabelSelector;
  /** In which namespaces it looks for PodMonitors. */
  readonly podMonitorNamespaceSelector: NamespaceSelector;

  /** Which Probes it takes, by their labels. */
  readonly probeSelector: LabelSelector;
  /** In which namespaces it looks for Probes. */
  readonly probeNamespaceSelector: NamespaceSelector;

  /** Which ScrapeConfigs it takes, by their labels. */
  readonly scrapeConfigSelector: LabelSelector;
  /** In which namespaces it looks for ScrapeConfigs. */
  readonly scrapeConfigNamespaceSelector: NamespaceSelector;

  /** Which PrometheusRules it takes, by their labels. */
  readonly ruleSelector: LabelSelector;
  /** In which namespaces it looks for PrometheusRules. */
  readonly ruleNamespaceSelector: NamespaceSelector;

  /** Which namespaces the Operator behind it watches. */
  readonly operatorScope: OperatorScope;

  /** When true, ServiceMonitors, PodMonitors and ingress Probes reach only their own namespace. */
  readonly ignoreNamespaceSelectors: boolean;

  /**
   * Why this instance does nothing at all, for example because it is switched off. Whoever asks it to select gets this as
   * an error.
   *
   * @default - it works
   */
  readonly inactiveReason?: string;

  /** Time between two scrapes where a monitor sets none. */
  readonly scrapeInterval: Duration;

  /** Name of the ServiceAccount that discovers targets, in `namespace`. */
  readonly serviceAccountName: string;

  /** Labels that its pods carry; a NetworkPolicy admits it by these. */
  readonly podLabels: { [key: string]: string };

  /**
   * Makes this instance take the object: adds the labels that its selector for this kind asks for.
   *
   * @param apiObject a ServiceMonitor, PodMonitor, Probe, ScrapeConfig or PrometheusRule, generated, raw or included
   * @throws if labels cannot suffice: the kind is not one that Prometheus selects, the namespace is not searched or not
   * watched by the Operator, the selector takes nothing, or a label is already there with another value
   */
  select(apiObject: ApiObject): void;
}
