import type { Size } from 'cdk8s';
import { choice, FLAG, QUANTITY, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/** How Grafana gets its volume. */
export enum StackGrafanaPersistenceType {
  /** One claim, for a Deployment. */
  PVC = 'pvc',
  /** Claims of a StatefulSet, which replaces the Deployment. */
  STS = 'sts',
}

/** How the pods of Grafana's Deployment are replaced. */
export enum StackDeploymentStrategyType {
  /** The new pod is started before the old one ends. Impossible with a volume that one node may mount. */
  ROLLING_UPDATE = 'RollingUpdate',
  /** The old pod ends before the new one is started. */
  RECREATE = 'Recreate',
}

/**
 * How the pods of Grafana's Deployment are replaced.
 */
export interface StackDeploymentStrategy {
  /**
   * The strategy.
   *
   * @default StackDeploymentStrategyType.ROLLING_UPDATE
   */
  readonly type?: StackDeploymentStrategyType;
}

/**
 * The volume with Grafana's database: users, preferences, and dashboards that were made by hand.
 */
export interface StackGrafanaPersistence {
  /**
   * Whether there is one. With a Deployment and the access mode `ReadWriteOnce` the `deploymentStrategy` has to be
   * `Recreate`.
   *
   * @default - false: what is not provisioned is lost with the pod
   */
  readonly enabled?: boolean;

  /**
   * How Grafana gets it.
   *
   * @default StackGrafanaPersistenceType.PVC
   */
  readonly type?: StackGrafanaPersistenceType;

  /**
   * Its size.
   *
   * @default - 10 GiB, set by the chart
   */
  readonly size?: Size;

  /**
   * Its storage class.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;

  /**
   * How many nodes may mount it.
   *
   * @default - `ReadWriteOnce`
   */
  readonly accessModes?: string[];

  /**
   * Name of a claim that is there already. Excludes the type `sts`.
   *
   * @default - created by the chart
   */
  readonly existingClaim?: string;

  /**
   * Annotations of the claim.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** Values below `grafana.deploymentStrategy`. */
export const DEPLOYMENT_STRATEGY: ValueTable<StackDeploymentStrategy> = {
  type: at(
    'type',
    choice(() => StackDeploymentStrategyType),
  ),
};

/** Values below `grafana.persistence`. */
export const GRAFANA_PERSISTENCE: ValueTable<StackGrafanaPersistence> = {
  enabled: at('enabled', FLAG),
  type: at(
    'type',
    choice(() => StackGrafanaPersistenceType),
  ),
  size: at('size', QUANTITY),
  storageClassName: at('storageClassName', TEXT),
  accessModes: at('accessModes', TEXTS),
  existingClaim: at('existingClaim', TEXT),
  annotations: at('annotations', TEXT_MAP),
};
