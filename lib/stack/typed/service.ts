import { ServiceType } from 'cdk8s-plus-27';
import { choice, PORT, TEXT, TEXT_MAP, TEXTS } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * What all Services of the chart have in common, but for the port.
 */
export interface StackServiceOptions {
  /**
   * Type of the Service.
   *
   * @default ServiceType.CLUSTER_IP
   */
  readonly type?: ServiceType;

  /**
   * Port on every node, with the type `NodePort`.
   *
   * @default - set by the chart
   */
  readonly nodePort?: number;

  /**
   * Annotations of the Service.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the Service.
   *
   * @default - only those of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * IP address inside the cluster; `None` for a headless Service.
   *
   * @default - given by the cluster
   */
  readonly clusterIp?: string;

  /**
   * IP address of the load balancer, with the type `LoadBalancer`.
   *
   * @default - given by the cloud
   */
  readonly loadBalancerIp?: string;

  /**
   * Networks that reach the load balancer, for example `10.0.0.0/8`.
   *
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];
}

/**
 * A Service of the chart.
 */
export interface StackService extends StackServiceOptions {
  /**
   * Port of the Service.
   *
   * @default - set by the chart
   */
  readonly port?: number;
}

/** Values below `service`, but for the port. */
export const SERVICE_OPTIONS: ValueTable<StackServiceOptions> = {
  type: at(
    'type',
    choice(() => ServiceType),
  ),
  nodePort: at('nodePort', PORT),
  annotations: at('annotations', TEXT_MAP),
  labels: at('labels', TEXT_MAP),
  clusterIp: at('clusterIP', TEXT),
  loadBalancerIp: at('loadBalancerIP', TEXT),
  loadBalancerSourceRanges: at('loadBalancerSourceRanges', TEXTS),
};

/** Values below `service`. */
export const SERVICE: ValueTable<StackService> = { ...SERVICE_OPTIONS, port: at('port', PORT) };
