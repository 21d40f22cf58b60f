import { parseDuration } from '../../simulator/duration-text';
import type { SourcedObject } from '../../simulator/kube-object';
import { droppedFieldsOf } from '../../simulator/operator/dropped-fields';
import type { Instance } from '../../simulator/operator/instance';
import { poisonsOf } from '../../simulator/operator/poisons';
import { counts, type Problem } from '../../simulator/operator/problem';
import type { MonitorOutcome } from '../../simulator/operator/select-monitors';
import { RELABEL_SUPPORT } from '../../simulator/relabel/relabel-support';
import { memoByContext } from '../memo-by-context';

/** A problem of a monitor, with the instances at which it has it. */
export interface MonitorProblem {
  readonly problem: Problem;
  /** In order; at least one. */
  readonly instances: readonly Instance[];
}

/** Every problem of monitors that comes up at some instance, each once, in order of instance and monitor. */
export interface MonitorProblems {
  /** Reasons for which the Operator skips a monitor, and references that may turn out missing. */
  readonly rejections: readonly MonitorProblem[];
  /** Monitors for which Prometheus refuses its whole configuration. */
  readonly poisons: readonly MonitorProblem[];
  /** Fields that the Operator leaves out for an old Prometheus. */
  readonly dropped: readonly MonitorProblem[];
}

/** The problems of all monitors, computed once. */
export const monitorProblems = memoByContext(({ simulation }): MonitorProblems => {
  const rejections = new Collection();
  const poisons = new Collection();
  const dropped = new Collection();
  const findPoisons = perKind(poisonKey, ({ monitor, instance }) =>
    poisonsOf(monitor, instance, simulation.lookup, RELABEL_SUPPORT),
  );
  const findDropped = perKind(
    ({ settings }) => settings.versionText,
    ({ monitor, instance }) => droppedFieldsOf(monitor, instance),
  );
  for (const outcome of simulation.outcomes) {
    rejections.add(outcome.problems, outcome.instance);
    if (outcome.state === 'selected') {
      const poisonous = findPoisons(outcome).filter(({ certainty }) => counts(certainty, simulation.extent));
      const fields = new Set(poisonous.map(({ field }) => field));
      poisons.add(poisonous, outcome.instance);
      dropped.add(
        findDropped(outcome).filter(({ field }) => !fields.has(field)),
        outcome.instance,
      );
    }
  }
  for (const { problems, instance } of simulation.rejectedBeforeFailing) {
    rejections.add(problems, instance);
  }
  return { rejections: rejections.list, poisons: poisons.list, dropped: dropped.list };
});

/** What of an instance decides whether a monitor poisons it. */
function poisonKey({ object, settings }: Instance): string {
  const { versionText, daemonSet } = settings;
  const { scrapeClasses, nameValidationScheme, enableFeatures } = object.object.spec ?? {};
  return JSON.stringify([versionText, daemonSet, scrapeClasses, nameValidationScheme, enableFeatures]);
}

/** Asks once for all instances that are alike: there may be many of them, and very many monitors. */
function perKind(
  keyOf: (instance: Instance) => string,
  ask: (outcome: MonitorOutcome) => readonly Problem[],
): (outcome: MonitorOutcome) => readonly Problem[] {
  const byKey = new Map<string, Map<SourcedObject, readonly Problem[]>>();
  const byInstance = new Map<Instance, Map<SourcedObject, readonly Problem[]>>();
  return (outcome) => {
    let known = byInstance.get(outcome.instance);
    if (known === undefined) {
      const key = keyOf(outcome.instance);
      known = byKey.get(key) ?? new Map();
      byKey.set(key, known);
      byInstance.set(outcome.instance, known);
    }
    let problems = known.get(outcome.monitor);
    if (problems === undefined) {
      problems = ask(outcome);
      known.set(outcome.monitor, problems);
    }
    return problems;
  };
}

/** Problems by object, code and field. */
class Collection {
  private readonly found = new Map<SourcedObject, Map<string, { problem: Problem; instances: Instance[] }>>();

  public get list(): MonitorProblem[] {
    return [...this.found.values()].flatMap((byName) => [...byName.values()]);
  }

  public add(problems: readonly Problem[], instance: Instance): void {
    for (const problem of problems) {
      const byName = this.found.get(problem.object) ?? new Map();
      this.found.set(problem.object, byName);
      const name = `${problem.code} ${problem.field}`;
      const known = byName.get(name);
      if (known === undefined) {
        byName.set(name, { problem, instances: [instance] });
      } else if (isStricter(problem, known.problem)) {
        byName.set(name, { problem, instances: [instance, ...known.instances] });
      } else {
        known.instances.push(instance);
      }
    }
  }
}

/** Of two intervals that a timeout is too long for, the shorter tells how to mend it for both. */
function isStricter({ values }: Problem, { values: known }: Problem): boolean {
  const [interval, before] = [parseDuration(values.interval), parseDuration(known.interval)];
  return interval !== undefined && before !== undefined && interval < before;
}
