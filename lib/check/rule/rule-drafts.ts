import type { SourcedObject } from '../../simulator/kube-object';
import { describeInstance } from '../../simulator/operator/instance';
import type { MonitorOutcome } from '../../simulator/operator/select-monitors';
import type { Draft } from '../check';
import type { CheckContext } from '../check-context';
import { distinct, draftOfProblem } from '../draft-of-problem';
import { Distance } from '../monitor/nearest-outcome';

/** Why it matters that the Operator skips a rule. */
export const RULE_REJECTED =
  'None of the alerts of this object can fire, and the only trace is a Warning event that says "invalid rule".';

/** Problems of rules with some codes, each once. */
export function ruleDrafts({ simulation }: CheckContext, codes: readonly string[]): Iterable<Draft> {
  return distinct(
    simulation.ruleOutcomes.flatMap(({ problems, instance }) =>
      problems
        .filter(({ code }) => codes.includes(code))
        .map((problem) =>
          draftOfProblem(
            problem,
            problem.code.startsWith('poison/')
              ? { related: [{ object: instance.object, message: `${describeInstance(instance.object)} is older` }] }
              : {},
          ),
        ),
    ),
  );
}

/** For each rule that nobody loads, the outcome at the instance that comes nearest. */
export function nearestRuleOutcomes({ simulation }: CheckContext): MonitorOutcome[] {
  const byRule = new Map<SourcedObject, MonitorOutcome[]>();
  for (const outcome of simulation.ruleOutcomes) {
    byRule.set(outcome.monitor, [...(byRule.get(outcome.monitor) ?? []), outcome]);
  }
  const idle = simulation.instances.some(({ state, kind }) => state !== 'managed' && kind === 'Prometheus');
  const distance = new Distance();
  return [...byRule.values()]
    .filter((outcomes) => !idle && outcomes.every(({ state }) => ['unseen', 'unselected', 'undecided'].includes(state)))
    .map((outcomes) => distance.nearest(outcomes));
}
