import type { InstanceSettings } from '../operator/instance';
import type { RelabelRule } from '../relabel/relabel-rule';
import { rule } from './rules';

const HASH = '__tmp_hash';
const DISABLED = '__tmp_disable_sharding';
const TOPOLOGY = '__tmp_topology';
const FIELD = 'spec.shards';
const TOPOLOGY_FIELD = 'spec.shardingStrategy.topology';

/**
 * The rules that share targets out among shards. Texts such as `$(SHARD)` are filled in by each shard's reloader.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendShardingRelabelingWithLabel`.
 *
 * @param hashed label that decides; of a Probe what is probed, since all its targets have the address of the prober
 */
export function shardRules(settings: InstanceSettings, hashed = '__address__'): readonly RelabelRule[] {
  const known = hashed === '__address__' ? byAddress : byParameter;
  let rules = known.get(settings);
  if (rules === undefined) {
    rules = makeRules(settings, hashed);
    known.set(settings, rules);
  }
  return rules;
}

/** All jobs of an instance have the same. */
const byAddress = new WeakMap<InstanceSettings, readonly RelabelRule[]>();
const byParameter = new WeakMap<InstanceSettings, readonly RelabelRule[]>();

function makeRules(settings: InstanceSettings, hashed: string): RelabelRule[] {
  const { shards, zones } = settings;
  const modulus = zones ? Math.max(1, Math.floor(shards / zones.length)) : shards;
  const shard = zones ? '$(INZONE_SHARD)' : '$(SHARD)';
  return [
    ...(settings.shardRetention ? retentionRules(shards) : []),
    ...(zones ? topologyRules(settings.podTopologyLabels) : []),
    rule('shard', FIELD, {
      sourceLabels: [hashed, HASH],
      targetLabel: HASH,
      regex: '(.+);',
    }),
    rule('shard', FIELD, { action: 'hashmod', sourceLabels: [HASH], targetLabel: HASH, modulus }),
    rule('shard', FIELD, { action: 'keep', sourceLabels: [HASH, DISABLED], regex: `${shard};|.+;.+` }),
  ];
}

/** Shards that were more once, and are kept for their data, scrape nothing. */
function retentionRules(shards: number): RelabelRule[] {
  const inRange = Array.from({ length: shards }, (_, i) => i).join('|');
  return [
    rule('shard', FIELD, { targetLabel: '__tmp_current_shard', replacement: '$(SHARD)' }),
    rule('shard', FIELD, { action: 'keep', sourceLabels: ['__tmp_current_shard'], regex: inRange }),
  ];
}

function topologyRules(podLabels: boolean): RelabelRule[] {
  const of = podLabels ? 'pod' : 'node';
  const zone = 'topology_kubernetes_io_zone';
  return [
    rule('shard', TOPOLOGY_FIELD, {
      sourceLabels: ['__meta_kubernetes_endpointslice_endpoint_zone', TOPOLOGY],
      targetLabel: TOPOLOGY,
      regex: '(.+);',
    }),
    rule('shard', TOPOLOGY_FIELD, {
      sourceLabels: [`__meta_kubernetes_${of}_label_${zone}`, `__meta_kubernetes_${of}_labelpresent_${zone}`, TOPOLOGY],
      targetLabel: TOPOLOGY,
      regex: '(.+);true;',
    }),
    rule('shard', TOPOLOGY_FIELD, {
      action: 'keep',
      sourceLabels: [TOPOLOGY, DISABLED],
      regex: '$(TOPOLOGY_ZONE);|.+;.+',
    }),
  ];
}
