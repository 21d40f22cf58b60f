import { type DirectBreak, findDirectBreak } from '../simulator/chain/direct-break';
import type { SourcedObject } from '../simulator/kube-object';
import type { SimulatedDirectJob } from '../simulator/simulation';
import type { DirectTargets } from '../simulator/targets/direct-targets';
import { memoByContext } from './memo-by-context';
import { monitorProblems } from './monitor/monitor-problems';

/** A Probe or ScrapeConfig, and its jobs at all instances that find the same. */
export interface DirectGroup {
  readonly monitor: SourcedObject;
  readonly targets: DirectTargets;
  /** `undefined` where it has a target. */
  readonly cause: DirectBreak | undefined;
  readonly jobs: readonly SimulatedDirectJob[];
}

/**
 * The Probes and ScrapeConfigs that some instance takes, but for those that Prometheus refuses its configuration for. Work
 * is done once for all instances that ask the same.
 */
export const directGroups = memoByContext((context): readonly DirectGroup[] => {
  const { simulation } = context;
  const byTargets = new Map<DirectTargets, SimulatedDirectJob[]>();
  for (const one of simulation.directJobs) {
    const jobs = byTargets.get(one.targets) ?? [];
    byTargets.set(one.targets, jobs);
    jobs.push(one);
  }
  const poisonous = new Set(
    byTargets.size === 0 ? [] : monitorProblems(context).poisons.map(({ problem }) => problem.object),
  );
  return [...byTargets]
    .filter(([, [{ job }]]) => !poisonous.has(job.monitor))
    .map(([targets, jobs]) => ({
      monitor: jobs[0].job.monitor,
      targets,
      cause: findDirectBreak(simulation, jobs[0]),
      jobs,
    }));
});
