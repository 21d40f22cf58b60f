import type { Duration, Size } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import type { LabelSelector } from '../../../selection/label-selector';
import type { NamespaceSelector } from '../../../selection/namespace-selector';
import type { StackPodMetadata } from '../pod-metadata';
import type { StackServiceAccount } from '../service-account';

/**
 * The chart's values below `prometheus` and `prometheus.prometheusSpec`, by the chart's own names.
 *
 * A selector that is given here means what it says: `LabelSelector.everything()` also sets the `…NilUsesHelmValues`
 * switch that the chart wants for it.
 */
export interface StackPrometheus {
  /**
   * Runs a PrometheusAgent, which scrapes and forwards, and has neither rules nor queries (`prometheus.agentMode`).
   *
   * @default false
   */
  readonly agentMode?: boolean;

  /**
   * ServiceAccount of the Prometheus pods (`prometheus.serviceAccount`).
   *
   * @default - created by the chart, under the name of the Prometheus Service
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * How long samples are kept (`retention`).
   *
   * @default - 10 days, set by the chart
   */
  readonly retention?: Duration;

  /**
   * How much space samples may take before the oldest go (`retentionSize`). Keep it under about 85 % of the volume.
   *
   * @default - no limit
   */
  readonly retentionSize?: Size;

  /**
   * Size of the volume of each replica (`storageSpec.volumeClaimTemplate`).
   *
   * @default - an emptyDir: samples are lost with the pod
   */
  readonly storage?: Size;

  /**
   * Storage class of that volume. Needs `storage`.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;

  /**
   * CPU and memory of the Prometheus container (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * Pods per shard (`replicas`).
   *
   * @default - 1, set by the chart
   */
  readonly replicas?: number;

  /**
   * Number of shards that share the targets (`shards`). More than one shard leaves less room for names.
   *
   * @default - 1, set by the chart
   */
  readonly shards?: number;

  /**
   * Time between two scrapes where a monitor sets none (`scrapeInterval`).
   *
   * @default - 30 seconds, set by the Operator
   */
  readonly scrapeInterval?: Duration;

  /**
   * Time that a scrape may take where a monitor sets none (`scrapeTimeout`). At most `scrapeInterval`.
   *
   * @default - 10 seconds, set by Prometheus
   */
  readonly scrapeTimeout?: Duration;

  /**
   * Time between two evaluations of a rule group that sets none (`evaluationInterval`).
   *
   * @default - 30 seconds, set by the Operator
   */
  readonly evaluationInterval?: Duration;

  /**
   * Labels on everything that leaves this Prometheus: alerts, remote write, federation (`externalLabels`).
   *
   * @default - none but those of the Operator
   */
  readonly externalLabels?: { [key: string]: string };

  /**
   * Labels and annotations of the Prometheus pods (`podMetadata`).
   *
   * @default - only those of the Operator
   */
  readonly podMetadata?: StackPodMetadata;

  /**
   * Monitors reach only targets in their own namespace, whatever their `namespaceSelector` says
   * (`ignoreNamespaceSelectors`).
   *
   * @default false
   */
  readonly ignoreNamespaceSelectors?: boolean;

  /**
   * Takes monitors, probes, scrape configs and rules whatever their labels are: sets the five `…NilUsesHelmValues` to
   * false. Excludes a selector of its own for any of the five. Without it only what carries `release: <release name>`
   * is taken.
   *
   * @default false
   */
  readonly selectEverything?: boolean;

  /**
   * Which ServiceMonitors are taken (`serviceMonitorSelector`).
   *
   * @default - those with the label `release: <release name>`
   */
  readonly serviceMonitorSelector?: LabelSelector;

  /**
   * With false, an absent `serviceMonitorSelector` takes every ServiceMonitor.
   *
   * @default true
   */
  readonly serviceMonitorSelectorNilUsesHelmValues?: boolean;

  /**
   * In which namespaces ServiceMonitors are looked for (`serviceMonitorNamespaceSelector`).
   *
   * @default - all
   */
  readonly serviceMonitorNamespaceSelector?: NamespaceSelector;

  /**
   * Which PodMonitors are taken (`podMonitorSelector`).
   *
   * @default - those with the label `release: <release name>`
   */
  readonly podMonitorSelector?: LabelSelector;

  /**
   * With false, an absent `podMonitorSelector` takes every PodMonitor.
   *
   * @default true
   */
  readonly podMonitorSelectorNilUsesHelmValues?: boolean;

  /**
   * In which namespaces PodMonitors are looked for (`podMonitorNamespaceSelector`).
   *
   * @default - all
   */
  readonly podMonitorNamespaceSelector?: NamespaceSelector;

  /**
   * Which Probes are taken (`probeSelector`).
   *
   * @default - those with the label `release: <release name>`
   */
  readonly probeSelector?: LabelSelector;

  /**
   * With false, an absent `probeSelector` takes every Probe.
   *
   * @default true
   */
  readonly probeSelectorNilUsesHelmValues?: boolean;

  /**
   * In which namespaces Probes are looked for (`probeNamespaceSelector`).
   *
   * @default - all
   */
  readonly probeNamespaceSelector?: NamespaceSelector;

  /**
   * Which PrometheusRules are taken (`ruleSelector`).
   *
   * @default - those with the label `release: <release name>`
   */
  readonly ruleSelector?: LabelSelector;

  /**
   * With false, an absent `ruleSelector` takes every PrometheusRule.
   *
   * @default true
   */
  readonly ruleSelectorNilUsesHelmValues?: boolean;

  /**
   * In which namespaces PrometheusRules are looked for (`ruleNamespaceSelector`).
   *
   * @default - all
   */
  readonly ruleNamespaceSelector?: NamespaceSelector;

  /**
   * Which ScrapeConfigs are taken (`scrapeConfigSelector`).
   *
   * @default - those with the label `release: <release name>`
   */
  readonly scrapeConfigSelector?: LabelSelector;

  /**
   * With false, an absent `scrapeConfigSelector` takes every ScrapeConfig.
   *
   * @default true
   */
  readonly scrapeConfigSelectorNilUsesHelmValues?: boolean;

  /**
   * In which namespaces ScrapeConfigs are looked for (`scrapeConfigNamespaceSelector`).
   *
   * @default - all
   */
  readonly scrapeConfigNamespaceSelector?: NamespaceSelector;
}
