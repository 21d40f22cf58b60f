import { FLAG, TEXT } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/**
 * A Secret or ConfigMap whose keys become environment variables of Grafana.
 */
export interface StackGrafanaEnvSource {
  /** Its name, in the namespace of Grafana. */
  readonly name: string;

  /**
   * Whether Grafana starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * Where something is mounted in Grafana's container.
 */
export interface StackGrafanaMount {
  /** Name of the volume. */
  readonly name: string;

  /** Path in the container. */
  readonly mountPath: string;

  /**
   * The one key that is mounted, as a file.
   *
   * @default - all, below `mountPath`
   */
  readonly subPath?: string;

  /**
   * Whether it cannot be written.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Whether Grafana starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * A Secret that is mounted.
 */
export interface StackGrafanaSecretMount extends StackGrafanaMount {
  /** Name of the Secret, in the namespace of Grafana. */
  readonly secretName: string;
}

/**
 * A ConfigMap that is mounted.
 */
export interface StackGrafanaConfigMapMount extends StackGrafanaMount {
  /** Name of the ConfigMap, in the namespace of Grafana. */
  readonly configMap: string;
}

/** Values of an item of `grafana.envFromSecrets` and `grafana.envFromConfigMaps`. */
export const GRAFANA_ENV_SOURCE: ValueTable<StackGrafanaEnvSource> = {
  name: at('name', TEXT),
  optional: at('optional', FLAG),
};

const MOUNT: ValueTable<StackGrafanaMount> = {
  name: at('name', TEXT),
  mountPath: at('mountPath', TEXT),
  subPath: at('subPath', TEXT),
  readOnly: at('readOnly', FLAG),
  optional: at('optional', FLAG),
};

/** Values of an item of `grafana.extraSecretMounts`. */
export const GRAFANA_SECRET_MOUNT: ValueTable<StackGrafanaSecretMount> = {
  ...MOUNT,
  secretName: at('secretName', TEXT),
};

/** Values of an item of `grafana.extraConfigmapMounts`. */
export const GRAFANA_CONFIG_MAP_MOUNT: ValueTable<StackGrafanaConfigMapMount> = {
  ...MOUNT,
  configMap: at('configMap', TEXT),
};
