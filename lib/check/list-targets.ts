import type { NamedObject, Target, TargetList } from '../report/target-list';
import type { SourcedObject } from '../simulator/kube-object';
import type { SimulatedDirectJob, SimulatedJob } from '../simulator/simulation';
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
  return assumedInstance ? 0 : simulation.jobs.reduce(countFound, 0) + simulation.directJobs.reduce(countFound, 0);
}

function countFound(sum: number, { targets }: Pick<AnyJob, 'targets'>): number {
  return sum + targets.found.length;
}

/** A job of any kind. */
type AnyJob = SimulatedJob | SimulatedDirectJob;

function targetsIn({ simulation, assumedInstance }: CheckContext): Target[] {
  if (assumedInstance) {
    return [];
  }
  const targets: Target[] = [];
  // Jobs have different names within an instance, so only jobs are to be sorted, and they are nearly.
  const jobs: AnyJob[] = [...simulation.jobs, ...simulation.directJobs];
  for (const simulated of jobs.sort(byJob)) {
    for (const target of targetsOfJob(simulated)) {
      targets.push(target);
    }
  }
  return targets;
}

function byJob(a: AnyJob, b: AnyJob): number {
  return compare(a.job.prometheus, b.job.prometheus) || compare(a.job.name, b.job.name);
}

/** The targets of one job, in order. */
export function targetsOfJob({ job, targets }: AnyJob): Target[] {
  const monitor = named(job.monitor);
  const list = targets.found.map((found) => toTarget(job, monitor, found));
  return list.length < 2 ? list : list.sort(byTarget);
}

function toTarget(job: AnyJob['job'], monitor: NamedObject, { raw, scraped }: FoundTarget): Target {
  // Of pods and Services only the cluster has the addresses.
  const isDirect = raw.via === 'address';
  return {
    prometheus: job.prometheus,
    job: job.name,
    monitor,
    endpoint: 'endpoint' in job ? job.endpoint : 0,
    namespace: raw.namespace,
    service: raw.service?.object.metadata.name ?? null,
    workload: raw.pod === undefined ? null : named(raw.pod.workload),
    assumed: raw.assumed,
    container: raw.container ?? null,
    port: raw.port ?? portOf(scraped.address, isDirect) ?? null,
    scheme: scraped.scheme,
    path: scraped.metricsPath,
    labels: scraped.labels,
    params: scraped.params,
    interval: scraped.scrapeInterval,
    timeout: scraped.scrapeTimeout,
    shards: job.instance.settings.shards,
    ...(isDirect ? { address: scraped.address } : {}),
  };
}

/** The port of an address that is known. */
function portOf(address: string, isKnown: boolean): number | undefined {
  const [, port] = (isKnown && /:(\d{1,5})$/.exec(address)) || [];
  return port === undefined || /^[^[]*:.*:/.test(address) ? undefined : Number(port);
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
    compare(a.address ?? '', b.address ?? '') ||
    compare(JSON.stringify(a.labels), JSON.stringify(b.labels))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
