import type { Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import type * as k8s from '../../../imports/k8s';
import type * as v1 from '../../../imports/monitoring.coreos.com/v1';
import { DnsPolicy, LogFormat, LogLevel } from '../../../imports/monitoring.coreos.com/v1/enums';
import { boundList, boundMap } from './bound-kind';
import { IMAGE, type StackImage } from './image';
import { POD_METADATA, type StackPodMetadata } from './pod-metadata';
import { REPLICA_SCHEDULING, type StackReplicaScheduling } from './scheduling';
import { COUNT, choice, FLAG, RESOURCES, SECONDS, TEXT } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * The pods that the Operator makes for Prometheus, Alertmanager and Thanos Ruler.
 */
export interface StackReplicaPods extends StackReplicaScheduling {
  /**
   * Number of pods; of Prometheus, for each shard.
   *
   * @default - 1, set by the chart
   */
  readonly replicas?: number;

  /**
   * CPU and memory of the main container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * Image of the main container.
   *
   * @default - set by the chart
   */
  readonly image?: StackImage;

  /**
   * Version of the program, where the image does not say it. The Operator writes arguments and configuration for it.
   *
   * @default - the tag of the image
   */
  readonly version?: string;

  /**
   * Labels and annotations of the pods.
   *
   * @default - only those of the Operator
   */
  readonly podMetadata?: StackPodMetadata;

  /**
   * From which level on messages are logged.
   *
   * @default LogLevel.INFO
   */
  readonly logLevel?: v1.LogLevel;

  /**
   * Format of the log.
   *
   * @default LogFormat.LOGFMT
   */
  readonly logFormat?: v1.LogFormat;

  /**
   * Users, groups and kernel restrictions of the pods.
   *
   * @default - user 1000 without root, group 2000, set by the chart
   */
  readonly securityContext?: k8s.PodSecurityContext;

  /**
   * More containers; one with the name of a container of the Operator changes that.
   *
   * @default - none
   */
  readonly containers?: k8s.Container[];

  /**
   * More init containers.
   *
   * @default - none
   */
  readonly initContainers?: k8s.Container[];

  /**
   * More volumes of the pods.
   *
   * @default - none
   */
  readonly volumes?: k8s.Volume[];

  /**
   * More mounts of the main container.
   *
   * @default - none
   */
  readonly volumeMounts?: k8s.VolumeMount[];

  /**
   * Whether the pods use the user namespace of the node.
   *
   * @default - decided by the cluster
   */
  readonly hostUsers?: boolean;

  /**
   * Lines of the hosts file of the pods.
   *
   * @default - none
   */
  readonly hostAliases?: v1.HostAlias[];

  /**
   * How the pods resolve names.
   *
   * @default - decided by Kubernetes
   */
  readonly dnsPolicy?: v1.DnsPolicy;

  /**
   * Name servers, search domains and options of the resolver.
   *
   * @default - none
   */
  readonly dnsConfig?: v1.PodDnsConfig;

  /**
   * How long a new pod must be ready before it counts as available.
   *
   * @default - zero
   */
  readonly minReadySeconds?: Duration;

  /**
   * How long a pod may take to end.
   *
   * @default - set by the Operator
   */
  readonly terminationGracePeriodSeconds?: Duration;

  /**
   * Whether the program listens on the loopback address only, so that just other containers of the pod reach it.
   *
   * @default false
   */
  readonly listenLocal?: boolean;

  /**
   * Whether the Operator leaves the StatefulSet alone.
   *
   * @default false
   */
  readonly paused?: boolean;
}

/** Values below `prometheusSpec`, `alertmanagerSpec` and `thanosRulerSpec`. */
export const REPLICA_PODS: ValueTable<StackReplicaPods> = {
  ...REPLICA_SCHEDULING,
  replicas: at('replicas', COUNT),
  resources: at('resources', RESOURCES),
  image: group('image', IMAGE),
  version: at('version', TEXT),
  podMetadata: group('podMetadata', POD_METADATA),
  logLevel: at(
    'logLevel',
    choice(() => LogLevel),
  ),
  logFormat: at(
    'logFormat',
    choice(() => LogFormat),
  ),
  securityContext: at('securityContext', boundMap('securityContext')),
  containers: at('containers', boundList('containers')),
  initContainers: at('initContainers', boundList('initContainers')),
  volumes: at('volumes', boundList('volumes')),
  volumeMounts: at('volumeMounts', boundList('volumeMounts')),
  hostUsers: at('hostUsers', FLAG),
  hostAliases: at('hostAliases', boundList('hostAliases')),
  dnsPolicy: at(
    'dnsPolicy',
    choice(() => DnsPolicy),
  ),
  dnsConfig: at('dnsConfig', boundMap('dnsConfig')),
  minReadySeconds: at('minReadySeconds', SECONDS),
  terminationGracePeriodSeconds: at('terminationGracePeriodSeconds', SECONDS),
  listenLocal: at('listenLocal', FLAG),
  paused: at('paused', FLAG),
};
