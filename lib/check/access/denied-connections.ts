import type { Connection, Verdict } from '../../simulator/access/network/judge-connection';
import type { Network } from '../../simulator/access/network/network';
import type { Direction } from '../../simulator/access/network/network-policy';
import type { RawTarget, VirtualPod } from '../../simulator/discovery/raw-target';
import type { SourcedObject } from '../../simulator/kube-object';
import { isAssumed } from '../../simulator/operator/assumed-instance';
import type { Instance } from '../../simulator/operator/instance';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { CheckContext } from '../check-context';
import { liveEndpoints } from '../endpoint-groups';
import { memoByContext } from '../memo-by-context';

/** A connection that policies do not allow. */
export interface DeniedCall {
  readonly connection: Connection;
  readonly verdict: Verdict;
  readonly instance: Instance;
  /** The monitor that asks for a scrape; `undefined` where alerts are sent. */
  readonly monitor: SourcedObject | undefined;
  /** The Service before what is called. */
  readonly service: SourcedObject | undefined;
}

/** The pods of instances. */
export const podsOfInstances = memoByContext(({ simulation }): ReadonlyMap<SourcedObject, VirtualPod> => {
  const instances = simulation.instances.filter(({ object }) => !isAssumed(object));
  const objects = new Set(instances.map(({ object }) => object));
  return new Map(
    simulation.discovery.pods.all.flatMap((pod) => (objects.has(pod.workload) ? [[pod.workload, pod] as const] : [])),
  );
});

/** Calls of instances that provably come to nothing at one of their ends. */
export function* deniedCalls(context: CheckContext, direction: Direction): Iterable<DeniedCall> {
  const judge = new Judge(context, direction);
  if (judge.instances.size === 0) {
    return;
  }
  for (const { monitor, spec, targets, jobs } of liveEndpoints(context)) {
    const instances = jobs.map(({ job }) => job.instance).filter(({ object }) => judge.instances.has(object));
    if (instances.length === 0 || usesProxy(spec)) {
      continue;
    }
    for (const found of targets.found) {
      const port = scrapedPort(found);
      if (port !== undefined) {
        yield* judge.denied(found.raw, port, instances, monitor);
      }
    }
  }
  for (const instance of context.simulation.instances.filter(({ object }) => judge.instances.has(object))) {
    for (const raw of alertmanagersOf(instance, context)) {
      if (raw.port !== undefined) {
        yield* judge.denied(raw, raw.port, [instance], undefined);
      }
    }
  }
}

/** The scrapes among them at both ends, by monitor. */
export const deniedByMonitor = memoByContext(
  (context): ReadonlyMap<SourcedObject, readonly (DeniedCall & { readonly direction: Direction })[]> => {
    const denied = new Map<SourcedObject, (DeniedCall & { readonly direction: Direction })[]>();
    for (const direction of ['egress', 'ingress'] as const) {
      for (const call of deniedCalls(context, direction)) {
        if (call.monitor !== undefined) {
          const calls = denied.get(call.monitor) ?? [];
          denied.set(call.monitor, calls);
          calls.push({ ...call, direction });
        }
      }
    }
    return denied;
  },
);

/** Judges calls at one of their ends, each once. */
class Judge {
  /** Those whose calls may come to nothing. */
  public readonly instances: ReadonlySet<SourcedObject>;

  private readonly network: Network;
  private readonly pods: ReadonlyMap<SourcedObject, VirtualPod>;
  private readonly known = new Map<VirtualPod, Map<string, { connection: Connection; verdict: Verdict }>>();

  constructor(
    context: CheckContext,
    private readonly direction: Direction,
  ) {
    this.network = context.simulation.network;
    this.pods = podsOfInstances(context);
    const isolated = [...this.pods].filter(
      ([, pod]) => direction === 'ingress' || this.network.isolates(pod, direction),
    );
    this.instances = new Set(isolated.map(([object]) => object));
  }

  public *denied(
    { pod, service }: RawTarget,
    port: number,
    instances: readonly Instance[],
    monitor: SourcedObject | undefined,
  ): Iterable<DeniedCall> {
    if (pod === undefined || (this.direction === 'ingress' && !this.network.isolates(pod, this.direction))) {
      return;
    }
    for (const instance of instances) {
      const judged = this.judge(instance, pod, port);
      if (judged.verdict.allowed === 'no' && !isAlone(instance, pod)) {
        yield { ...judged, instance, monitor, service };
      }
    }
  }

  private judge(instance: Instance, pod: VirtualPod, port: number): { connection: Connection; verdict: Verdict } {
    const known = this.known.get(pod) ?? new Map<string, { connection: Connection; verdict: Verdict }>();
    this.known.set(pod, known);
    const key = `${port} ${instance.kind} ${instance.key}`;
    let judged = known.get(key);
    if (judged === undefined) {
      const from = this.pods.get(instance.object) as VirtualPod;
      const connection = { from: this.network.partyOf(from), to: this.network.partyOf(pod), port };
      judged = { connection, verdict: this.network.judge(connection, this.direction) };
      known.set(key, judged);
    }
    return judged;
  }
}

/** The ports of Alertmanagers that an instance sends alerts to. */
function alertmanagersOf({ object }: Instance, { simulation: { discovery } }: CheckContext): readonly RawTarget[] {
  const { metadata, spec } = object.object;
  const given: any = spec?.alerting?.alertmanagers;
  return (Array.isArray(given) ? given : []).flatMap((one) => {
    const namespace = one?.namespace ?? metadata.namespace;
    const service = discovery.services.in(namespace).find((other) => other.object.metadata.name === one?.name);
    const targets = service === undefined ? [] : discovery.endpoints('endpoints').targetsOf(service);
    return targets.filter(
      ({ labels, port }) => labels.__meta_kubernetes_endpoint_port_name === String(one?.port) || port === one?.port,
    );
  });
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
