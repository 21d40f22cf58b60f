import type { ContainerResources } from 'cdk8s-plus-27';
import { FLAG, RESOURCES, TEXT } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * The Secret that holds Grafana's administrator, the chart's values below `grafana.admin`.
 */
export interface StackGrafanaAdmin {
  /** Name of a Secret in Grafana's namespace. */
  readonly existingSecret: string;

  /**
   * Its key with the user name.
   *
   * @default "admin-user"
   */
  readonly userKey?: string;

  /**
   * Its key with the password.
   *
   * @default "admin-password"
   */
  readonly passwordKey?: string;
}

/**
 * The chart's values below `grafana`, by the chart's own names.
 */
export interface StackGrafana {
  /**
   * Whether the release runs Grafana (`grafana.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Namespace of Grafana, its dashboards and its data sources (`grafana.namespaceOverride`).
   *
   * @default - the namespace of the release
   */
  readonly namespaceOverride?: string;

  /**
   * Where the administrator's password is (`grafana.admin`).
   *
   * @default - a random password that the chart puts into a Secret
   */
  readonly admin?: StackGrafanaAdmin;

  /**
   * CPU and memory of the Grafana container (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

const ADMIN: ValueTable<StackGrafanaAdmin> = {
  existingSecret: at('existingSecret', TEXT),
  userKey: at('userKey', TEXT),
  passwordKey: at('passwordKey', TEXT),
};

/** Values below `grafana`. */
export const GRAFANA: ValueTable<StackGrafana> = {
  enabled: at('enabled', FLAG),
  namespaceOverride: at('namespaceOverride', TEXT),
  admin: group('admin', ADMIN, ['existingSecret']),
  resources: at('resources', RESOURCES),
};
