import type { ContainerResources } from 'cdk8s-plus-27';
import { FLAG, RESOURCES, TEXT, TEXTS } from './value-kind';
import { at, group, type ValueTable } from './value-table';

/**
 * The only namespaces that the Operator watches, the chart's values below `prometheusOperator.namespaces`.
 */
export interface StackOperatorNamespaces {
  /**
   * Whether the namespace of the Operator is one of them. Without it the Operator does not see the Prometheus of its own
   * release.
   *
   * @default false
   */
  readonly releaseNamespace?: boolean;

  /**
   * The other namespaces.
   *
   * @default - none
   */
  readonly additional?: string[];
}

/**
 * The chart's values below `prometheusOperator`, by the chart's own names.
 */
export interface StackPrometheusOperator {
  /**
   * Whether the release runs an Operator (`prometheusOperator.enabled`); false where the cluster has one already.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Name of the Operator's Deployment and Service (`prometheusOperator.fullnameOverride`), cut after 35 characters.
   *
   * @default - derived from the release name
   */
  readonly fullnameOverride?: string;

  /**
   * The only namespaces that the Operator watches (`prometheusOperator.namespaces`). Excludes `denyNamespaces`.
   *
   * @default - all
   */
  readonly namespaces?: StackOperatorNamespaces;

  /**
   * Namespaces that the Operator does not watch (`prometheusOperator.denyNamespaces`). Excludes `namespaces`.
   *
   * @default - none
   */
  readonly denyNamespaces?: string[];

  /**
   * CPU and memory of the Operator (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

const NAMESPACES: ValueTable<StackOperatorNamespaces> = {
  releaseNamespace: at('releaseNamespace', FLAG),
  additional: at('additional', TEXTS),
};

/** Values below `prometheusOperator`. */
export const PROMETHEUS_OPERATOR: ValueTable<StackPrometheusOperator> = {
  enabled: at('enabled', FLAG),
  fullnameOverride: at('fullnameOverride', TEXT),
  namespaces: group('namespaces', NAMESPACES),
  denyNamespaces: at('denyNamespaces', TEXTS),
  resources: at('resources', RESOURCES),
};
