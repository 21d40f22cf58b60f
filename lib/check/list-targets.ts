import type { NamedObject, Target, TargetList, UnknownTarget } from '../report/target-list';
import type { SourcedObject } from '../simulator/kube-object';
import { selectionProblems } from '../simulator/operator/describe-selection';
import type { Instance } from '../simulator/operator/instance';
import { nameOf } from '../simulator/operator/problem';
import type { SimulatedJob } from '../simulator/simulation';
import type { FoundTarget } from '../simulator/targets/job-targets';
import type { CheckContext } from './check-context';
import { monitorProblems } from './monitor/monitor-problems';
import { referenceTo } from './to-finding';

const VERSION = 1;

/** All targets, and what is not known. */
export function listTargets(context: CheckContext): TargetList {
  return { version: VERSION, targets: targetsIn(context), unknown: unknownIn(context) };
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

const WITHOUT_CHANGE = {
  unseen: 'no Operator among these objects takes care of it',
  paused: 'it is paused, so it scrapes what it scraped before',
  frozen: 'the Operator fails on it, so until that is mended it scrapes what it scraped before',
  unmanaged: 'the Operator leaves its configuration to people, and that is not among these objects',
};

/** Instances that no change reaches: what they scrape is what they scraped before, and nobody can tell that from here. */
function instancesWithoutChange(context: CheckContext): UnknownTarget[] {
  const refused = new Map<Instance, SourcedObject>();
  for (const { problem, instances } of monitorProblems(context).poisons) {
    for (const instance of instances) {
      refused.set(instance, refused.get(instance) ?? problem.object);
    }
  }
  return context.simulation.instances.flatMap((instance) => {
    const object = referenceTo(instance.object.object);
    const culprit = refused.get(instance);
    if (culprit !== undefined) {
      const reason = `it refuses its configuration for ${nameOf(culprit)}, so until that is mended it scrapes what it scraped before`;
      return [{ object, link: 'L6', reason }];
    }
    return instance.state === 'managed' ? [] : [{ object, link: 'L3', reason: WITHOUT_CHANGE[instance.state] }];
  });
}

function unknownIn(context: CheckContext): UnknownTarget[] {
  const { simulation, assumedInstance, broken, untaken } = context;
  const unknown: UnknownTarget[] = [];
  if (assumedInstance) {
    for (const monitor of simulation.monitors) {
      unknown.push({
        object: referenceTo(monitor.object),
        link: 'L4',
        reason: 'there is no Prometheus among these objects, so nobody can tell which one takes it',
      });
    }
    return unknown;
  }
  for (const [monitor, outcomes] of untaken) {
    const undecided = outcomes.filter(({ state }) => state === 'undecided');
    if (undecided.length > 0) {
      const [problem] = selectionProblems(undecided[0]);
      unknown.push({ object: referenceTo(monitor.object), link: 'L4', reason: problem?.message ?? '' });
    }
  }
  for (const { monitor, cause, field } of broken) {
    const object = referenceTo(monitor.object);
    if (cause.reason === 'not shown') {
      const where = cause.namespaces.map((namespace) => `"${namespace}"`).join(', ');
      unknown.push({
        object,
        link: 'L7',
        reason: `what runs in namespace ${where} is not among these objects`,
      });
    } else if (cause.reason === 'not known') {
      const [lost] = cause.lost;
      const what = lost.raw.service === undefined ? 'a pod' : nameOf(lost.raw.service);
      unknown.push({
        object,
        link: 'L9',
        reason: `${field}: whether ${what} is kept depends on labels or ports of pods and nodes that are not among these objects`,
      });
    }
  }
  unknown.push(...instancesWithoutChange(context));
  const seen = new Set<string>();
  return unknown
    .filter((one) => {
      const key = JSON.stringify(one);
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
