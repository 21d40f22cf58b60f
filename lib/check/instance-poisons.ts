import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { instancePoisonsOf } from '../simulator/operator/instance-poisons';
import type { Problem } from '../simulator/operator/problem';
import { RELABEL_SUPPORT } from '../simulator/relabel/relabel-support';
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

/**
 * What is wrong with a working instance itself, for which Prometheus refuses its configuration. What only monitors would use
 * that the Operator rejects does no harm.
 */
export function ownPoisons(context: CheckContext, instance: Instance): readonly Problem[] {
  if (instance.state !== 'managed') {
    return [];
  }
  let known = OWN.get(context);
  if (known === undefined) {
    known = new Map();
    OWN.set(context, known);
  }
  let problems = known.get(instance);
  if (problems === undefined) {
    const { lookup } = context.simulation;
    problems = instancePoisonsOf(instance, selectedAt(context, instance), lookup, RELABEL_SUPPORT);
    known.set(instance, problems);
  }
  return problems;
}

const OWN = new WeakMap<CheckContext, Map<Instance, readonly Problem[]>>();

function selectedAt(context: CheckContext, instance: Instance): readonly SourcedObject[] {
  let byInstance = SELECTED.get(context);
  if (byInstance === undefined) {
    byInstance = new Map();
    for (const { state, monitor, instance: taker } of context.simulation.outcomes) {
      if (state === 'selected') {
        const monitors = byInstance.get(taker) ?? [];
        monitors.push(monitor);
        byInstance.set(taker, monitors);
      }
    }
    SELECTED.set(context, byInstance);
  }
  return byInstance.get(instance) ?? [];
}

const SELECTED = new WeakMap<CheckContext, Map<Instance, SourcedObject[]>>();
