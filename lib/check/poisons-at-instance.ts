import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { instancePoisonsOf } from '../simulator/operator/instance-poisons';
import type { Problem } from '../simulator/operator/problem';
import { RELABEL_SUPPORT } from '../simulator/relabel/relabel-support';
import type { CheckContext } from './check-context';
import { memoByContext } from './memo-by-context';
import { monitorProblems } from './monitor/monitor-problems';

/** What keeps an instance from loading its configuration: of itself first, then of any monitor that it takes, in order. */
export function poisonsAt(context: CheckContext, instance: Instance): readonly Problem[] {
  return allPoisons(context).get(instance) ?? [];
}

/**
 * What is wrong with a working instance itself, for which Prometheus refuses its configuration. What only rejected monitors
 * would use does no harm.
 */
export function ownPoisons(context: CheckContext, instance: Instance): readonly Problem[] {
  return allOwnPoisons(context).get(instance) ?? [];
}

const allPoisons = memoByContext((context): ReadonlyMap<Instance, readonly Problem[]> => {
  const poisons = new Map([...allOwnPoisons(context)].map(([instance, problems]) => [instance, [...problems]]));
  for (const { problem, instances } of monitorProblems(context).poisons) {
    for (const instance of instances) {
      poisons.get(instance)?.push(problem);
    }
  }
  return poisons;
});

const allOwnPoisons = memoByContext(({ simulation, working }): ReadonlyMap<Instance, readonly Problem[]> => {
  const selected = new Map<Instance, SourcedObject[]>(working.map((instance) => [instance, []]));
  for (const { state, monitor, instance } of simulation.outcomes) {
    if (state === 'selected') {
      selected.get(instance)?.push(monitor);
    }
  }
  return new Map(
    [...selected].map(([instance, monitors]) => [
      instance,
      instancePoisonsOf(instance, monitors, simulation.lookup, RELABEL_SUPPORT),
    ]),
  );
});
