import { ServiceType } from 'cdk8s-plus-27';
import { PORT_INGRESS, type StackPortIngress } from '../ingress';
import { MONITOR, type StackMonitor } from '../service-monitor';
import { choice, FLAG, PORT, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/**
 * What both Services in front of the Thanos sidecars have in common.
 */
export interface StackThanosServiceOptions {
  /**
   * Whether the chart creates it.
   *
   * @default false
   */
  readonly enabled?: boolean;

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
   * Type of the Service.
   *
   * @default - `ClusterIP` inside the cluster, `LoadBalancer` for other clusters
   */
  readonly type?: ServiceType;

  /**
   * Port of gRPC.
   *
   * @default 10901
   */
  readonly port?: number;

  /**
   * Name of the gRPC port.
   *
   * @default "grpc"
   */
  readonly portName?: string;

  /**
   * Port of gRPC on every node, with the type `NodePort`.
   *
   * @default 30901
   */
  readonly nodePort?: number;

  /**
   * Port of HTTP.
   *
   * @default 10902
   */
  readonly httpPort?: number;

  /**
   * Name of the HTTP port.
   *
   * @default "http"
   */
  readonly httpPortName?: string;

  /**
   * Port of HTTP on every node, with the type `NodePort`.
   *
   * @default 30902
   */
  readonly httpNodePort?: number;
}

/**
 * The Service by which Thanos Query finds the sidecars.
 */
export interface StackThanosService extends StackThanosServiceOptions {
  /**
   * IP address inside the cluster (`clusterIP`).
   *
   * @default - `None`: a headless Service
   */
  readonly clusterIp?: string;
}

/**
 * The Service by which other clusters reach the sidecars.
 */
export interface StackThanosExternalService extends StackThanosServiceOptions {
  /**
   * IP address of the load balancer (`loadBalancerIP`).
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
 * The ServiceMonitor by which the Thanos sidecars are scraped. Needs `thanosService`.
 */
export interface StackThanosServiceMonitor extends StackMonitor {
  /**
   * Whether the sidecars are scraped.
   *
   * @default false
   */
  readonly enabled?: boolean;
}

/**
 * The Ingress in front of the Thanos sidecars.
 */
export interface StackThanosIngress extends StackPortIngress {
  /**
   * Port on every node that the Ingress leads to.
   *
   * @default 30901
   */
  readonly nodePort?: number;
}

/** Values below `thanosService` and `thanosServiceExternal`. */
const THANOS_SERVICE_OPTIONS: ValueTable<StackThanosServiceOptions> = {
  enabled: at('enabled', FLAG),
  annotations: at('annotations', TEXT_MAP),
  labels: at('labels', TEXT_MAP),
  type: at(
    'type',
    choice(() => ServiceType),
  ),
  port: at('port', PORT),
  portName: at('portName', TEXT),
  nodePort: at('nodePort', PORT),
  httpPort: at('httpPort', PORT),
  httpPortName: at('httpPortName', TEXT),
  httpNodePort: at('httpNodePort', PORT),
};

/** Values below `thanosService`. */
export const THANOS_SERVICE: ValueTable<StackThanosService> = {
  ...THANOS_SERVICE_OPTIONS,
  clusterIp: at('clusterIP', TEXT),
};

/** Values below `thanosServiceExternal`. */
export const THANOS_EXTERNAL_SERVICE: ValueTable<StackThanosExternalService> = {
  ...THANOS_SERVICE_OPTIONS,
  loadBalancerIp: at('loadBalancerIP', TEXT),
  loadBalancerSourceRanges: at('loadBalancerSourceRanges', TEXTS),
};

/** Values below `thanosServiceMonitor`. */
export const THANOS_SERVICE_MONITOR: ValueTable<StackThanosServiceMonitor> = {
  ...MONITOR,
  enabled: at('enabled', FLAG),
};

/** Values below `thanosIngress`. */
export const THANOS_INGRESS: ValueTable<StackThanosIngress> = {
  ...PORT_INGRESS,
  nodePort: at('nodePort', PORT),
};
