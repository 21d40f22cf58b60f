import { Level } from '../../report/finding';
import type { VirtualPod } from '../../simulator/discovery/raw-target';
import { describeInstance } from '../../simulator/operator/instance';
import { nameOf } from '../../simulator/operator/problem';
import type { SimulatedJob } from '../../simulator/simulation';
import { atLeast } from '../../simulator/versions/version';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';

/**
 * A limit of targets that the replicas of the selected workloads exceed.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `AddLimitsToYAML`: the lower of the limits of monitor and
 * Prometheus counts; Prometheus v3.14 `scrape/scrape.go`, `checkTargetLimit`.
 *
 * Stays silent for what grows in the cluster: autoscalers, and DaemonSets beyond their first pod.
 */
export const targetLimit: Check = {
  id: 'monitor/target-limit',
  level: Level.WARNING,
  summary: 'there are more targets than the limit allows',
  why: 'Beyond the limit every target of the job fails, not just those that are too many.',
  *run(context) {
    yield* distinct(liveEndpoints(context).flatMap((group) => draftOf(group) ?? []));
  },
};

function draftOf(group: EndpointGroup): Draft | undefined {
  const { monitor, jobs, targets } = group;
  let count: number | undefined;
  for (const { job } of jobs) {
    const limit = limitOf(job);
    if (limit === undefined) {
      continue;
    }
    count ??= targets.found.reduce((sum, { raw }) => sum + (raw.pod === undefined ? 1 : replicasOf(raw.pod)), 0);
    const { shards } = job.instance.settings;
    if (count > limit.value * shards) {
      const instance = job.instance.object;
      return {
        object: monitor,
        field: limit.own ? 'spec.targetLimit' : group.field,
        message: `Endpoint ${group.endpoint} of ${nameOf(monitor)} has at least ${count} targets, and the limit is ${limit.value}${shards > 1 ? ` for each of ${shards} shards` : ''}${limit.own ? '' : ` (enforcedTargetLimit of ${describeInstance(instance)})`}.`,
        basis: 'present',
        fix: {
          text: limit.own
            ? `targetLimit: ${count} or more`
            : `enforcedTargetLimit: ${count} or more in ${describeInstance(instance)}; or select less.`,
        },
        ...(limit.own
          ? {}
          : { related: [{ object: instance, field: 'spec.enforcedTargetLimit', message: 'sets the limit' }] }),
      };
    }
  }
  return undefined;
}

function limitOf({ monitor, instance }: SimulatedJob['job']): { value: number; own: boolean } | undefined {
  if (instance.settings.version === undefined || !atLeast(instance.settings.version, '2.21.0')) {
    return undefined;
  }
  const own = positive(monitor.object.spec.targetLimit);
  const enforced = positive(instance.object.object.spec?.enforcedTargetLimit);
  if (own === undefined && enforced === undefined) {
    return undefined;
  }
  return own !== undefined && own <= (enforced ?? Infinity)
    ? { value: own, own: true }
    : { value: enforced as number, own: false };
}

/** No limit is written as 0. */
function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}

function replicasOf({ workload: { object } }: VirtualPod): number {
  const { replicas, parallelism } = object.spec ?? {};
  const count = object.kind === 'Job' ? parallelism : replicas;
  return typeof count === 'number' && count >= 0 ? count : 1;
}
