import type { LabelSelector } from '../../../selection/label-selector';
import type { NamespaceSelector } from '../../../selection/namespace-selector';
import { SELECTED_KINDS, selectionKeys } from '../../facts/selection';
import { FLAG, show, type ValueKind } from '../value-kind';
import { below, beside, type ValueEntry, type ValueTable } from '../value-table';

/**
 * What Prometheus takes.
 *
 * A selector that is given here means what it says: `LabelSelector.everything()` also sets the `…NilUsesHelmValues`
 * switch that the chart wants for it.
 */
export interface StackPrometheusSelection {
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

const SELECTOR: ValueKind = {
  type: 'map',
  problem: (prop) =>
    typeof prop?.toManifest === 'function'
      ? undefined
      : { message: `${show(prop)} is no selector.`, fix: 'use LabelSelector or NamespaceSelector.' },
  write: (prop) => prop,
};

/** Values below `prometheus.prometheusSpec` that select; written by `selectionValues`. */
export const PROMETHEUS_SELECTION: ValueTable<StackPrometheusSelection> = below('prometheusSpec', selection());

function selection(): ValueTable<StackPrometheusSelection> {
  const entries = SELECTED_KINDS.flatMap((kind): [string, ValueEntry][] => {
    const keys = selectionKeys(kind);
    return [
      [keys.selector, beside(keys.selector, SELECTOR)],
      [keys.nilUsesHelmValues, beside(keys.nilUsesHelmValues, FLAG)],
      [keys.namespaceSelector, beside(keys.namespaceSelector, SELECTOR)],
    ];
  });
  const everything = beside(selectionKeys('serviceMonitor').nilUsesHelmValues, FLAG);
  return { ...Object.fromEntries(entries), selectEverything: everything } as ValueTable<StackPrometheusSelection>;
}
