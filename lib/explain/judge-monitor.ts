import { type DirectBreak, findDirectBreak } from '../simulator/chain/direct-break';
import type { JobBreak } from '../simulator/chain/job-break';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import type { Instance } from '../simulator/operator/instance';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import { watchesMonitors } from '../simulator/operator/operator-settings';
import { counts, joinPath, nameOf, namespaceOf } from '../simulator/operator/problem';
import type { MonitorOutcome } from '../simulator/operator/select-monitors';
import type { SimulatedDirectJob, SimulatedJob } from '../simulator/simulation';
import { breakLink, isUnknown, placesOf, whyBroken } from './describe-break';
import { whyNotManaged } from './describe-instance';
import { directBreakLink, isDirectUnknown, placesOfDirect, whyDirectlyBroken } from './direct-links';
import type { Place, Scope } from './scope';
import { namespacesText } from './texts';

/** The links of the chain. */
export const LINKS = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10'] as const;

/** A link of the chain, by its place in it. */
export type LinkName = (typeof LINKS)[number];

/** An endpoint of a monitor at an instance. */
export interface JudgedJob {
  readonly simulated: SimulatedJob;
  /** Where its chain breaks; `undefined` where it has a target. */
  readonly cause: JobBreak | undefined;
}

/** How far the chain of a monitor goes at one instance. */
export interface Judgement {
  readonly monitor: SourcedObject;
  readonly instance: Instance;
  /** What the Operator makes of it; `undefined` where the instance takes no monitors. */
  readonly outcome: MonitorOutcome | undefined;
  /** The jobs that come, or would come, of it. */
  readonly jobs: readonly JudgedJob[];
  /** The job that comes, or would come, of a Probe or ScrapeConfig. */
  readonly direct: SimulatedDirectJob | undefined;
  /** How many targets come of it for sure. */
  readonly targets: number;
  /** The first link that does not hold, or that nobody knows; `undefined` where there are targets. */
  readonly stop: Stop | undefined;
}

/** Where a chain stops. */
export interface Stop {
  readonly link: LinkName;
  readonly unknown: boolean;
  /** The reason as a part of a sentence, without the name of the instance. */
  readonly because: string;
  /** Where the fault may be found, the likeliest place first. */
  readonly places: readonly Place[];
}

/** How far the chain of a monitor goes, at each instance; reads what the simulation found, and decides nothing anew. */
export function judgeMonitor(scope: Scope, monitor: SourcedObject): readonly Judgement[] {
  const { simulation } = scope.context;
  const outcomes = new Map(simulation.outcomesOf(monitor).map((outcome) => [outcome.instance, outcome]));
  const jobs = new Map<Instance, SimulatedJob[]>();
  for (const simulated of simulation.jobsOfMonitor(monitor)) {
    const { instance } = simulated.job;
    jobs.set(instance, [...(jobs.get(instance) ?? []), simulated]);
  }
  return scope.instances.map((instance) => judge(scope, monitor, instance, outcomes.get(instance), jobs.get(instance)));
}

/** The judgement that comes furthest: one with targets, else one where nobody knows, else the one that breaks last. */
export function furthest(judgements: readonly Judgement[]): Judgement | undefined {
  return [...judgements].sort((a, b) => rankOf(b) - rankOf(a))[0];
}

/** Higher for a chain that comes further. */
export function rankOf({ stop }: Judgement): number {
  return stop === undefined ? 200 : LINKS.indexOf(stop.link) + (stop.unknown ? 100 : 0);
}

/** Whether the instance turns the monitor into jobs for sure. */
export function isTaken({ outcome }: Judgement): boolean {
  return outcome?.state === 'selected';
}

function judge(
  scope: Scope,
  monitor: SourcedObject,
  instance: Instance,
  outcome: MonitorOutcome | undefined,
  taken: readonly SimulatedJob[] | undefined,
): Judgement {
  const undecided = outcome?.state === 'undecided';
  const jobs = (undecided ? scope.context.simulation.jobsOf(outcome) : (taken ?? [])).map((simulated) => ({
    simulated,
    cause: scope.causeOf(simulated),
  }));
  const selected = undecided || outcome?.state === 'selected';
  const direct = selected ? scope.context.simulation.directJobOf(outcome) : undefined;
  const found = [...jobs.map(({ simulated }) => simulated.targets), ...(direct === undefined ? [] : [direct.targets])];
  const targets = undecided || isAssumed(instance.object) ? 0 : found.reduce((sum, one) => sum + one.found.length, 0);
  const stop = targets > 0 ? undefined : stopOf(scope, monitor, instance, outcome, jobs, direct);
  return { monitor, instance, outcome, jobs, direct, targets, stop };
}

function stopOf(
  scope: Scope,
  monitor: SourcedObject,
  instance: Instance,
  outcome: MonitorOutcome | undefined,
  jobs: readonly JudgedJob[],
  direct: SimulatedDirectJob | undefined,
): Stop {
  const namespace = namespaceOf(monitor.object);
  const unwatched: Stop = {
    link: 'L2',
    unknown: false,
    because: `the Operator does not watch ${namespacesText([namespace])}`,
    places: [{ object: monitor, field: 'metadata.namespace' }],
  };
  if (outcome === undefined) {
    const { operator } = instance;
    return operator !== undefined && !watchesMonitors(operator, namespace)
      ? unwatched
      : { link: 'L3', unknown: false, because: whyNotManaged(instance), places: instance.problems };
  }
  switch (outcome.state) {
    case 'unseen':
      return unwatched;
    case 'unselected':
      return { link: 'L4', unknown: false, because: whyUnselected(outcome), places: missedPlaces(outcome) };
    case 'rejected':
      return {
        link: 'L5',
        unknown: false,
        because: `the Operator rejects the monitor for ${rejectingFields(scope, outcome).join(' and ')}`,
        places: rejectionsOf(scope, outcome),
      };
    default:
      return stopOfJobs(scope, monitor, instance, outcome, jobs, direct);
  }
}

function stopOfJobs(
  scope: Scope,
  monitor: SourcedObject,
  instance: Instance,
  outcome: MonitorOutcome,
  jobs: readonly JudgedJob[],
  direct: SimulatedDirectJob | undefined,
): Stop {
  const broken = jobs.filter(({ cause }) => cause !== undefined);
  // Where no job would have a target, the labels of the namespace decide nothing.
  const works = broken.length < jobs.length || (direct?.targets.found.length ?? 0) > 0;
  if (outcome.state === 'undecided' && works) {
    return {
      link: 'L4',
      unknown: scope.context.absence !== 'complete',
      because: `the labels of ${namespacesText([namespaceOf(monitor.object)])} decide whether a Prometheus takes it, and they are not among these objects`,
      places: missedPlaces(outcome),
    };
  }
  if (isAssumed(instance.object) && works) {
    return { link: 'L4', unknown: true, because: noPrometheus('it'), places: [] };
  }
  if (direct !== undefined) {
    const cause = findDirectBreak(scope.context.simulation, direct) as DirectBreak;
    return {
      link: directBreakLink(cause),
      unknown: isDirectUnknown(scope, cause),
      because: whyDirectlyBroken(cause, direct.job),
      places: placesOfDirect(cause, direct.job),
    };
  }
  if (jobs.length === 0) {
    const because =
      endpointsOf(monitor).length === 0
        ? 'it has no endpoint'
        : `a PrometheusAgent with one pod on each node makes no jobs of ${monitor.object.kind}s`;
    return { link: 'L5', unknown: false, because, places: [{ object: monitor, field: 'spec.endpoints' }] };
  }
  const worth = broken.find(({ cause }) => isUnknown(scope, cause as JobBreak)) ?? broken[0];
  const cause = worth.cause as JobBreak;
  return {
    link: breakLink(cause),
    unknown: isUnknown(scope, cause),
    because: whyBroken(cause, worth.simulated),
    places: placesOf(cause, worth.simulated),
  };
}

/** What to say where the Prometheus that takes something is somewhere else. */
export function noPrometheus(what: string): string {
  return `there is no Prometheus among these objects, so nobody can tell which one takes ${what}`;
}

/** How to name the Prometheus that is somewhere else. */
export const NAME_PROMETHEUS =
  'add the Prometheus object, or name its release of kube-prometheus-stack with --stack RELEASE/NAMESPACE';

function whyUnselected({ monitor, misses }: MonitorOutcome): string {
  const [miss] = misses;
  return miss.link === 'labels'
    ? miss.failed === undefined
      ? `no Prometheus takes any ${monitor.object.kind}`
      : `no Prometheus selects the labels of ${nameOf(monitor)}`
    : `no Prometheus looks for a ${monitor.object.kind} in ${namespacesText([namespaceOf(monitor.object)])}`;
}

/** The labels of a monitor, or its namespace, that a Prometheus does not take. */
export function missedPlaces({ monitor, misses }: MonitorOutcome): Place[] {
  return misses.map(({ link, failed }) => ({
    object: monitor,
    field:
      link === 'namespace'
        ? 'metadata.namespace'
        : failed === undefined
          ? 'metadata.labels'
          : joinPath('metadata.labels', failed.requirement.key),
  }));
}

/** Fields for which a monitor is rejected. */
function rejectingFields(scope: Scope, outcome: MonitorOutcome): string[] {
  return [...new Set(rejectionsOf(scope, outcome).map(({ field }) => field))].slice(0, 3);
}

/** The problems that reject a monitor. */
export function rejectionsOf(scope: Scope, { problems }: MonitorOutcome): MonitorOutcome['problems'] {
  return problems.filter(({ certainty }) => counts(certainty, scope.context.simulation.extent));
}
