import { type ChainLink, LinkState } from '../report/explanation';
import type { RawTarget } from '../simulator/discovery/raw-target';
import { nameOf } from '../simulator/operator/problem';
import type { SimulatedJob } from '../simulator/simulation';
import type { LostTarget } from '../simulator/targets/job-targets';
import type { Place, Scope } from './scope';
import { counted, listed } from './texts';

/** How many groups of lost targets are shown. */
const GROUPS = 10;
/** How many lost targets are named in each. */
const EACH = 3;

/**
 * What becomes of raw targets that are not scraped: by the rule that drops them, with counts.
 *
 * @param only which of them count; all unless given
 */
export function lostLinks(
  scope: Scope,
  { job, targets }: SimulatedJob,
  only: (raw: RawTarget) => boolean = () => true,
): ChainLink[] {
  const groups = new Map<string, LostTarget[]>();
  for (const lost of targets.lost) {
    if (only(lost.raw)) {
      const reason = reasonOf(lost);
      const group = groups.get(reason);
      if (group === undefined) {
        groups.set(reason, [lost]);
      } else {
        group.push(lost);
      }
    }
  }
  const links = [...groups].slice(0, GROUPS).map(([reason, group]) => {
    const names = listed([...new Set(group.map(({ raw }) => rawName(raw)))], EACH);
    return {
      ...placed(scope, placeOf(job, group[0])),
      state: group[0].unknown ? LinkState.UNKNOWN : LinkState.NOTE,
      text: `${group.length} ${reason}: ${names}.`,
    };
  });
  const rest = groups.size - links.length;
  return rest > 0 ? [...links, scope.note(`${counted(rest, 'more reason')} for others.`)] : links;
}

function reasonOf({ outcome, unknown }: LostTarget): string {
  if (outcome.outcome === 'failed') {
    return `given up, as ${outcome.problem} (${outcome.label})`;
  }
  const { origin, action, sourceLabels, regex } = outcome.droppedBy;
  const rule = `${action} by ${listed(sourceLabels)} with regex ${JSON.stringify(shortened(regex))}`;
  const maybe = unknown ? ', which a cluster may see otherwise' : '';
  switch (origin.reason) {
    case 'port':
      return `dropped as ${origin.field} asks for another port${maybe}`;
    case 'selector':
      return `dropped by the selector${maybe}`;
    case 'phase':
      return 'dropped as the pods have ended';
    case 'class':
      return `dropped by a relabeling of the scrape class, ${origin.field} (${rule})${maybe}`;
    case 'user':
      return `dropped by the relabeling ${origin.field} (${rule})${maybe}`;
    default:
      return `dropped by a rule of the Operator${origin.field === '' ? '' : ` for ${origin.field}`}${maybe}`;
  }
}

function placeOf(job: SimulatedJob['job'], { outcome }: LostTarget): Place | undefined {
  if (outcome.outcome === 'failed' || !WRITTEN.has(outcome.droppedBy.origin.reason)) {
    return undefined;
  }
  const { field, reason } = outcome.droppedBy.origin;
  return { object: reason === 'class' ? job.instance.object : job.monitor, field };
}

/** Rules that somebody wrote as such. */
const WRITTEN: ReadonlySet<string> = new Set(['user', 'class']);

/** What drops some targets and keeps others need be no mistake, so the finding belongs to the link above. */
function placed(scope: Scope, place: Place | undefined): ChainLink {
  const { check, fix, ...link } = scope.note('', { places: place === undefined ? [] : [place] });
  return link;
}

/** A raw target by what a person knows of it. */
export function rawName({ labels, service, pod, container, port }: RawTarget): string {
  const name =
    labels.__meta_kubernetes_endpoint_port_name ??
    labels.__meta_kubernetes_endpointslice_port_name ??
    labels.__meta_kubernetes_pod_container_port_name;
  const number = port === undefined ? '' : ` ${port}`;
  const what =
    name !== undefined && name !== ''
      ? ` port "${name}"${number}`
      : port === undefined
        ? ' without a port'
        : ` port${number}`;
  const where = service === undefined ? (pod === undefined ? 'an address' : nameOf(pod.workload)) : nameOf(service);
  return `${where}${what}${container === undefined ? '' : ` of container "${container}"`}`;
}

/** Expressions may be as long as their author likes. */
function shortened(regex: string): string {
  return regex.length > 60 ? `${regex.slice(0, 57)}...` : regex;
}
