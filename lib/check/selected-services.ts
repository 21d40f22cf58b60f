import { whyNone } from '../simulator/chain/endpoint-view';
import { madeFor } from '../simulator/discovery/governing-services';
import type { NoTargets } from '../simulator/discovery/no-targets';
import type { SourcedObject } from '../simulator/kube-object';
import { nameOf } from '../simulator/operator/problem';
import type { DraftRelated } from './check';
import { type EndpointGroup, endpointGroups } from './endpoint-groups';
import { listText } from './list-text';
import { memoByContext } from './memo-by-context';

/** A Service without endpoints that a monitor selects. */
export interface DeadService {
  readonly service: SourcedObject;
  /** `undefined` where it has endpoints, and the job does not see them. */
  readonly why: NoTargets | undefined;
  /** The endpoints of monitors that select it. */
  readonly groups: readonly EndpointGroup[];
}

/** Services that some taken monitor selects and that have no endpoints, each once for each reason. */
export const deadServices = memoByContext((context): readonly DeadService[] => {
  const dead = new Map<SourcedObject, Map<string, { why: NoTargets | undefined; groups: EndpointGroup[] }>>();
  for (const group of endpointGroups(context)) {
    if (group.targets.notLoadable) {
      continue;
    }
    const alive = new Set([...group.targets.found, ...group.targets.lost].map(({ raw }) => raw.service));
    for (const service of group.targets.services) {
      // Of a Service that the Operator makes, its instance tells enough.
      if (alive.has(service) || madeFor(service) !== undefined) {
        continue;
      }
      const why = whyNone(context.simulation, group.jobs[0].job, service);
      const reasons = dead.get(service) ?? new Map();
      dead.set(service, reasons);
      const key = why?.reason ?? '';
      const entry = reasons.get(key) ?? { why, groups: [] };
      reasons.set(key, entry);
      entry.groups.push(group);
    }
  }
  return [...dead].flatMap(([service, reasons]) => [...reasons.values()].map((one) => ({ service, ...one })));
});

/** Whether all the monitors that select a Service find something else. */
export function isSpare({ groups }: DeadService): boolean {
  return groups.every(({ targets }) => targets.found.length > 0);
}

/** The monitors that select a Service, as objects that take part in a finding. */
export function selectedBy(groups: readonly EndpointGroup[]): DraftRelated[] {
  return [...new Set(groups.map(({ monitor }) => monitor))]
    .slice(0, 3)
    .map((object) => ({ object, field: 'spec.selector', message: 'selects the Service' }));
}

/** `ServiceMonitor shop/web selects it`. */
export function selectedByText(groups: readonly EndpointGroup[]): string {
  const monitors = [...new Set(groups.map(({ monitor }) => nameOf(monitor)))];
  return `${listText(monitors, 3)} ${monitors.length === 1 ? 'selects' : 'select'} it`;
}
