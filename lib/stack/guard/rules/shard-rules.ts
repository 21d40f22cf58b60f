import { takesOwnRules } from '../../facts/own-selection';
import { fieldPath, prometheusFacts } from '../../facts/prometheus';
import type { GuardedValues } from '../guarded-values';

/**
 * Rules of the chart on shards, each of which has a part of the targets only.
 *
 * Source: prometheus-operator v0.93, CustomResourceDefinition of Prometheus, `spec.shards`; kube-prometheus#1744 and
 * helm-charts#913.
 */
export function shardRules(values: GuardedValues): void {
  const { enabled, agentMode, shards } = prometheusFacts(values.release);
  if (enabled && !agentMode && shards > 1 && takesOwnRules(values.release)) {
    values.warn(
      fieldPath(values.release, 'shards'),
      `makes each of ${shards} shards run the rules of the chart over its own targets alone: absent() fires where the target is on another shard, and sums are sums of a part.`,
      'let Thanos Ruler or the remote storage run them: ruleSelector null with ruleSelectorNilUsesHelmValues false keeps them from the shards.',
    );
  }
}
