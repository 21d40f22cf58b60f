import type * as k8s from '../../../imports/k8s';
import { boundList, boundMap } from './bound-kind';
import { choice, TEXT, TEXT_MAP } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * How far the pods of one workload keep away from each other.
 */
export enum StackPodAntiAffinity {
  /** Apart where possible. */
  SOFT = 'soft',
  /** Never together: what finds no place stays pending. */
  HARD = 'hard',
  /** No rule. */
  NONE = '',
}

/**
 * On which nodes pods run: what all workloads of the chart have.
 */
export interface StackScheduling {
  /**
   * Labels that a node has to carry.
   *
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * Taints that the pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: k8s.Toleration[];

  /**
   * Affinity to nodes and to other pods.
   *
   * @default - none of its own
   */
  readonly affinity?: k8s.Affinity;
}

/**
 * On which nodes the replicas of Prometheus, Alertmanager and Thanos Ruler run.
 */
export interface StackReplicaScheduling extends StackScheduling {
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
   * How far replicas keep away from each other.
   *
   * @default StackPodAntiAffinity.SOFT
   */
  readonly podAntiAffinity?: StackPodAntiAffinity;

  /**
   * Label of nodes by which replicas are kept apart.
   *
   * @default "kubernetes.io/hostname"
   */
  readonly podAntiAffinityTopologyKey?: string;
}

/** `topologySpreadConstraints` of a pod. */
export const SPREAD = boundList('topologySpreadConstraints');

/** Values of a workload. */
export const SCHEDULING: ValueTable<StackScheduling> = {
  nodeSelector: at('nodeSelector', TEXT_MAP),
  tolerations: at('tolerations', boundList('tolerations')),
  affinity: at('affinity', boundMap('affinity')),
};

/** Values below `prometheusSpec`, `alertmanagerSpec` and `thanosRulerSpec`. */
export const REPLICA_SCHEDULING: ValueTable<StackReplicaScheduling> = {
  ...SCHEDULING,
  topologySpreadConstraints: at('topologySpreadConstraints', SPREAD),
  priorityClassName: at('priorityClassName', TEXT),
  podAntiAffinity: at(
    'podAntiAffinity',
    choice(() => StackPodAntiAffinity),
  ),
  podAntiAffinityTopologyKey: at('podAntiAffinityTopologyKey', TEXT),
};
