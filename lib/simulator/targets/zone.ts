import { META } from '../discovery/meta-labels';
import type { RawTarget } from '../discovery/raw-target';
import { MADE_UP } from '../discovery/symbolic';
import { ZONE } from '../discovery/zone-of-pod';
import type { InstanceSettings } from '../operator/instance';
import type { RelabelRule } from '../relabel/relabel-rule';
import type { ScrapedTarget } from '../relabel/target-labels';

const TOPOLOGY = '__tmp_topology';
const DISABLED = '__tmp_disable_sharding';

/** The rule that keeps the targets of one zone; `undefined` where shards are not shared out by zone. */
export function zoneRule(rules: readonly RelabelRule[]): RelabelRule | undefined {
  return rules.find(
    ({ action, origin, sourceLabels }) =>
      action === 'keep' && origin.reason === 'shard' && sourceLabels[0] === TOPOLOGY,
  );
}

/**
 * Whether some shard keeps a target where shards are shared out by zone. What runs on a node has a zone, though nobody
 * knows which unless the pod asks for one; an address that somebody wrote down has one only if he wrote that down too.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendShardingRelabelingWithLabel`.
 */
export function hasZone(
  raw: RawTarget,
  { hiddenLabels }: ScrapedTarget,
  { zones = [], podTopologyLabels }: Pick<InstanceSettings, 'zones' | 'podTopologyLabels'>,
): boolean {
  const zone = hiddenLabels[TOPOLOGY] ?? raw.labels[`${META}endpointslice_endpoint_zone`];
  const known = zone ?? (podTopologyLabels ? raw.pod?.labels[ZONE] : raw.pod?.zone);
  if (known === MADE_UP.zone) {
    return true;
  }
  if (known === undefined) {
    return raw.assumed || raw.pod !== undefined || (!podTopologyLabels && onNode(raw));
  }
  // A zone that is none of those listed is kept only where sharding is switched off for the target.
  return zones.includes(known) || (hiddenLabels[DISABLED] ?? '') !== '';
}

/** Prometheus attaches the labels of a node to an address that names one. */
function onNode({ labels }: RawTarget): boolean {
  return [
    'endpoint_node_name',
    'endpointslice_endpoint_node_name',
    'endpoint_address_target_kind',
    'endpointslice_address_target_kind',
  ].some((name) => (name.endsWith('kind') ? labels[META + name] === 'Node' : META + name in labels));
}
