import { targetsOfJob } from '../check/list-targets';
import { isUnknown, nearMissText, placesOf, whyBroken } from '../explain/describe-break';
import { nearestPods } from '../explain/describe-no-targets';
import type { Scope } from '../explain/scope';
import { capitalized, sentence } from '../explain/texts';
import type { Target } from '../report/target-list';
import type { JobBreak, Selected } from '../simulator/chain/job-break';
import type { NoTargets } from '../simulator/discovery/no-targets';
import type { RawTarget, VirtualPod } from '../simulator/discovery/raw-target';
import type { SourcedObject } from '../simulator/kube-object';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import type { SimulatedJob } from '../simulator/simulation';
import type { Step } from './chain-builder';
import type { FindingLookup } from './finding-lookup';
import { addressesPart, lostTargetPart, missingPart, podsPart, servicePart, targetPart } from './parts';
import { Column, LinkStatus, type Part } from './picture';

/** How many things of one kind are drawn where a chain breaks. */
export const DRAWN = 10;

/** A way from a monitor to a target that is scraped, or would be if the monitor were taken. */
export interface FoundWay {
  readonly steps: readonly Step[];
  readonly part: Part;
  readonly target: Target;
}

/** The ways of a job to its targets. */
export function foundWays(simulated: SimulatedJob): FoundWay[] {
  return simulated.targets.found.map((found) => {
    const [target] = targetsOfJob({ ...simulated, targets: { ...simulated.targets, found: [found] } });
    const part = targetPart(target, found.raw);
    return { steps: [...partsBefore(found.raw), part].map(holds), part, target };
  });
}

/** The ways of a job that has no target, with the link at which they break. */
export class BrokenWays {
  private readonly reason: string;
  private readonly status: LinkStatus;
  private readonly finding: number | undefined;
  private readonly last: Step;

  constructor(
    private readonly scope: Scope,
    findings: FindingLookup,
    private readonly simulated: SimulatedJob,
    private readonly cause: JobBreak,
  ) {
    const { monitor, endpoint } = simulated.job;
    this.reason = sentence(capitalized(whyBroken(cause, simulated)));
    this.status = isUnknown(scope, cause) ? LinkStatus.UNKNOWN : LinkStatus.BROKEN;
    this.finding = findings.at(placesOf(cause, simulated));
    this.last = holds(lostTargetPart(monitor, endpoint, endpointsOf(monitor)[endpoint].field, this.status));
  }

  /** Each way begins behind the monitor. */
  public steps(): Step[][] {
    const { cause } = this;
    switch (cause.reason) {
      case 'other namespace':
        return this.through(cause.elsewhere);
      case 'nothing selected': {
        const near = cause.near.map(({ item }) => item);
        const pods = cause.pods.flatMap(({ services }) => services);
        const selected = near.length > 0 ? near : pods.length > 0 ? pods : cause.services;
        const hints = new Map(cause.near.map((miss) => [miss.item, nearMissText(miss)]));
        return this.through(selected.slice(0, 3), (one) => hints.get(one));
      }
      case 'port':
        return this.through(cause.services.length > 0 ? cause.services : cause.pods);
      case 'no endpoints':
        return cause.services.slice(0, DRAWN).map(({ service, why }) => this.withoutPods(service, why));
      case 'dead port':
        return cause.ports.slice(0, DRAWN).flatMap(({ service, port }) =>
          distinctPods(port.pods.map(({ pod }) => pod))
            .slice(0, DRAWN)
            .map((pods) => [holds(servicePart(service)), this.breaks(pods), this.last]),
        );
      case 'no address':
      case 'ended':
        return distinctPods(cause.pods)
          .slice(0, DRAWN)
          .map((pods) => [holds(pods), this.breaks(this.last.part)]);
      case 'relabeled':
      case 'no zone':
      case 'failed':
      case 'not known':
        return this.lost(cause.lost.map(({ raw }) => raw));
      case 'not shown':
      case 'not loadable':
      case 'forbidden':
        return [this.nowhere()];
    }
  }

  /** Ways through Services or pods to which the monitor does not lead. */
  private through(selected: readonly Selected[], hintOf: (one: Selected) => string | undefined = () => undefined) {
    if (selected.length === 0) {
      return [this.nowhere()];
    }
    return selected.slice(0, DRAWN).flatMap((one) => {
      const hint = hintOf(one);
      const reason = hint === undefined ? this.reason : `${this.reason} Nearest: ${hint}`;
      if (!('object' in one)) {
        return [[this.breaks(podsPart(one), reason), this.last]];
      }
      const first = this.breaks(servicePart(one), reason);
      const behind = podsBehind(this.scope, one);
      return behind.length === 0
        ? [[first, this.last]]
        : behind.slice(0, DRAWN).map((pods) => [first, holds(pods), this.last]);
    });
  }

  private withoutPods(service: SourcedObject, why: NoTargets | undefined): Step[] {
    const hint = nearestPods(why)[0];
    const near =
      why?.reason === 'no pod matches' || why?.reason === 'pods not in bag'
        ? distinctPods(why.nearest.map(({ pod }) => pod))[0]
        : why?.reason === 'pods not eligible'
          ? distinctPods(why.pods.map(({ pod }) => pod))[0]
          : why?.reason === 'port not found'
            ? distinctPods(why.ports.flatMap(({ pods }) => pods.map(({ pod }) => pod)))[0]
            : undefined;
    const { name, namespace = '' } = service.object.metadata;
    const pods = near ?? missingPart(Column.PODS, 'Pods', namespace, `no pods for ${name}`, this.status);
    const reason = hint === undefined ? this.reason : `${this.reason} Nearest: ${hint}`;
    return [holds(servicePart(service)), this.breaks(pods, reason), this.last];
  }

  private lost(raws: readonly RawTarget[]): Step[][] {
    if (raws.length === 0) {
      return [this.nowhere()];
    }
    return raws.slice(0, DRAWN).map((raw) => [...partsBefore(raw).map(holds), this.breaks(this.last.part)]);
  }

  /** There is nothing that could be drawn between the monitor and its target. */
  private nowhere(): Step[] {
    const { discovery, monitor, name } = this.simulated.job;
    const isPod = discovery.role === 'pod';
    const where = discovery.namespaces?.length === 1 ? discovery.namespaces[0] : '';
    const what = isPod ? 'Pods' : 'Service';
    const text = this.status === LinkStatus.UNKNOWN ? 'not among these objects' : isPod ? 'no pods' : 'no Service';
    const part = missingPart(isPod ? Column.PODS : Column.SERVICE, what, where, text, this.status);
    const id = `${part.id}/${monitor.object.metadata.namespace}/${name}`;
    return [this.breaks({ ...part, id }), this.last];
  }

  private breaks(part: Part, reason = this.reason): Step {
    const { status, finding } = this;
    return { part, status, reason, ...(finding === undefined ? {} : { finding }) };
  }
}

/** The pods that a Service selects, one part for each workload. */
function podsBehind(scope: Scope, service: SourcedObject): Part[] {
  const pods = scope.context.simulation.discovery.podsOf(service);
  return pods?.known === 'pods' ? distinctPods(pods.pods) : [];
}

function distinctPods(pods: readonly VirtualPod[]): Part[] {
  return [...new Map(pods.map((pod) => podsPart(pod)).map((part) => [part.id, part])).values()];
}

/** What stands between a monitor and a target. */
export function partsBefore({ service, pod, assumed, via }: RawTarget): Part[] {
  // What is called by the name of its Service is called whatever is behind it.
  const isNamed = service === undefined || via === 'address';
  return [
    ...(service === undefined ? [] : [servicePart(service)]),
    ...(pod !== undefined ? [podsPart(pod)] : isNamed ? [] : [addressesPart(service, assumed)]),
  ];
}

/** A step that leads on. */
export function holds(part: Part): Step {
  return { part, status: LinkStatus.WHOLE, reason: '' };
}
