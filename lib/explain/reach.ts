import { targetsOfJob } from '../check/list-targets';
import { referenceTo } from '../check/to-finding';
import { type ChainLink, LinkState } from '../report/explanation';
import type { Target } from '../report/target-list';
import type { RawTarget } from '../simulator/discovery/raw-target';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import { nameOf } from '../simulator/operator/problem';
import type { SimulatedDirectJob, SimulatedJob } from '../simulator/simulation';
import { furthest, type Judgement, judgeMonitor, LINKS, noPrometheus, type Stop } from './judge-monitor';
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
  const { link, unknown, places, because } = stopFor(best, isOurs);
  const lost = link === 'L9' ? best?.jobs.find(({ simulated }) => losesOurs(simulated, isOurs)) : undefined;
  const state = unknown ? LinkState.UNKNOWN : LinkState.BROKEN;
  // The sentence names the monitor already.
  const reason = because.replace(name, 'that monitor');
  return {
    monitor,
    rank: LINKS.indexOf(link) + (unknown ? 100 : 0),
    targets: 0,
    state,
    because: reason,
    link: scope.link(state, sentence(`${name}: ${reason}`), {
      link,
      places: places.length > 0 ? places : [{ object: monitor, field: '' }],
      links: lost === undefined ? [] : lostLinks(scope, lost.simulated, isOurs),
    }),
  };
}

/** The targets of all jobs that belong to what is asked about, in the order in which all targets are listed. */
export function targetsWhere(scope: Scope, keep: (raw: RawTarget, simulated: SimulatedJob) => boolean): Target[] {
  const { simulation, assumedInstance } = scope.context;
  return assumedInstance ? [] : sortedTargets(simulation.jobs, keep);
}

/** The targets of these jobs, in the order in which all targets are listed. */
export function sortedTargets<J extends SimulatedJob | SimulatedDirectJob>(
  jobs: readonly J[],
  keep: (raw: RawTarget, simulated: J) => boolean = () => true,
): Target[] {
  return jobs
    .flatMap((simulated) => {
      const found = simulated.targets.found.filter(({ raw }) => keep(raw, simulated));
      return found.length === 0 ? [] : targetsOfJob({ ...simulated, targets: { ...simulated.targets, found } } as J);
    })
    .sort((a, b) => compare(a.prometheus, b.prometheus) || compare(a.job, b.job));
}

/** Where the chain stops on the way to what is asked about, which may be one of many things that a monitor selects. */
function stopFor(best: Judgement | undefined, isOurs: (raw: RawTarget) => boolean): Stop {
  if (best === undefined) {
    return { link: 'L4', unknown: true, because: noPrometheus('it'), places: [] };
  }
  const { stop, jobs } = best;
  if (stop !== undefined && LINKS.indexOf(stop.link) < LINKS.indexOf('L8')) {
    return stop;
  }
  const lost = jobs.flatMap(({ simulated }) => simulated.targets.lost.filter(({ raw }) => isOurs(raw)));
  const unknown = lost.some((one) => one.unknown);
  const places = stop?.places ?? [];
  if (lost.length === 0) {
    return { link: 'L8', unknown: false, because: 'it finds no endpoints there', places };
  }
  return stop !== undefined && stop.unknown === unknown
    ? { ...stop, link: 'L9' }
    : {
        link: 'L9',
        unknown,
        because: unknown ? 'what it keeps depends on what these objects do not tell' : 'it drops all endpoints',
        places,
      };
}

function losesOurs({ targets }: SimulatedJob, isOurs: (raw: RawTarget) => boolean): boolean {
  return targets.lost.some(({ raw }) => isOurs(raw));
}

function targetsAt({ jobs }: Judgement, isOurs: (raw: RawTarget) => boolean): number {
  return jobs.reduce((sum, { simulated }) => sum + simulated.targets.found.filter(({ raw }) => isOurs(raw)).length, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
