import type { Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import { IMAGE, type StackImage } from '../image';
import { SELF_MONITOR, type StackSelfMonitor } from '../service-monitor';
import { DURATION, FLAG, RESOURCES, TEXT } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * The Service of all kubelets, which the Operator keeps.
 */
export interface StackKubeletService {
  /**
   * Whether the Operator keeps it. The ServiceMonitor of `kubelet` finds nothing without it. False in the second release
   * of a cluster, where kubelets would be scraped twice.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Its namespace.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Its name.
   *
   * @default - derived from the release name
   */
  readonly name?: string;

  /**
   * Labels of the nodes whose kubelets are in it, for example `node-role=worker`.
   *
   * @default - all nodes
   */
  readonly selector?: string;
}

/**
 * The sidecar that reloads configuration, in every pod of Prometheus and Alertmanager.
 */
export interface StackConfigReloader {
  /**
   * CPU and memory of the container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * The image.
   *
   * @default - of the version of the Operator
   */
  readonly image?: StackImage;

  /**
   * Whether it has probes.
   *
   * @default false
   */
  readonly enableProbe?: boolean;
}

/**
 * The ServiceMonitor of the Operator.
 */
export interface StackOperatorMonitor extends StackSelfMonitor {
  /**
   * Time that a scrape may take. At most `interval`.
   *
   * @default - that of the Prometheus object
   */
  readonly scrapeTimeout?: Duration;
}

/** Values below `prometheusOperator.kubeletService`. */
export const KUBELET_SERVICE: ValueTable<StackKubeletService> = {
  enabled: at('enabled', FLAG),
  namespace: at('namespace', TEXT),
  name: at('name', TEXT),
  selector: at('selector', TEXT),
};

/** Values below `prometheusOperator.prometheusConfigReloader`. */
export const CONFIG_RELOADER: ValueTable<StackConfigReloader> = {
  resources: at('resources', RESOURCES),
  image: group('image', IMAGE),
  enableProbe: at('enableProbe', FLAG),
};

/** Values below `prometheusOperator.serviceMonitor`. */
export const OPERATOR_MONITOR: ValueTable<StackOperatorMonitor> = {
  ...SELF_MONITOR,
  scrapeTimeout: at('scrapeTimeout', DURATION),
};
