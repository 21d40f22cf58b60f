import { type OwnMonitor, ownMonitors } from './facts/own-monitors';
import { type OwnRuleGroup, ownRuleGroups } from './facts/own-rules';
import { ownSelection } from './facts/own-selection';
import type { Release } from './facts/release';

/**
 * A ServiceMonitor that the chart makes for its own parts, so that nobody makes another one for them.
 */
export interface StackServiceMonitor {
  /** What it watches: `kubelet`, `node-exporter`, `prometheus`. */
  readonly component: string;

  /** Name of the ServiceMonitor. */
  readonly name: string;

  /** Namespace of the ServiceMonitor. */
  readonly namespace: string;

  /** Its labels; those of sub-charts without the ones that hold versions. */
  readonly labels: { [key: string]: string };

  /**
   * The label `job` of its targets, which the expressions of alerts match.
   *
   * @default - not known, since the values take it from another label
   */
  readonly job?: string;

  /** Values of the chart that switch it on; all of them must be true. The first is the one of the component. */
  readonly enabledBy: string[];

  /** The value of the chart with which it gets further labels. */
  readonly labelsValue: string;

  /**
   * Whether the Prometheus of this release takes it.
   *
   * @default - not known, since it depends on the labels of a Namespace
   */
  readonly selected?: boolean;
}

/**
 * A group of rules that the chart brings, in a PrometheusRule of its own. `StackRuleSwitch` names what switches groups.
 */
export interface StackRuleGroup {
  /** Name of the group. */
  readonly group: string;

  /** Name of the PrometheusRule. */
  readonly name: string;

  /** Namespace of the PrometheusRule. */
  readonly namespace: string;

  /** Labels of the PrometheusRule. */
  readonly labels: { [key: string]: string };

  /** Names of its alerts; empty for a group of recording rules. */
  readonly alertNames: string[];

  /** Values of the chart that switch it on, together with `defaultRules.create`; all of them must be true. */
  readonly enabledBy: string[];
}

/** The own monitors of a release as constructs see them. */
export function stackServiceMonitors(release: Release): StackServiceMonitor[] {
  const selection = ownSelection(release);
  return ownMonitors(release).map((monitor) => serviceMonitor(monitor, selection(monitor)));
}

function serviceMonitor(
  { component, name, namespace, labels, job, switches, labelsValue }: OwnMonitor,
  selection: string,
): StackServiceMonitor {
  return {
    component,
    name,
    namespace,
    labels: { ...labels },
    ...(job === undefined ? {} : { job }),
    enabledBy: [...switches],
    labelsValue,
    ...(selection === 'unknown' ? {} : { selected: selection === 'taken' }),
  };
}

/** The own rules of a release as constructs see them. */
export function stackRuleGroups(release: Release): StackRuleGroup[] {
  return ownRuleGroups(release).map(ruleGroup);
}

function ruleGroup({ group, name, namespace, labels, alerts, switches }: OwnRuleGroup): StackRuleGroup {
  return { group, name, namespace, labels: { ...labels }, alertNames: [...alerts], enabledBy: [...switches] };
}
