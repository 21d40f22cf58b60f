import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { type MonitorOutcome, selectMonitors } from '../simulator/operator/select-monitors';
import { RELABEL_SUPPORT } from '../simulator/relabel/relabel-support';
import type { CheckContext } from './check-context';

/** Monitors that an instance takes, or would take if the Operator got on with it. */
export function monitorsOf(context: CheckContext, instance: Instance): ReadonlySet<SourcedObject> {
  const memo = MEMO.get(context) ?? new Map<Instance, Set<SourcedObject>>();
  MEMO.set(context, memo);
  if (!memo.has(instance)) {
    fill(context, instance, memo);
  }
  return memo.get(instance) as ReadonlySet<SourcedObject>;
}

function fill({ simulation }: CheckContext, instance: Instance, memo: Map<Instance, Set<SourcedObject>>): void {
  if (instance.state === 'managed') {
    for (const managed of simulation.instances.filter(({ state }) => state === 'managed')) {
      memo.set(managed, new Set());
    }
    addTaken(simulation.outcomes, memo);
    return;
  }
  const monitors = new Set<SourcedObject>();
  const asManaged: Instance = { ...instance, state: 'managed' };
  addTaken(selectMonitors([asManaged], simulation.lookup, RELABEL_SUPPORT), new Map([[asManaged, monitors]]));
  memo.set(instance, monitors);
}

function addTaken(outcomes: readonly MonitorOutcome[], sets: ReadonlyMap<Instance, Set<SourcedObject>>): void {
  for (const { state, monitor, instance } of outcomes) {
    if (state === 'selected' || state === 'rejected') {
      sets.get(instance)?.add(monitor);
    }
  }
}

const MEMO = new WeakMap<CheckContext, Map<Instance, Set<SourcedObject>>>();

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
export function heldBack(context: CheckContext): ReadonlySet<SourcedObject> {
  let held = HELD.get(context);
  if (held === undefined) {
    const idle = context.simulation.instances.filter(({ state }) => state !== 'managed');
    held = new Set(idle.flatMap((instance) => [...monitorsOf(context, instance)]));
    HELD.set(context, held);
  }
  return held;
}

const HELD = new WeakMap<CheckContext, ReadonlySet<SourcedObject>>();
