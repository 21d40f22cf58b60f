import { META, sanitizeLabelName } from '../discovery/meta-labels';
import type { RawTarget } from '../discovery/raw-target';
import type { RelabelRule } from '../relabel/relabel-rule';

/** Labels with values that only a cluster has; here they are symbolic. */
const SYMBOLIC: ReadonlySet<string> = new Set([
  ...['pod_ip', 'pod_node_name', 'pod_host_ip', 'pod_uid', 'pod_container_id'].map((name) => `${META}${name}`),
  ...['endpoint_node_name', 'endpointslice_endpoint_node_name', 'endpointslice_endpoint_zone'].map(
    (name) => `${META}${name}`,
  ),
]);

const SETS_TARGET = new Set(['replace', 'lowercase', 'uppercase', 'hashmod']);

/** An expression on an address that looks at its port alone. */
const ANY_HOST = /^\(?(?:\.\*|\.\+|\[\^:\][*+])\)?:/;

/**
 * Whether a rule decides on something that these objects do not tell, so that a target which it drops here may live in a
 * cluster: labels of nodes, addresses, labels that controllers make up, pods that are not among the objects.
 */
export function decidesOnUnknown(rule: RelabelRule, rules: readonly RelabelRule[], raw: RawTarget): boolean {
  const tainted = new Set<string>();
  const isUnknown = (name: string): boolean => tainted.has(name) || isUnknowable(name, raw);
  for (const earlier of rules) {
    if (earlier === rule) {
      break;
    }
    if (SETS_TARGET.has(earlier.action) && earlier.targetLabel !== '' && earlier.sourceLabels.some(isUnknown)) {
      tainted.add(earlier.targetLabel);
    }
  }
  return rule.sourceLabels.some((name) =>
    name === '__address__' ? !ANY_HOST.test(rule.regex) && rule.origin.reason !== 'shard' : isUnknown(name),
  );
}

function isUnknowable(name: string, { assumed, pod, labels }: RawTarget): boolean {
  if (!name.startsWith(META)) {
    return false;
  }
  if (SYMBOLIC.has(name) || name.startsWith(`${META}node_`)) {
    return true;
  }
  const own = /^(label|labelpresent)_(.*)$/.exec(name.slice(`${META}pod_`.length));
  if (pod !== undefined) {
    return own?.[1] === 'label' && [...pod.opaqueLabels].some((key) => sanitizeLabelName(key) === own[2]);
  }
  return assumed && name.startsWith(`${META}pod_`) && !(name in labels && own === null && !isPort(name));
}

/** Of a port that was assumed, another one of the same pod may be what is asked for. */
function isPort(name: string): boolean {
  return name.startsWith(`${META}pod_container_port_`);
}
