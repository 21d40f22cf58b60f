import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { RemoteWriteMessageVersion } from '../../../../imports/monitoring.coreos.com/v1/enums';
import { boundList, boundMap } from '../bound-kind';
import { choices, FLAG, TEXT, TEXT_MAP } from '../value-kind';
import { at, below, type ValueTable } from '../value-table';

/**
 * What leaves and enters Prometheus.
 */
export interface StackPrometheusRemote {
  /**
   * Labels on everything that leaves this Prometheus: alerts, remote write, federation.
   *
   * @default - none but those of the Operator
   */
  readonly externalLabels?: { [key: string]: string };

  /**
   * Name of the external label with the name of the replica.
   *
   * @default "prometheus_replica"
   */
  readonly replicaExternalLabelName?: string;

  /**
   * Leaves that label out. Only with a single replica: else remote storage gets each series twice.
   *
   * @default false
   */
  readonly replicaExternalLabelNameClear?: boolean;

  /**
   * Name of the external label with the name of the Prometheus object.
   *
   * @default "prometheus"
   */
  readonly prometheusExternalLabelName?: string;

  /**
   * Leaves that label out.
   *
   * @default false
   */
  readonly prometheusExternalLabelNameClear?: boolean;

  /**
   * Where samples are written to; credentials are references to Secrets. It passes through Helm's `tpl`.
   *
   * @default - none
   */
  readonly remoteWrite?: v1.RemoteWriteSpec[];

  /**
   * As `remoteWrite`, which it is added to, without Helm's `tpl`.
   *
   * @default - none
   */
  readonly additionalRemoteWrite?: v1.RemoteWriteSpec[];

  /**
   * Whether Grafana gets a dashboard on remote write.
   *
   * @default false
   */
  readonly remoteWriteDashboards?: boolean;

  /**
   * Where samples are read from. It passes through Helm's `tpl`.
   *
   * @default - none
   */
  readonly remoteRead?: v1.RemoteReadSpec[];

  /**
   * As `remoteRead`, which it is added to, without Helm's `tpl`.
   *
   * @default - none
   */
  readonly additionalRemoteRead?: v1.RemoteReadSpec[];

  /**
   * Whether Prometheus takes samples of others by remote write.
   *
   * @default false
   */
  readonly enableRemoteWriteReceiver?: boolean;

  /**
   * Versions of the protocol that it takes.
   *
   * @default - decided by Prometheus
   */
  readonly remoteWriteReceiverMessageVersions?: v1.RemoteWriteMessageVersion[];

  /**
   * Whether Prometheus takes metrics by OTLP (`enableOTLPReceiver`).
   *
   * @default false
   */
  readonly enableOtlpReceiver?: boolean;

  /**
   * What becomes of metrics by OTLP.
   *
   * @default - decided by Prometheus
   */
  readonly otlp?: v1.OtlpConfig;
}

/** Values below `prometheus.prometheusSpec` on other systems. */
export const PROMETHEUS_REMOTE: ValueTable<StackPrometheusRemote> = below('prometheusSpec', {
  externalLabels: at('externalLabels', TEXT_MAP),
  replicaExternalLabelName: at('replicaExternalLabelName', TEXT),
  replicaExternalLabelNameClear: at('replicaExternalLabelNameClear', FLAG),
  prometheusExternalLabelName: at('prometheusExternalLabelName', TEXT),
  prometheusExternalLabelNameClear: at('prometheusExternalLabelNameClear', FLAG),
  remoteWrite: at('remoteWrite', boundList('remoteWrite')),
  additionalRemoteWrite: at('additionalRemoteWrite', boundList('remoteWrite')),
  remoteWriteDashboards: at('remoteWriteDashboards', FLAG),
  remoteRead: at('remoteRead', boundList('remoteRead')),
  additionalRemoteRead: at('additionalRemoteRead', boundList('remoteRead')),
  enableRemoteWriteReceiver: at('enableRemoteWriteReceiver', FLAG),
  remoteWriteReceiverMessageVersions: at(
    'remoteWriteReceiverMessageVersions',
    choices(() => RemoteWriteMessageVersion),
  ),
  enableOtlpReceiver: at('enableOTLPReceiver', FLAG),
  otlp: at('otlp', boundMap('otlp')),
});
