import type { Instance } from '../simulator/operator/instance';
import type { Problem } from '../simulator/operator/problem';
import { instancePoisonsOf } from '../simulator/refusal/instance-poisons';
import { takenBy } from './affected-monitors';
import type { CheckContext } from './check-context';
import { monitorProblems } from './monitor/monitor-problems';

/** What keeps an instance from loading its configuration: of itself first, then of any monitor that it takes, in order. */
export function poisonsAt(context: CheckContext, instance: Instance): readonly Problem[] {
  let known = MEMO.get(context);
  if (known === undefined) {
    known = new Map();
    for (const { problem, instances } of monitorProblems(context).poisons) {
      for (const one of instances) {
        const problems = known.get(one) ?? [...ownPoisons(context, one)];
        problems.push(problem);
        known.set(one, problems);
      }
    }
    MEMO.set(context, known);
  }
  let problems = known.get(instance);
  if (problems === undefined) {
    problems = [...ownPoisons(context, instance)];
    known.set(instance, problems);
  }
  return problems;
}

const MEMO = new WeakMap<CheckContext, Map<Instance, Problem[]>>();

function ownPoisons(context: CheckContext, instance: Instance): readonly Problem[] {
  return instance.state === 'managed'
    ? instancePoisonsOf(instance, [...takenBy(context, instance)], context.simulation.lookup)
    : [];
}
