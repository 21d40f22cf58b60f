import { group, type ValueTable } from '../value-table';
import {
  type StackThanosExternalService,
  type StackThanosIngress,
  type StackThanosService,
  type StackThanosServiceMonitor,
  THANOS_EXTERNAL_SERVICE,
  THANOS_INGRESS,
  THANOS_SERVICE,
  THANOS_SERVICE_MONITOR,
} from './thanos-access';
import { type StackThanosSidecar, THANOS_SIDECAR } from './thanos-sidecar';

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
  readonly thanosServiceExternal?: StackThanosExternalService;

  /**
   * Ingress by which other clusters reach the sidecars (`prometheus.thanosIngress`).
   *
   * @default - none
   */
  readonly thanosIngress?: StackThanosIngress;
}

/** Values below `prometheus` on Thanos. */
export const PROMETHEUS_THANOS: ValueTable<StackPrometheusThanos> = {
  thanos: group('prometheusSpec.thanos', THANOS_SIDECAR),
  thanosService: group('thanosService', THANOS_SERVICE),
  thanosServiceMonitor: group('thanosServiceMonitor', THANOS_SERVICE_MONITOR),
  thanosServiceExternal: group('thanosServiceExternal', THANOS_EXTERNAL_SERVICE),
  thanosIngress: group('thanosIngress', THANOS_INGRESS),
};
