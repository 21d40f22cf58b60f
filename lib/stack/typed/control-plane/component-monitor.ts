import type { LabelSelector } from '../../../selection/label-selector';
import { OWN_LABEL_SELECTOR } from '../label-selector-kind';
import { MONITOR, type StackMonitor } from '../service-monitor';
import { FLAG, TEXT } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/**
 * The ServiceMonitor of a component of Kubernetes, the chart's values below `serviceMonitor` of that component.
 */
export interface StackComponentMonitor extends StackMonitor {
  /**
   * Whether the chart creates the ServiceMonitor. Prefer `enabled` of the component: with only this switched off, the
   * rules still miss the target, and the `…Down` alert fires for ever.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Name of the Service port to scrape.
   *
   * @default "http-metrics"
   */
  readonly port?: string;

  /**
   * Which Services in kube-system are scraped.
   *
   * @default - the Service that the chart creates
   */
  readonly selector?: LabelSelector;
}

/**
 * The ServiceMonitor of a component that may serve its metrics by TLS.
 */
export interface StackSecureComponentMonitor extends StackComponentMonitor {
  /**
   * Whether the target serves TLS.
   *
   * @default - true on every Kubernetes since 1.23
   */
  readonly https?: boolean;

  /**
   * Whether the certificate of the target goes unchecked. Needs TLS.
   *
   * @default - true on every Kubernetes since 1.23
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * Name that the certificate of the target is checked against. Needs TLS.
   *
   * @default - the address of the target
   */
  readonly serverName?: string;
}

/** Values below `serviceMonitor` of a component. */
export const COMPONENT_MONITOR: ValueTable<StackComponentMonitor> = {
  ...MONITOR,
  enabled: at('enabled', FLAG),
  port: at('port', TEXT),
  selector: at('selector', OWN_LABEL_SELECTOR),
};

/** Values below `serviceMonitor` of the controller manager and of the scheduler. */
export const SECURE_COMPONENT_MONITOR: ValueTable<StackSecureComponentMonitor> = {
  ...COMPONENT_MONITOR,
  https: at('https', FLAG),
  insecureSkipVerify: at('insecureSkipVerify', FLAG),
  serverName: at('serverName', TEXT),
};
