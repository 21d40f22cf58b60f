import { findBreak } from '../simulator/chain/find-break';
import type { JobBreak } from '../simulator/chain/job-break';
import type { SourcedObject } from '../simulator/kube-object';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import type { MonitorOutcome } from '../simulator/operator/select-monitors';
import type { SimulatedJob, Simulation } from '../simulator/simulation';
import type { JobTargets } from '../simulator/targets/job-targets';
import type { Absence } from './absence';
import type { BrokenEndpoint, CheckContext } from './check-context';
import type { PreparedObjects } from './prepare-objects';

/** Sorts out what all checks ask for. */
export function makeContext(
  simulation: Simulation,
  prepared: PreparedObjects,
  absence: Absence,
  assumedInstance: boolean,
): CheckContext {
  const taken = new Map<SourcedObject, readonly MonitorOutcome[]>();
  const untaken = new Map<SourcedObject, readonly MonitorOutcome[]>();
  const working = simulation.instances.filter(({ state }) => state === 'managed');
  for (const monitor of working.length === 0 ? [] : simulation.monitors) {
    const outcomes = simulation.outcomesOf(monitor);
    const at = outcomes.filter(({ state }) => state === 'selected');
    if (at.length > 0) {
      taken.set(monitor, at);
    } else {
      untaken.set(monitor, outcomes);
    }
  }
  let broken: readonly BrokenEndpoint[] | undefined;
  return {
    simulation,
    prepared,
    absence,
    assumedInstance,
    taken,
    untaken,
    working,
    get broken() {
      broken ??= brokenEndpoints(simulation);
      return broken;
    },
  };
}

/** Jobs of one endpoint that share their targets share their break. */
function brokenEndpoints(simulation: Simulation): BrokenEndpoint[] {
  const groups = new Map<JobTargets, SimulatedJob[]>();
  for (const simulated of simulation.jobs) {
    if (simulated.targets.found.length === 0) {
      const group = groups.get(simulated.targets);
      if (group === undefined) {
        groups.set(simulated.targets, [simulated]);
      } else {
        group.push(simulated);
      }
    }
  }
  return [...groups.values()].map((jobs) => {
    const [{ job }] = jobs;
    return {
      monitor: job.monitor,
      endpoint: job.endpoint,
      field: endpointsOf(job.monitor)[job.endpoint].field,
      cause: findBreak(simulation, jobs[0]) as JobBreak,
      jobs,
    };
  });
}
