import { findBreak } from '../simulator/chain/find-break';
import type { JobBreak } from '../simulator/chain/job-break';
import type { SourcedObject } from '../simulator/kube-object';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import type { MonitorOutcome } from '../simulator/operator/select-monitors';
import type { SimulatedJob, Simulation } from '../simulator/simulation';
import type { JobTargets } from '../simulator/targets/job-targets';
import type { Absence } from './absence';
import type { BrokenEndpoint, CheckContext } from './check-context';
import { monitorProblems } from './monitor/monitor-problems';
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
  const context: CheckContext = {
    simulation,
    prepared,
    absence,
    assumedInstance,
    taken,
    untaken,
    working,
    get broken() {
      broken ??= withoutPoisonous(context, brokenEndpoints(simulation));
      return broken;
    },
  };
  return context;
}

/** That Prometheus refuses what comes of an endpoint is found first; that it then finds nothing is no news. */
function withoutPoisonous(context: CheckContext, endpoints: readonly BrokenEndpoint[]): readonly BrokenEndpoint[] {
  const poisons = endpoints.length === 0 ? [] : monitorProblems(context).poisons;
  if (poisons.length === 0) {
    return endpoints;
  }
  const fields = new Map<SourcedObject, string[]>();
  for (const { problem } of poisons) {
    fields.set(problem.object, [...(fields.get(problem.object) ?? []), problem.field]);
  }
  return endpoints.filter(
    ({ monitor, field }) => !fields.get(monitor)?.some((poisoned) => poisoned.startsWith(`${field}.`)),
  );
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
