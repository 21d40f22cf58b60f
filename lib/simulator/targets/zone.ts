import { META, sanitizeLabelName } from '../discovery/meta-labels';
import type { RawTarget } from '../discovery/raw-target';
import { MADE_UP } from '../discovery/symbolic';
import { ZONE } from '../discovery/zone-of-pod';
import type { InstanceSettings } from '../operator/instance';
import { compilePattern } from '../relabel/pattern';
import type { Labels, RelabelRule } from '../relabel/relabel-rule';

const TOPOLOGY = '__tmp_topology';
const DISABLED = '__tmp_disable_sharding';

/** The rule that keeps the targets of one zone; `undefined` where shards are not shared out by zone. */
export function zoneRule(rules: readonly RelabelRule[]): RelabelRule | undefined {
  return rules.find(
    ({ action, origin, sourceLabels }) =>
      action === 'keep' && origin.reason === 'shard' && sourceLabels[0] === TOPOLOGY,
  );
}

/** What decides about the zone of a target, beside the target itself. */
export interface ZoneContext {
  /** The rules that come before those of shards. */
  readonly rules: readonly RelabelRule[];
  /** Labels that begin with two underscores and are left; none where nothing is known of them. */
  readonly hiddenLabels: Labels;
  readonly settings: Pick<InstanceSettings, 'zones' | 'podTopologyLabels'>;
}

/**
 * Whether some shard keeps a target where shards are shared out by zone. What runs on a node has a zone, though nobody
 * knows which unless the pod asks for one; an address that somebody wrote down has one only if he wrote that down too.
 * The rules of shards come last, so a label that a rule of the user has dropped tells them nothing.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendShardingRelabelingWithLabel`.
 */
export function hasZone(raw: RawTarget, { rules, hiddenLabels, settings }: ZoneContext): boolean {
  const { zones = [], podTopologyLabels } = settings;
  const left = (name: string): boolean => outlives(name, rules);
  const ofSlice = left(ZONE_OF_SLICE) ? raw.labels[ZONE_OF_SLICE] : undefined;
  const zone = hiddenLabels[TOPOLOGY] ?? ofSlice;
  const ofPod = podTopologyLabels ? left(ZONE_OF_POD) && left(HAS_ZONE_OF_POD) : left(ZONE_OF_NODE);
  const known = zone ?? (ofPod ? (podTopologyLabels ? raw.pod?.labels[ZONE] : raw.pod?.zone) : undefined);
  if (known === MADE_UP.zone) {
    return true;
  }
  if (known === undefined) {
    return ofPod && (raw.assumed || (!podTopologyLabels && onNode(raw)));
  }
  // A zone that is none of those listed is kept only where sharding is switched off for the target.
  return zones.includes(known) || (hiddenLabels[DISABLED] ?? '') !== '';
}

const ZONE_OF_SLICE = `${META}endpointslice_endpoint_zone`;
const ZONE_OF_POD = `${META}pod_label_${sanitizeLabelName(ZONE)}`;
const HAS_ZONE_OF_POD = `${META}pod_labelpresent_${sanitizeLabelName(ZONE)}`;
const ZONE_OF_NODE = `${META}node_label_${sanitizeLabelName(ZONE)}`;

/** Whether no rule drops a label by its name. */
function outlives(name: string, rules: readonly RelabelRule[]): boolean {
  return rules.every(({ action, regex }) => {
    if (action !== 'labeldrop' && action !== 'labelkeep') {
      return true;
    }
    const pattern = compilePattern(regex, true);
    return 'problem' in pattern || pattern.test(name) === (action === 'labelkeep');
  });
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
