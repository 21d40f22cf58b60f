import type { Duration, Size } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import { SERVICE_ACCOUNT, type StackServiceAccount } from './service-account';
import { storageClass, storageSize } from './storage';
import { COUNT, FLAG, GO_DURATION, RESOURCES } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * The chart's values below `alertmanager` and `alertmanager.alertmanagerSpec`, by the chart's own names.
 */
export interface StackAlertmanager {
  /**
   * Whether the release runs an Alertmanager (`alertmanager.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * ServiceAccount of the Alertmanager pods (`alertmanager.serviceAccount`).
   *
   * @default - created by the chart, under the name of the Alertmanager Service
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * Number of pods (`replicas`).
   *
   * @default - 1, set by the chart
   */
  readonly replicas?: number;

  /**
   * How long silences and notification states are kept (`retention`).
   *
   * @default - 120 hours, set by the chart
   */
  readonly retention?: Duration;

  /**
   * Size of the volume of each replica (`storage.volumeClaimTemplate`).
   *
   * @default - an emptyDir: silences are lost with the pod
   */
  readonly storage?: Size;

  /**
   * Storage class of that volume. Needs `storage`.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;

  /**
   * CPU and memory of the Alertmanager container (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

/** Values below `alertmanager`. */
export const ALERTMANAGER: ValueTable<StackAlertmanager> = {
  enabled: at('enabled', FLAG),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  replicas: at('alertmanagerSpec.replicas', COUNT),
  retention: at('alertmanagerSpec.retention', GO_DURATION),
  storage: storageSize('alertmanagerSpec.storage'),
  storageClassName: storageClass('alertmanagerSpec.storage'),
  resources: at('alertmanagerSpec.resources', RESOURCES),
};
