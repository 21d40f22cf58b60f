import type { SourcedObject } from '../kube-object';
import type { RuleOrigin } from '../relabel/relabel-rule';
import type { FailedTarget } from '../relabel/target-labels';
import type { SimulatedDirectJob, Simulation } from '../simulation';
import type { NearMiss } from '../targets/candidates';
import type { DirectTargets } from '../targets/direct-targets';
import type { LostTarget } from '../targets/job-targets';

/** The first link of the chain at which the job of a Probe or ScrapeConfig with no target breaks. */
export type DirectBreak =
  /** L6: one of its rules is none that Prometheus can load. */
  | { readonly reason: 'not loadable' }
  /** L7: the service account of its instance may not look there. All namespaces at once are `undefined`. */
  | {
      readonly reason: 'forbidden';
      readonly namespaces: readonly string[] | undefined;
      readonly otherwise: DirectTargets;
    }
  /** L8: the object lists no target and no way to discover one. */
  | { readonly reason: 'nothing listed'; readonly field: string }
  /** L8: no Ingress that it searches has the labels. */
  | {
      readonly reason: 'no ingress';
      /** `undefined` for all namespaces. */
      readonly searched: readonly string[] | undefined;
      readonly near: readonly NearMiss<SourcedObject>[];
      /** Ingresses of other namespaces that have the labels. */
      readonly elsewhere: readonly SourcedObject[];
    }
  /** L8: the Ingresses that it selects have no rule. */
  | { readonly reason: 'no rule'; readonly ingresses: readonly SourcedObject[] }
  /** L8: what it asks Kubernetes for is not there. */
  | {
      readonly reason: 'nothing there';
      readonly field: string;
      readonly role: string;
      readonly searched: readonly string[] | undefined;
    }
  /** L9: relabelings drop all. */
  | { readonly reason: 'relabeled'; readonly rules: readonly RuleOrigin[]; readonly lost: readonly LostTarget[] }
  /** L9: shards are shared out by zone, and addresses that somebody wrote down have none. */
  | { readonly reason: 'no zone'; readonly lost: readonly LostTarget[] }
  /** L9: what is left is no address or no time. */
  | { readonly reason: 'failed'; readonly failure: FailedTarget; readonly lost: readonly LostTarget[] }
  /** L8, L9: these objects do not tell. */
  | { readonly reason: 'not known'; readonly why: readonly string[] };

/** How many Ingresses are named where there may be thousands. */
const NAMED = 5;

/** Where the chain of a job breaks; `undefined` for a job that has a target. */
export function findDirectBreak(
  simulation: Simulation,
  { job, targets }: Pick<SimulatedDirectJob, 'job' | 'targets'>,
): DirectBreak | undefined {
  if (targets.found.length > 0) {
    return undefined;
  }
  if (targets.forbidden !== undefined && targets.unknown.length === 0) {
    const { otherwise, namespaces } = targets.forbidden;
    // What it would not find either way has another cause.
    return otherwise.found.length > 0 || otherwise.unknown.length > 0
      ? { reason: 'forbidden', namespaces, otherwise }
      : findDirectBreak(simulation, { job, targets: otherwise });
  }
  if (targets.notLoadable) {
    return { reason: 'not loadable' };
  }
  if (targets.unknown.length > 0) {
    return { reason: 'not known', why: targets.unknown.map(({ why }) => why) };
  }
  if (targets.lost.length > 0) {
    return allLost(targets);
  }
  const [source] = job.sources;
  switch (source?.kind) {
    case 'ingresses':
      return targets.ingresses.length > 0
        ? { reason: 'no rule', ingresses: targets.ingresses }
        : noIngress(simulation, source);
    case 'kubernetes':
      return { reason: 'nothing there', field: source.field, role: source.role, searched: source.namespaces };
    default:
      return { reason: 'nothing listed', field: source?.field ?? 'spec' };
  }
}

function noIngress(
  { candidates }: Simulation,
  { namespaces, selector }: { readonly namespaces: readonly string[] | undefined; readonly selector: any },
): DirectBreak {
  const query = { namespaces, selector, byApiServer: false };
  return {
    reason: 'no ingress',
    searched: namespaces,
    near: candidates.nearIngresses(query),
    elsewhere: namespaces === undefined ? [] : candidates.ingressesFor({ ...query, namespaces: undefined }, NAMED),
  };
}

function allLost({ lost }: DirectTargets): DirectBreak {
  const unknown = lost.filter((one) => one.unknown);
  if (unknown.length > 0) {
    return { reason: 'not known', why: ['what relabelings make of values that only a cluster has'] };
  }
  for (const one of lost) {
    if (one.outcome.outcome === 'failed') {
      return { reason: 'failed', failure: one.outcome, lost: [one] };
    }
  }
  const origins = lost.flatMap(({ outcome }) => (outcome.outcome === 'dropped' ? [outcome.droppedBy.origin] : []));
  return origins.every(({ reason }) => reason === 'shard')
    ? { reason: 'no zone', lost }
    : {
        reason: 'relabeled',
        rules: [...new Map(origins.map((origin) => [origin.field, origin])).values()],
        lost,
      };
}
