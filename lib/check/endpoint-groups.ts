import type { WantedPort } from '../simulator/chain/job-break';
import { wantedPort } from '../simulator/chain/wanted-port';
import type { SourcedObject } from '../simulator/kube-object';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import type { SimulatedJob } from '../simulator/simulation';
import type { JobTargets } from '../simulator/targets/job-targets';
import { meantTargets } from '../simulator/targets/meant-targets';
import type { CheckContext } from './check-context';
import { memoByContext } from './memo-by-context';

/** An endpoint of a monitor, and the jobs at all instances that find the same with it. */
export interface EndpointGroup {
  readonly monitor: SourcedObject;
  /** Index of the endpoint. */
  readonly endpoint: number;
  /** Path of the endpoint, such as `spec.endpoints[0]`. */
  readonly field: string;
  /** The endpoint as it is written. */
  readonly spec: any;
  /** The port that it asks for. */
  readonly wanted: WantedPort | undefined;
  /** Without those that the monitor takes by the way: see `meantTargets`. */
  readonly targets: JobTargets;
  readonly jobs: readonly SimulatedJob[];
}

/**
 * The endpoints of all monitors that some instance takes. Work is done once for all instances that ask the same, so that
 * it does not grow with their number.
 */
export const endpointGroups = memoByContext(({ simulation }): readonly EndpointGroup[] => group(simulation.jobs));

/** Those of which some target is scraped. */
export function liveEndpoints(context: CheckContext): readonly EndpointGroup[] {
  return endpointGroups(context).filter(({ targets }) => targets.found.length > 0);
}

function group(simulated: readonly SimulatedJob[]): EndpointGroup[] {
  const byTargets = new Map<JobTargets, SimulatedJob[]>();
  for (const one of simulated) {
    const jobs = byTargets.get(one.targets);
    if (jobs === undefined) {
      byTargets.set(one.targets, [one]);
    } else {
      jobs.push(one);
    }
  }
  return [...byTargets].map(([all, jobs]) => {
    const { monitor, endpoint } = jobs[0].job;
    const { field, endpoint: spec } = endpointsOf(monitor)[endpoint];
    const targets = meantTargets(all, monitor.object.spec?.selector);
    return { monitor, endpoint, field, spec, wanted: wantedPort(monitor, endpoint), targets, jobs };
  });
}
