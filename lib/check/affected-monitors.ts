import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { selectMonitors } from '../simulator/operator/select-monitors';
import { RELABEL_SUPPORT } from '../simulator/relabel/relabel-support';
import type { CheckContext } from './check-context';
import { memoByContext } from './memo-by-context';

/** Monitors that an instance takes, or would take if the Operator got on with it. */
export function monitorsOf(context: CheckContext, instance: Instance): ReadonlySet<SourcedObject> {
  return allMonitors(context).get(instance) ?? NONE;
}

const NONE: ReadonlySet<SourcedObject> = new Set();

const allMonitors = memoByContext(({ simulation }): ReadonlyMap<Instance, ReadonlySet<SourcedObject>> => {
  const sets = new Map(simulation.instances.map((instance) => [instance, new Set<SourcedObject>()]));
  const idle = simulation.instances.filter(({ state }) => state !== 'managed');
  const asManaged = new Map(
    idle.map((instance): [Instance, Instance] => [{ ...instance, state: 'managed' }, instance]),
  );
  const outcomes = selectMonitors([...asManaged.keys()], simulation.lookup, RELABEL_SUPPORT);
  for (const { state, monitor, instance } of [...simulation.outcomes, ...outcomes]) {
    if (state === 'selected' || state === 'rejected') {
      sets.get(asManaged.get(instance) ?? instance)?.add(monitor);
    }
  }
  return sets;
});

/** `12 of the monitors here are for this Prometheus.`; empty where none is. */
export function affectedText(context: CheckContext, instance: Instance): string {
  const { size } = monitorsOf(context, instance);
  switch (size) {
    case 0:
      return '';
    case 1:
      return ` One of the monitors here is for this ${instance.kind}.`;
    default:
      return ` ${size} of the monitors here are for this ${instance.kind}.`;
  }
}

/** Monitors that are no working instance's but would be one's that does not work for another reason. */
export const heldBack = memoByContext((context): ReadonlySet<SourcedObject> => {
  const idle = context.simulation.instances.filter(({ state }) => state !== 'managed');
  return new Set(idle.flatMap((instance) => [...monitorsOf(context, instance)]));
});
