import type * as k8s from '../../../imports/k8s';
import { SCHEDULING, SPREAD, type StackScheduling } from './scheduling';
import { FLAG } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * The Job that applies the CustomResourceDefinitions when the release is upgraded.
 */
export interface StackCrdUpgradeJob extends StackScheduling {
  /**
   * Whether the Job runs; Helm itself installs CustomResourceDefinitions once and never upgrades them.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Whether the Job takes over fields that another manager owns.
   *
   * @default true
   */
  readonly forceConflicts?: boolean;

  /**
   * How the pods of the Job spread over zones and nodes.
   *
   * @default - as the scheduler does by default
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
}

/**
 * The CustomResourceDefinitions of the Operator, the chart's values below `crds`.
 */
export interface StackCrds {
  /**
   * Whether the release installs the CustomResourceDefinitions; false in all but one release of a cluster.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The Job that upgrades them.
   *
   * @default - none
   */
  readonly upgradeJob?: StackCrdUpgradeJob;
}

/** Values below `crds.upgradeJob`. */
const CRD_UPGRADE_JOB: ValueTable<StackCrdUpgradeJob> = {
  ...SCHEDULING,
  enabled: at('enabled', FLAG),
  forceConflicts: at('forceConflicts', FLAG),
  topologySpreadConstraints: at('topologySpreadConstraints', SPREAD),
};

/** Values below `crds`. */
export const CRDS: ValueTable<StackCrds> = {
  enabled: at('enabled', FLAG),
  upgradeJob: group('upgradeJob', CRD_UPGRADE_JOB),
};
