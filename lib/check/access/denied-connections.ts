import type { Connection, Verdict } from '../../simulator/access/network/judge-connection';
import type { Direction } from '../../simulator/access/network/network-policy';
import type { RawTarget, VirtualPod } from '../../simulator/discovery/raw-target';
import type { SourcedObject } from '../../simulator/kube-object';
import { isAssumed } from '../../simulator/operator/assumed-instance';
import type { Instance } from '../../simulator/operator/instance';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { CheckContext } from '../check-context';
import { liveEndpoints } from '../endpoint-groups';
import { memoByContext } from '../memo-by-context';

/** A scrape that policies do not allow. */
export interface DeniedScrape {
  readonly connection: Connection;
  readonly verdict: Verdict;
  readonly instance: Instance;
  readonly monitor: SourcedObject;
  readonly raw: RawTarget;
}

/** The pods of instances. */
export const podsOfInstances = memoByContext(({ simulation }): ReadonlyMap<SourcedObject, VirtualPod> => {
  const instances = simulation.instances.filter(({ object }) => !isAssumed(object));
  const objects = new Set(instances.map(({ object }) => object));
  return new Map(
    simulation.discovery.pods.all.flatMap((pod) => (objects.has(pod.workload) ? [[pod.workload, pod] as const] : [])),
  );
});

/** Scrapes that provably come to nothing at one of their ends, each pod and port once for each instance and monitor. */
export function* deniedScrapes(context: CheckContext, direction: Direction): Iterable<DeniedScrape> {
  const { network } = context.simulation;
  const pods = podsOfInstances(context);
  const verdicts = new Map<VirtualPod, Map<string, { connection: Connection; verdict: Verdict }>>();
  const kept = new Set(
    [...pods].filter(([, pod]) => direction === 'ingress' || network.isolates(pod, direction)).map(([object]) => object),
  );
  for (const { monitor, spec, targets, jobs } of kept.size === 0 ? [] : liveEndpoints(context)) {
    const instances = jobs.map(({ job }) => job.instance).filter(({ object }) => kept.has(object));
    if (instances.length === 0 || usesProxy(spec)) {
      continue;
    }
    for (const found of targets.found) {
      const { pod } = found.raw;
      const port = scrapedPort(found);
      if (pod === undefined || port === undefined || (direction === 'ingress' && !network.isolates(pod, direction))) {
        continue;
      }
      const known = verdicts.get(pod) ?? new Map<string, { connection: Connection; verdict: Verdict }>();
      verdicts.set(pod, known);
      for (const instance of instances) {
        const from = pods.get(instance.object) as VirtualPod;
        const key = `${port} ${instance.kind} ${instance.key}`;
        let judged = known.get(key);
        if (judged === undefined) {
          const connection = { from: network.partyOf(from), to: network.partyOf(pod), port };
          judged = { connection, verdict: network.judge(connection, direction) };
          known.set(key, judged);
        }
        if (judged.verdict.allowed === 'no' && !isAlone(instance, pod)) {
          yield { ...judged, instance, monitor, raw: found.raw };
        }
      }
    }
  }
}

/** Through a proxy another pod calls the target. */
function usesProxy(spec: any): boolean {
  return (spec?.proxyUrl ?? '') !== '' || spec?.proxyFromEnvironment === true;
}

/** The port at which a pod is called; `undefined` where relabeling leads elsewhere, or nobody knows it. */
function scrapedPort({ raw, scraped }: FoundTarget): number | undefined {
  return scraped.address === raw.labels.__address__ ? raw.port : undefined;
}

/** Whether it is an instance that scrapes itself, which nothing prevents. */
function isAlone({ object, settings }: Instance, pod: VirtualPod): boolean {
  const { replicas = 1 } = object.object.spec ?? {};
  return pod.workload === object && replicas <= 1 && settings.shards === 1;
}
