import { FLAG, TEXT, TEXTS } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * Permissions that the parent chart creates.
 */
export interface StackGlobalRbac {
  /**
   * Whether the parent chart creates roles and bindings; Grafana and kube-state-metrics have switches of their own.
   *
   * @default true
   */
  readonly create?: boolean;

  /**
   * Whether the cluster roles view, edit and admin get permissions on the kinds of the Operator.
   *
   * @default false
   */
  readonly createAggregateClusterRoles?: boolean;
}

/**
 * What all charts of the release share, the chart's values below `global`.
 */
export interface StackGlobal {
  /**
   * Registry that replaces that of every image, those of sub-charts and hooks included. It does not reach
   * `prometheus.thanos.image`.
   *
   * @default - each image has its own
   */
  readonly imageRegistry?: string;

  /**
   * Names of Secrets with credentials for registries.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * Permissions that the parent chart creates.
   *
   * @default - as the chart sets them
   */
  readonly rbac?: StackGlobalRbac;
}

/** Values below `global.rbac`. */
const GLOBAL_RBAC: ValueTable<StackGlobalRbac> = {
  create: at('create', FLAG),
  createAggregateClusterRoles: at('createAggregateClusterRoles', FLAG),
};

/** Values below `global`. */
export const GLOBAL: ValueTable<StackGlobal> = {
  imageRegistry: at('imageRegistry', TEXT),
  imagePullSecrets: at('imagePullSecrets', TEXTS),
  rbac: group('rbac', GLOBAL_RBAC),
};
