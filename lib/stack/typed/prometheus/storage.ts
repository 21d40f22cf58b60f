import type { Duration, Size } from 'cdk8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { boundMap } from '../bound-kind';
import { CLAIM_RETENTION, type StackClaimRetention } from '../claim-retention';
import { storageClass, storageSize } from '../storage';
import { COUNT, DURATION, DURATION_OR_ZERO, FLAG, SIZE } from '../value-kind';
import { at, below, group, type ValueTable } from '../value-table';
import { withoutRetention } from './without-retention';

/**
 * The database of Prometheus.
 */
export interface StackTsdb {
  /**
   * How old a sample may be, against the newest of its series, to be taken all the same.
   *
   * @default - zero: samples must come in order
   */
  readonly outOfOrderTimeWindow?: Duration;
}

/**
 * The store of exemplars.
 */
export interface StackExemplars {
  /**
   * Most exemplars that are kept in memory. Needs the feature `exemplar-storage`.
   *
   * @default - 100000, set by Prometheus
   */
  readonly maxSize?: number;
}

/**
 * What Prometheus keeps, and where.
 */
export interface StackPrometheusStorage {
  /**
   * How long samples are kept.
   *
   * @default - 10 days, set by the chart
   */
  readonly retention?: Duration;

  /**
   * How much space samples may take before the oldest go. Keep it under about 85 % of the volume.
   *
   * @default - no limit
   */
  readonly retentionSize?: Size;

  /**
   * Keeps samples until `retentionSize` is reached, however old they are: empties the chart's `retention`.
   *
   * @default false
   */
  readonly retainUntilFull?: boolean;

  /**
   * Size of the volume of each replica (`storageSpec.volumeClaimTemplate`).
   *
   * @default - an emptyDir: samples are lost with the pod
   */
  readonly storage?: Size;

  /**
   * Storage class of that volume. Needs `storage`.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;

  /**
   * The volume of each replica in full, instead of `storage` and `storageClassName`.
   *
   * @default - as `storage` says
   */
  readonly storageSpec?: v1.StorageSpec;

  /**
   * What becomes of the volumes of replicas that go.
   *
   * @default - they stay
   */
  readonly persistentVolumeClaimRetentionPolicy?: StackClaimRetention;

  /**
   * Whether the write-ahead log is compressed.
   *
   * @default true
   */
  readonly walCompression?: boolean;

  /**
   * The database of Prometheus.
   *
   * @default - as the chart sets it
   */
  readonly tsdb?: StackTsdb;

  /**
   * The store of exemplars.
   *
   * @default - as Prometheus sets it
   */
  readonly exemplars?: StackExemplars;
}

/** Values below `tsdb`. */
const TSDB: ValueTable<StackTsdb> = {
  outOfOrderTimeWindow: at('outOfOrderTimeWindow', DURATION_OR_ZERO),
};

/** Values below `exemplars`. */
const EXEMPLARS: ValueTable<StackExemplars> = {
  maxSize: at('maxSize', COUNT),
};

/** Values below `prometheus.prometheusSpec` on storage. */
export const PROMETHEUS_STORAGE: ValueTable<StackPrometheusStorage> = below('prometheusSpec', {
  retention: at('retention', DURATION),
  retentionSize: at('retentionSize', SIZE),
  retainUntilFull: withoutRetention('retention'),
  storage: storageSize('storageSpec'),
  storageClassName: storageClass('storageSpec'),
  storageSpec: at('storageSpec', boundMap('storage')),
  persistentVolumeClaimRetentionPolicy: group('persistentVolumeClaimRetentionPolicy', CLAIM_RETENTION),
  walCompression: at('walCompression', FLAG),
  tsdb: group('tsdb', TSDB),
  exemplars: group('exemplars', EXEMPLARS),
});
