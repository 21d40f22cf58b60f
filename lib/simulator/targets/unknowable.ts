import { META, sanitizeLabelName } from '../discovery/meta-labels';
import { OPERATED_KINDS } from '../discovery/operated-kinds';
import type { RawTarget } from '../discovery/raw-target';
import { compilePattern } from '../relabel/pattern';
import { labelNames, type RelabelRule } from '../relabel/relabel-rule';

/** Labels with values that only a cluster has; here they are symbolic. */
const SYMBOLIC: ReadonlySet<string> = new Set(
  [
    'pod_ip',
    'pod_node_name',
    'pod_host_ip',
    'pod_uid',
    'pod_container_id',
    'service_cluster_ip',
    'endpoint_node_name',
    'endpointslice_endpoint_node_name',
    'endpointslice_endpoint_zone',
  ].map((name) => META + name),
);

/** Names that a controller makes up, or of which it makes several: one pod stands for all pods of its workload. */
const MADE_UP: ReadonlySet<string> = new Set(
  [
    'pod_name',
    'pod_controller_name',
    'endpoint_address_target_name',
    'endpoint_hostname',
    'endpointslice_name',
    'endpointslice_address_target_name',
    'endpointslice_endpoint_hostname',
  ].map((name) => META + name),
);

const IMAGE = `${META}pod_container_image`;

const SETS_TARGET = new Set(['replace', 'lowercase', 'uppercase', 'hashmod']);

/** An expression on an address that looks at its port alone. */
const ANY_HOST = /^\(?(?:\.\*|\.\+|\[\^:\][*+])\)?:/;

/** A placeholder that each pod of an instance fills in for itself. */
const PLACEHOLDER = /\$\((?:SHARD|TOPOLOGY_ZONE|INZONE_SHARD|POD_NAME|NODE_NAME)\)/;

/**
 * Whether a rule decides on something that these objects do not tell, so that a target which it drops here may live in a
 * cluster: labels of nodes, addresses, names, labels and images that controllers make up, pods that are not among the objects, and
 * what differs between the pods of an instance.
 */
export function decidesOnUnknown(rule: RelabelRule, rules: readonly RelabelRule[], raw: RawTarget): boolean {
  if (rule.origin.reason === 'shard') {
    return false;
  }
  const tainted = new Set<string>();
  // A labelmap gives labels names that cannot be foreseen.
  let anyName = false;
  const reads = (one: RelabelRule, name: string): boolean =>
    tainted.has(name) ||
    (name === '__address__' ? raw.via !== 'address' && !ANY_HOST.test(one.regex) : isUnknowable(name, raw)) ||
    (anyName && !name.startsWith('__'));
  for (const earlier of rules) {
    if (earlier === rule) {
      break;
    }
    if (earlier.action === 'labelmap') {
      anyName ||= mapsUnknown(earlier, raw);
    } else if (SETS_TARGET.has(earlier.action) && earlier.targetLabel !== '') {
      if (PLACEHOLDER.test(earlier.replacement) || earlier.sourceLabels.some((name) => reads(earlier, name))) {
        tainted.add(earlier.targetLabel);
      }
    }
  }
  const compared = rule.action === 'keepequal' || rule.action === 'dropequal' ? [rule.targetLabel] : [];
  return PLACEHOLDER.test(rule.regex) || [...rule.sourceLabels, ...compared].some((name) => reads(rule, name));
}

/** Whether a labelmap copies labels of which not even the names are known, or with values that are not. */
function mapsUnknown({ regex }: RelabelRule, raw: RawTarget): boolean {
  const pattern = compilePattern(regex, true);
  if ('problem' in pattern) {
    return true;
  }
  const names = labelNames(raw.labels).filter((name) => isUnknowable(name, raw));
  const probes = [`${META}node_label_x`, ...(raw.assumed ? [`${META}pod_label_x`, `${META}pod_annotation_x`] : [])];
  return [...names, ...probes].some((name) => pattern.test(name));
}

function isUnknowable(name: string, { assumed, pod, labels }: RawTarget): boolean {
  if (!name.startsWith(META)) {
    return false;
  }
  if (SYMBOLIC.has(name) || name.startsWith(`${META}node_`)) {
    return true;
  }
  if (pod !== undefined) {
    if (name === IMAGE && OPERATED_KINDS.has(pod.workload.object.kind)) {
      // The Operator has images of its own, which its flags and its release decide.
      return !labels[IMAGE];
    }
    const own = /^pod_label_(.*)$/.exec(name.slice(META.length))?.[1];
    return (
      (own !== undefined && [...pod.opaqueLabels].some((key) => sanitizeLabelName(key) === own)) ||
      (MADE_UP.has(name) && pod.workload.object.kind !== 'Pod')
    );
  }
  // Of a port that was assumed, another one of the same pod may be what is asked for.
  const isPort = name.startsWith(`${META}pod_container_port_`);
  return assumed && (MADE_UP.has(name) || (name.startsWith(`${META}pod_`) && (isPort || !(name in labels))));
}
