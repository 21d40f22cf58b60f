import { type StackSwitch, SWITCH } from '../switch';
import { FLAG } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * Systems for which the chart brings dashboards and rules.
 */
export interface StackOperatingSystems {
  /**
   * Linux.
   *
   * @default - on
   */
  readonly linux?: StackSwitch;

  /**
   * macOS.
   *
   * @default - on
   */
  readonly darwin?: StackSwitch;

  /**
   * AIX.
   *
   * @default - on
   */
  readonly aix?: StackSwitch;
}

/**
 * Metrics of nodes: the chart's values below `nodeExporter`. The exporter itself is a sub-chart; see
 * `prometheusNodeExporter`.
 */
export interface StackNodeExporter {
  /**
   * Whether the release runs node-exporter, with its rules and dashboards.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Systems for which there are dashboards and rules.
   *
   * @default - all of them
   */
  readonly operatingSystems?: StackOperatingSystems;

  /**
   * Whether the dashboards are there even with `enabled` false.
   *
   * @default false
   */
  readonly forceDeployDashboards?: boolean;
}

/**
 * Metrics of Windows nodes: the chart's values below `windowsMonitoring`. The exporter itself is a sub-chart; see
 * `prometheusWindowsExporter`.
 */
export interface StackWindowsMonitoring {
  /**
   * Whether the release runs windows-exporter, with its rules and dashboards.
   *
   * @default false
   */
  readonly enabled?: boolean;
}

const OPERATING_SYSTEMS: ValueTable<StackOperatingSystems> = {
  linux: group('linux', SWITCH),
  darwin: group('darwin', SWITCH),
  aix: group('aix', SWITCH),
};

/** Values below `nodeExporter`. */
export const NODE_EXPORTER: ValueTable<StackNodeExporter> = {
  enabled: at('enabled', FLAG),
  operatingSystems: group('operatingSystems', OPERATING_SYSTEMS),
  forceDeployDashboards: at('forceDeployDashboards', FLAG),
};

/** Values below `windowsMonitoring`. */
export const WINDOWS_MONITORING: ValueTable<StackWindowsMonitoring> = { enabled: at('enabled', FLAG) };
