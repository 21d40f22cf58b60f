import type { Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import type * as k8s from '../../../../imports/k8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { LogFormat, LogLevel } from '../../../../imports/monitoring.coreos.com/v1/enums';
import { boundList, boundMap } from '../bound-kind';
import { EXISTING_SECRET, type StackExistingSecret } from '../existing-secret';
import { PORT_INGRESS, type StackPortIngress } from '../ingress';
import { type StackSecretKey, secretKey } from '../secret-key';
import { SERVICE, type StackService } from '../service';
import { MONITOR, type StackMonitor } from '../service-monitor';
import { choice, DURATION, FLAG, PORT, RESOURCES, TEXT } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * The Thanos sidecar in the Prometheus pods; it runs as soon as one of these is given.
 */
export interface StackThanosSidecar {
  /**
   * Object storage that the sidecar uploads blocks to. The name and the key stand below `existingSecret`: the chart
   * drops the older flat form.
   *
   * @default - none: the sidecar only serves queries
   */
  readonly objectStorageConfig?: StackExistingSecret;

  /**
   * Image of the sidecar with registry and tag. `global.imageRegistry` does not reach it.
   *
   * @default - that of the Operator
   */
  readonly image?: string;

  /**
   * Version of Thanos, where the image does not say it.
   *
   * @default - that of the Operator
   */
  readonly version?: string;

  /**
   * CPU and memory of the sidecar.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

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
   * Time that a block of samples covers.
   *
   * @default - 2 hours, set by the Operator
   */
  readonly blockSize?: Duration;

  /**
   * How long the sidecar waits for Prometheus to start.
   *
   * @default - 10 minutes, set by Thanos
   */
  readonly readyTimeout?: Duration;

  /**
   * Beginning of the time that the sidecar serves: a time in RFC 3339, or a duration before now such as `-2h`.
   *
   * @default - the beginning of the data
   */
  readonly minTime?: string;

  /**
   * Whether gRPC listens on the loopback address only.
   *
   * @default false
   */
  readonly grpcListenLocal?: boolean;

  /**
   * Whether HTTP listens on the loopback address only.
   *
   * @default false
   */
  readonly httpListenLocal?: boolean;

  /**
   * TLS of the gRPC server.
   *
   * @default - none
   */
  readonly grpcServerTlsConfig?: v1.GrpcServerTlsConfig;

  /**
   * The key of a Secret that says where traces go.
   *
   * @default - none
   */
  readonly tracingConfig?: StackSecretKey;

  /**
   * More mounts of the sidecar.
   *
   * @default - none
   */
  readonly volumeMounts?: k8s.VolumeMount[];

  /**
   * More arguments of the sidecar.
   *
   * @default - none
   */
  readonly additionalArgs?: v1.Argument[];
}

/**
 * A Service in front of the Thanos sidecars.
 */
export interface StackThanosService extends StackService {
  /**
   * Whether the chart creates it.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Name of the gRPC port.
   *
   * @default "grpc"
   */
  readonly portName?: string;

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

/**
 * The Thanos sidecars and what leads to them.
 */
export interface StackPrometheusThanos {
  /**
   * The Thanos sidecar in the Prometheus pods.
   *
   * @default - none
   */
  readonly thanos?: StackThanosSidecar;

  /**
   * Service by which Thanos Query finds the sidecars (`prometheus.thanosService`).
   *
   * @default - none
   */
  readonly thanosService?: StackThanosService;

  /**
   * How the sidecars are scraped (`prometheus.thanosServiceMonitor`).
   *
   * @default - not at all
   */
  readonly thanosServiceMonitor?: StackThanosServiceMonitor;

  /**
   * Service by which other clusters reach the sidecars (`prometheus.thanosServiceExternal`).
   *
   * @default - none
   */
  readonly thanosServiceExternal?: StackThanosService;

  /**
   * Ingress by which other clusters reach the sidecars (`prometheus.thanosIngress`).
   *
   * @default - none
   */
  readonly thanosIngress?: StackThanosIngress;
}

/** Values below `prometheus.prometheusSpec.thanos`. */
const THANOS_SIDECAR: ValueTable<StackThanosSidecar> = {
  objectStorageConfig: group('objectStorageConfig', EXISTING_SECRET, ['existingSecret']),
  image: at('image', TEXT),
  version: at('version', TEXT),
  resources: at('resources', RESOURCES),
  logLevel: at(
    'logLevel',
    choice(() => LogLevel),
  ),
  logFormat: at(
    'logFormat',
    choice(() => LogFormat),
  ),
  blockSize: at('blockSize', DURATION),
  readyTimeout: at('readyTimeout', DURATION),
  minTime: at('minTime', TEXT),
  grpcListenLocal: at('grpcListenLocal', FLAG),
  httpListenLocal: at('httpListenLocal', FLAG),
  grpcServerTlsConfig: at('grpcServerTlsConfig', boundMap('thanos.grpcServerTlsConfig')),
  tracingConfig: secretKey('tracingConfig'),
  volumeMounts: at('volumeMounts', boundList('thanos.volumeMounts')),
  additionalArgs: at('additionalArgs', boundList('thanos.additionalArgs')),
};

/** Values below `thanosService` and `thanosServiceExternal`. */
const THANOS_SERVICE: ValueTable<StackThanosService> = {
  ...SERVICE,
  enabled: at('enabled', FLAG),
  portName: at('portName', TEXT),
  httpPort: at('httpPort', PORT),
  httpPortName: at('httpPortName', TEXT),
  httpNodePort: at('httpNodePort', PORT),
};

/** Values below `thanosServiceMonitor`. */
const THANOS_SERVICE_MONITOR: ValueTable<StackThanosServiceMonitor> = {
  ...MONITOR,
  enabled: at('enabled', FLAG),
};

/** Values below `thanosIngress`. */
const THANOS_INGRESS: ValueTable<StackThanosIngress> = {
  ...PORT_INGRESS,
  nodePort: at('nodePort', PORT),
};

/** Values below `prometheus` on Thanos. */
export const PROMETHEUS_THANOS: ValueTable<StackPrometheusThanos> = {
  thanos: group('prometheusSpec.thanos', THANOS_SIDECAR),
  thanosService: group('thanosService', THANOS_SERVICE),
  thanosServiceMonitor: group('thanosServiceMonitor', THANOS_SERVICE_MONITOR),
  thanosServiceExternal: group('thanosServiceExternal', THANOS_SERVICE),
  thanosIngress: group('thanosIngress', THANOS_INGRESS),
};
