import type { Duration } from 'cdk8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { ReloadStrategyType } from '../../../../imports/monitoring.coreos.com/v1/enums';
import { boundMap } from '../bound-kind';
import { REPLICA_PODS, type StackReplicaPods } from '../replica-pods';
import { choice, FLAG, MAP, POSITIVE, SECONDS, TEXT, TEXTS } from '../value-kind';
import { at, below, type ValueTable } from '../value-table';

/**
 * The pods of Prometheus.
 */
export interface StackPrometheusPods extends StackReplicaPods {
  /**
   * Number of shards that share the targets. More than one shard leaves less room for names.
   *
   * @default - 1, set by the chart
   */
  readonly shards?: number;

  /**
   * How shards share the targets.
   *
   * @default - by the address of the target
   */
  readonly shardingStrategy?: v1.ShardingStrategy;

  /**
   * What becomes of shards that are removed.
   *
   * @default - they are deleted
   */
  readonly shardRetentionPolicy?: v1.ShardRetentionPolicy;

  /**
   * Secrets in the namespace of Prometheus that are mounted below `/etc/prometheus/secrets/<name>`.
   *
   * @default - none
   */
  readonly secrets?: string[];

  /**
   * ConfigMaps in the namespace of Prometheus that are mounted below `/etc/prometheus/configmaps/<name>`.
   *
   * @default - none
   */
  readonly configMaps?: string[];

  /**
   * Whether the pods use the network of the node.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * How Prometheus is told of a new configuration.
   *
   * @default - by HTTP
   */
  readonly reloadStrategy?: v1.ReloadStrategyType;

  /**
   * How long Prometheus may take to start, at least a minute.
   *
   * @default - 15 minutes, set by the Operator
   */
  readonly maximumStartupDurationSeconds?: Duration;

  /**
   * Fields of the Prometheus object that have no value in the chart, by the names of the API. They pass through
   * Helm's `tpl`.
   *
   * @default - none
   */
  readonly additionalConfig?: { [key: string]: any };

  /**
   * As `additionalConfig`, as a Helm template that gives YAML.
   *
   * @default - none
   */
  readonly additionalConfigString?: string;
}

/** Values below `prometheus.prometheusSpec` on pods. */
export const PROMETHEUS_PODS: ValueTable<StackPrometheusPods> = below('prometheusSpec', {
  ...REPLICA_PODS,
  shards: at('shards', POSITIVE),
  shardingStrategy: at('shardingStrategy', boundMap('shardingStrategy')),
  shardRetentionPolicy: at('shardRetentionPolicy', boundMap('shardRetentionPolicy')),
  secrets: at('secrets', TEXTS),
  configMaps: at('configMaps', TEXTS),
  hostNetwork: at('hostNetwork', FLAG),
  reloadStrategy: at(
    'reloadStrategy',
    choice(() => ReloadStrategyType),
  ),
  maximumStartupDurationSeconds: at('maximumStartupDurationSeconds', SECONDS),
  additionalConfig: at('additionalConfig', MAP),
  additionalConfigString: at('additionalConfigString', TEXT),
});
