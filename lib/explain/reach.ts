import { targetsOfJob } from '../check/list-targets';
import { referenceTo } from '../check/to-finding';
import { type ChainLink, LinkState } from '../report/explanation';
import type { Target } from '../report/target-list';
import type { RawTarget } from '../simulator/discovery/raw-target';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import { nameOf } from '../simulator/operator/problem';
import type { SimulatedJob } from '../simulator/simulation';
import { furthest, type Judgement, judgeMonitor, LINKS, type LinkName, NO_PROMETHEUS, rankOf } from './judge-monitor';
import { lostLinks } from './lost-links';
import { instancesText } from './monitor-chains';
import type { Scope } from './scope';
import { counted, sentence } from './texts';

/** How far one monitor comes on the way to a Service or to pods. */
export interface Reach {
  readonly monitor: SourcedObject;
  /** Higher for what comes further; see `rankOf`. */
  readonly rank: number;
  readonly targets: number;
  readonly state: LinkState;
  /** Why it has no target there, as a part of a sentence; empty where it has. */
  readonly because: string;
  readonly link: ChainLink;
}

/**
 * How far a monitor that selects something comes with it.
 *
 * @param isOurs whether a raw target belongs to what is asked about
 */
export function reachOf(scope: Scope, monitor: SourcedObject, isOurs: (raw: RawTarget) => boolean): Reach {
  const judgements = judgeMonitor(scope, monitor);
  const taken = judgements.filter(
    ({ outcome, instance }) => outcome?.state === 'selected' && !isAssumed(instance.object),
  );
  const counts = taken.map((judgement) => ({ judgement, targets: targetsAt(judgement, isOurs) }));
  const total = counts.reduce((sum, { targets }) => sum + targets, 0);
  const name = nameOf(monitor);
  const object = referenceTo(monitor.object);
  if (total > 0) {
    const at = counts.filter(({ targets }) => targets > 0).map(({ judgement }) => judgement.instance);
    const text = `${name}: ${counted(total, 'target')} at ${instancesText(at)}.`;
    const link = { state: LinkState.HOLDS, text, object, links: [] };
    return { monitor, rank: 200, targets: total, state: LinkState.HOLDS, because: '', link };
  }
  const best = furthest(judgements);
  const lost = best?.jobs.find(({ simulated }) => simulated.targets.lost.some(({ raw }) => isOurs(raw)));
  const drops = lost === undefined ? [] : lostLinks(scope, lost.simulated, isOurs);
  const { link, unknown, because } = stopFor(best, isOurs, drops.length > 0);
  const places = placesFor(scope, monitor, link);
  const state = unknown ? LinkState.UNKNOWN : LinkState.BROKEN;
  const parts = { link, places, links: drops };
  const text = `${name}: ${sentence(because)}`;
  return {
    monitor,
    rank: LINKS.indexOf(link) + (unknown ? 100 : 0),
    targets: 0,
    state,
    because,
    link: scope.link(state, text, parts),
  };
}

/** The targets of all jobs that belong to what is asked about, in the order in which all targets are listed. */
export function targetsWhere(scope: Scope, keep: (raw: RawTarget, simulated: SimulatedJob) => boolean): Target[] {
  const { simulation, assumedInstance } = scope.context;
  return assumedInstance ? [] : sortedTargets(simulation.jobs, keep);
}

/** The targets of these jobs, in the order in which all targets are listed. */
export function sortedTargets(
  jobs: readonly SimulatedJob[],
  keep: (raw: RawTarget, simulated: SimulatedJob) => boolean = () => true,
): Target[] {
  return jobs
    .flatMap((simulated) => {
      const found = simulated.targets.found.filter(({ raw }) => keep(raw, simulated));
      return found.length === 0 ? [] : targetsOfJob({ ...simulated, targets: { ...simulated.targets, found } });
    })
    .sort((a, b) => compare(a.prometheus, b.prometheus) || compare(a.job, b.job));
}

function stopFor(
  best: Judgement | undefined,
  isOurs: (raw: RawTarget) => boolean,
  drops: boolean,
): { link: LinkName; unknown: boolean; because: string } {
  if (best === undefined) {
    return { link: 'L4', unknown: true, because: NO_PROMETHEUS };
  }
  const reached = best.outcome?.state === 'selected';
  const would = best.jobs.some(({ simulated }) => simulated.targets.found.some(({ raw }) => isOurs(raw)));
  if (best.stop !== undefined && (!reached || rankOf(best) < 100 || would || isAssumed(best.instance.object))) {
    return best.stop;
  }
  const unknown = best.jobs.some(({ simulated }) =>
    simulated.targets.lost.some((lost) => lost.unknown && isOurs(lost.raw)),
  );
  if (drops) {
    return {
      link: 'L9',
      unknown,
      because: unknown ? 'what it keeps depends on something that these objects do not tell' : 'it drops them all',
    };
  }
  return { link: 'L8', unknown: false, because: 'it finds no endpoints there' };
}

function targetsAt({ jobs }: Judgement, isOurs: (raw: RawTarget) => boolean): number {
  return jobs.reduce((sum, { simulated }) => sum + simulated.targets.found.filter(({ raw }) => isOurs(raw)).length, 0);
}

/** Where a check would complain about a monitor whose chain stops at a link. */
function placesFor(scope: Scope, monitor: SourcedObject, link: LinkName) {
  const fields: { readonly [name in LinkName]?: readonly string[] } = {
    L2: ['metadata.namespace'],
    L4: ['metadata.labels', 'metadata.namespace'],
    L7: ['spec.namespaceSelector'],
    L8: ['spec.selector'],
  };
  const known = scope.findings.of(referenceTo(monitor.object)).map(({ field }) => field);
  const own = known.filter((field) => (fields[link] ?? ['spec']).some((one) => field.startsWith(one)));
  return [...own, ...(link === 'L9' || own.length > 0 ? [] : (fields[link] ?? []))].slice(0, 1).map((field) => ({
    object: monitor,
    field,
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
