import type { InstanceSettings } from '../operator/instance';
import type { RelabelRule } from '../relabel/relabel-rule';

const SHARD = '$(SHARD)';

/**
 * A rule of a person in which the reloader fills in what looks like a placeholder of the Operator: it reads the whole
 * configuration as one text. What differs between pods stays, since all of them are looked at as one.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/config_reloader.go`; thanos v0.42 `pkg/reloader/reloader.go`, `expandEnv`.
 */
export function filledIn(rule: RelabelRule, { shards, zones }: InstanceSettings): RelabelRule {
  if (shards > 1 || zones !== undefined) {
    return rule;
  }
  const { sourceLabels, separator, regex, targetLabel, replacement } = rule;
  const isPlain = ![...sourceLabels, separator, regex, targetLabel, replacement].some((text) =>
    String(text).includes(SHARD),
  );
  const fill = (text: string): string => String(text).replaceAll(SHARD, '0');
  return isPlain
    ? rule
    : {
        ...rule,
        sourceLabels: sourceLabels.map(fill),
        separator: fill(separator),
        regex: fill(regex),
        targetLabel: fill(targetLabel),
        replacement: fill(replacement),
      };
}
