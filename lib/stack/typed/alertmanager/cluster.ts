import type { Duration } from 'cdk8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { boundMap } from '../bound-kind';
import { FLAG, GO_DURATION, TEXT, TEXTS } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/**
 * How replicas of Alertmanager find each other.
 */
export interface StackAlertmanagerCluster {
  /**
   * Name of the cluster; peers of another name are turned away.
   *
   * @default - namespace and name of the Alertmanager object
   */
  readonly clusterLabel?: string;

  /**
   * Addresses of peers outside of the release, for example of another Kubernetes cluster.
   *
   * @default - none
   */
  readonly additionalPeers?: string[];

  /**
   * Whether a single replica speaks to peers too, for `additionalPeers`.
   *
   * @default false
   */
  readonly forceEnableClusterMode?: boolean;

  /**
   * Address that is told to peers, where that of the pod is not reachable.
   *
   * @default - the address of the pod
   */
  readonly clusterAdvertiseAddress?: string;

  /**
   * Time between two messages to peers.
   *
   * @default - 200 milliseconds, set by Alertmanager
   */
  readonly clusterGossipInterval?: Duration;

  /**
   * Time to wait for each peer before a notification is sent.
   *
   * @default - 15 seconds, set by Alertmanager
   */
  readonly clusterPeerTimeout?: Duration;

  /**
   * Time between two exchanges of the whole state.
   *
   * @default - 1 minute, set by Alertmanager
   */
  readonly clusterPushpullInterval?: Duration;

  /**
   * TLS between peers.
   *
   * @default - none
   */
  readonly clusterTls?: v1.ClusterTlsConfig;
}

/** Values below `alertmanager.alertmanagerSpec` on the cluster. */
export const ALERTMANAGER_CLUSTER: ValueTable<StackAlertmanagerCluster> = {
  clusterLabel: at('clusterLabel', TEXT),
  additionalPeers: at('additionalPeers', TEXTS),
  forceEnableClusterMode: at('forceEnableClusterMode', FLAG),
  clusterAdvertiseAddress: at('clusterAdvertiseAddress', TEXT),
  clusterGossipInterval: at('clusterGossipInterval', GO_DURATION),
  clusterPeerTimeout: at('clusterPeerTimeout', GO_DURATION),
  clusterPushpullInterval: at('clusterPushpullInterval', GO_DURATION),
  clusterTls: at('clusterTLS', boundMap('clusterTls', 'Alertmanager')),
};
