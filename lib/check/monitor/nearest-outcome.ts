import type { Instance } from '../../simulator/operator/instance';
import { type CompiledSelector, compileSelector, failuresOf } from '../../simulator/operator/label-selector';
import { namespaceOf } from '../../simulator/operator/problem';
import type { MonitorOutcome } from '../../simulator/operator/select-monitors';
import { heldBack } from '../affected-monitors';
import { memoByContext } from '../memo-by-context';

/**
 * For each monitor that no instance takes, the outcome at the instance that comes nearest: the one that a person meant, as
 * far as anybody can tell. Left out are monitors that an instance would take which does not work for another reason.
 */
export const nearestOutcomes = memoByContext((context): readonly MonitorOutcome[] => {
  const held = heldBack(context);
  const distance = new Distance();
  return [...context.untaken]
    .filter(([monitor]) => !held.has(monitor))
    .map(([, outcomes]) => distance.nearest(outcomes));
});

/** The further along the chain an instance lets a monitor come, the nearer it is. */
const STATES: readonly MonitorOutcome['state'][] = ['rejected', 'undecided', 'unselected', 'unseen'];

/** How far a monitor is from being taken: compared part by part, the smaller the nearer. */
export class Distance {
  private readonly selectors = new Map<Instance, Map<string, CompiledSelector>>();

  public nearest(outcomes: readonly MonitorOutcome[]): MonitorOutcome {
    let best = outcomes[0];
    let least = this.of(best);
    for (const outcome of outcomes.slice(1)) {
      const distance = this.of(outcome);
      if (isLess(distance, least)) {
        best = outcome;
        least = distance;
      }
    }
    return best;
  }

  private of({ state, misses, instance, monitor }: MonitorOutcome): number[] {
    const labels = misses.find(({ link }) => link === 'labels');
    const selector = labels?.failed === undefined ? undefined : this.selector(instance, labels.selectorField);
    const unmet = selector === undefined ? 0 : failuresOf(selector, monitor.object.metadata.labels).length;
    return [
      STATES.indexOf(state),
      // A selector that is not there asks for nothing that a monitor could mend.
      labels !== undefined && labels.failed === undefined ? 1 : 0,
      misses.length,
      unmet,
      namespaceOf(instance.object.object) === namespaceOf(monitor.object) ? 0 : 1,
      // Of two that miss as little, the one that asks for more is meant more.
      -(selector?.requirements.length ?? 0),
    ];
  }

  private selector(instance: Instance, field: string): CompiledSelector {
    const byField = this.selectors.get(instance) ?? new Map<string, CompiledSelector>();
    this.selectors.set(instance, byField);
    const known =
      byField.get(field) ?? compileSelector(instance.object.object.spec?.[field.slice('spec.'.length)], field);
    byField.set(field, known);
    return known;
  }
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((part, at) => part !== b[at]);
  return i >= 0 && a[i] < b[i];
}
