import type { NamedObject, Target, TargetList } from '../report/target-list';
import type { SourcedObject } from '../simulator/kube-object';
import type { SimulatedJob } from '../simulator/simulation';
import type { FoundTarget } from '../simulator/targets/job-targets';
import type { CheckContext } from './check-context';
import { unknownTargets } from './unknown-targets';

const VERSION = 1;

/** All targets, and what is not known. */
export function listTargets(context: CheckContext): TargetList {
  return { version: VERSION, targets: targetsIn(context), unknown: unknownTargets(context) };
}

/** How many targets there are. */
export function countTargets({ simulation, assumedInstance }: CheckContext): number {
  return assumedInstance ? 0 : simulation.jobs.reduce((sum, { targets }) => sum + targets.found.length, 0);
}

function targetsIn({ simulation, assumedInstance }: CheckContext): Target[] {
  if (assumedInstance) {
    return [];
  }
  const targets: Target[] = [];
  // Jobs have different names within an instance, so only jobs are to be sorted, and they are nearly.
  for (const simulated of [...simulation.jobs].sort(byJob)) {
    for (const target of targetsOfJob(simulated)) {
      targets.push(target);
    }
  }
  return targets;
}

function byJob(a: SimulatedJob, b: SimulatedJob): number {
  return compare(a.job.prometheus, b.job.prometheus) || compare(a.job.name, b.job.name);
}

/** The targets of one job, in order. */
export function targetsOfJob({ job, targets }: SimulatedJob): Target[] {
  const monitor = named(job.monitor);
  const list = targets.found.map((found) => toTarget(job, monitor, found));
  return list.length < 2 ? list : list.sort(byTarget);
}

function toTarget(
  { prometheus, name, endpoint, instance }: SimulatedJob['job'],
  monitor: NamedObject,
  { raw, scraped }: FoundTarget,
): Target {
  return {
    prometheus,
    job: name,
    monitor,
    endpoint,
    namespace: raw.namespace,
    service: raw.service?.object.metadata.name ?? null,
    workload: raw.pod === undefined ? null : named(raw.pod.workload),
    assumed: raw.assumed,
    container: raw.container ?? null,
    port: raw.port ?? null,
    scheme: scraped.scheme,
    path: scraped.metricsPath,
    labels: scraped.labels,
    params: scraped.params,
    interval: scraped.scrapeInterval,
    timeout: scraped.scrapeTimeout,
    shards: instance.settings.shards,
  };
}

const names = new WeakMap<SourcedObject, NamedObject>();

/** The same object each time: there may be hundreds of thousands of targets. */
function named(sourced: SourcedObject): NamedObject {
  let name = names.get(sourced);
  if (name === undefined) {
    const { kind, metadata } = sourced.object;
    name = { kind, namespace: metadata.namespace as string, name: metadata.name };
    names.set(sourced, name);
  }
  return name;
}

function byTarget(a: Target, b: Target): number {
  return (
    compare(a.namespace, b.namespace) ||
    compare(a.service ?? '', b.service ?? '') ||
    compare(a.workload?.kind ?? '', b.workload?.kind ?? '') ||
    compare(a.workload?.name ?? '', b.workload?.name ?? '') ||
    compare(a.container ?? '', b.container ?? '') ||
    (a.port ?? 0) - (b.port ?? 0) ||
    compare(JSON.stringify(a.labels), JSON.stringify(b.labels))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
