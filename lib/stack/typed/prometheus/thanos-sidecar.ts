import type { Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import type * as k8s from '../../../../imports/k8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { LogFormat, LogLevel } from '../../../../imports/monitoring.coreos.com/v1/enums';
import { boundList, boundMap } from '../bound-kind';
import { EXISTING_SECRET, type StackExistingSecret } from '../existing-secret';
import { type StackSecretKey, secretKey } from '../secret-key';
import { choice, DURATION, FLAG, RESOURCES, TEXT } from '../value-kind';
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

/** Values below `prometheus.prometheusSpec.thanos`. */
export const THANOS_SIDECAR: ValueTable<StackThanosSidecar> = {
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
