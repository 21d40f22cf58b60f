import type { ContainerResources } from 'cdk8s-plus-27';
import type * as k8s from '../../../../imports/k8s';
import { boundMap } from '../bound-kind';
import { IMAGE, type StackImage } from '../image';
import { DISRUPTION_LIMITS, type StackDisruptionLimits } from '../pod-disruption-budget';
import { SCHEDULING, SPREAD, type StackScheduling } from '../scheduling';
import { type StackSwitch, SWITCH } from '../switch';
import { COUNT, mapOf, RESOURCES, TEXT, TEXT_MAP } from '../value-kind';
import { at, group, list, type ValueTable } from '../value-table';
import {
  GRAFANA_CONFIG_MAP_MOUNT,
  GRAFANA_ENV_SOURCE,
  GRAFANA_SECRET_MOUNT,
  type StackGrafanaConfigMapMount,
  type StackGrafanaEnvSource,
  type StackGrafanaSecretMount,
} from './environment';
import {
  DEPLOYMENT_STRATEGY,
  GRAFANA_PERSISTENCE,
  type StackDeploymentStrategy,
  type StackGrafanaPersistence,
} from './persistence';

/**
 * The pods of Grafana: their number, environment, volumes and placement.
 */
export interface StackGrafanaPods extends StackScheduling {
  /**
   * Number of pods. More than one needs a database outside of Grafana, in the section `database` of `grafanaIni`.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * CPU and memory of the Grafana container (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * The image.
   *
   * @default - as the chart sets it
   */
  readonly image?: StackImage;

  /**
   * Environment variables, for example `GF_AUTH_ANONYMOUS_ENABLED`. No secrets: see `envValueFrom`.
   *
   * @default - none
   */
  readonly env?: { [key: string]: string };

  /**
   * Environment variables from keys of Secrets and ConfigMaps.
   *
   * @default - none
   */
  readonly envValueFrom?: { [key: string]: k8s.EnvVarSource };

  /**
   * Name of a Secret whose keys become environment variables.
   *
   * @default - none
   */
  readonly envFromSecret?: string;

  /**
   * Secrets whose keys become environment variables.
   *
   * @default - none
   */
  readonly envFromSecrets?: StackGrafanaEnvSource[];

  /**
   * ConfigMaps whose keys become environment variables.
   *
   * @default - none
   */
  readonly envFromConfigMaps?: StackGrafanaEnvSource[];

  /**
   * The volume with Grafana's database.
   *
   * @default - none
   */
  readonly persistence?: StackGrafanaPersistence;

  /**
   * How the pods are replaced.
   *
   * @default - the new pod is started first
   */
  readonly deploymentStrategy?: StackDeploymentStrategy;

  /**
   * Whether an init container, run by root, gives the volume to Grafana's user. Only with `persistence`.
   *
   * @default - on
   */
  readonly initChownData?: StackSwitch;

  /**
   * Secrets that are mounted.
   *
   * @default - none
   */
  readonly extraSecretMounts?: StackGrafanaSecretMount[];

  /**
   * ConfigMaps that are mounted.
   *
   * @default - none
   */
  readonly extraConfigmapMounts?: StackGrafanaConfigMapMount[];

  /**
   * How the pods spread over zones and nodes.
   *
   * @default - as the scheduler does by default
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;

  /**
   * How many pods a drain of nodes leaves running.
   *
   * @default - no budget
   */
  readonly podDisruptionBudget?: StackDisruptionLimits;

  /**
   * Labels of the pods.
   *
   * @default - only those of the chart
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - only those of the chart
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * User, group and other security settings of the pod.
   *
   * @default - as the chart sets it: user 472, not root
   */
  readonly securityContext?: k8s.PodSecurityContext;
}

/** Values below `grafana`. */
export const GRAFANA_PODS: ValueTable<StackGrafanaPods> = {
  ...SCHEDULING,
  replicas: at('replicas', COUNT),
  resources: at('resources', RESOURCES),
  image: group('image', IMAGE),
  env: at('env', TEXT_MAP),
  envValueFrom: at('envValueFrom', mapOf(boundMap('containers.0.env.0.valueFrom'))),
  envFromSecret: at('envFromSecret', TEXT),
  envFromSecrets: list('envFromSecrets', GRAFANA_ENV_SOURCE, ['name']),
  envFromConfigMaps: list('envFromConfigMaps', GRAFANA_ENV_SOURCE, ['name']),
  persistence: group('persistence', GRAFANA_PERSISTENCE),
  deploymentStrategy: group('deploymentStrategy', DEPLOYMENT_STRATEGY),
  initChownData: group('initChownData', SWITCH),
  extraSecretMounts: list('extraSecretMounts', GRAFANA_SECRET_MOUNT, ['name', 'mountPath', 'secretName']),
  extraConfigmapMounts: list('extraConfigmapMounts', GRAFANA_CONFIG_MAP_MOUNT, ['name', 'mountPath', 'configMap']),
  topologySpreadConstraints: at('topologySpreadConstraints', SPREAD),
  priorityClassName: at('priorityClassName', TEXT),
  podDisruptionBudget: group('podDisruptionBudget', DISRUPTION_LIMITS),
  podLabels: at('podLabels', TEXT_MAP),
  podAnnotations: at('podAnnotations', TEXT_MAP),
  securityContext: at('securityContext', boundMap('securityContext')),
};
