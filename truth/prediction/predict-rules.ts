import type { Matcher } from '../../lib/promql/expression';
import type { Instance } from '../../lib/simulator/operator/instance';
import type { Problem } from '../../lib/simulator/operator/problem';
import type { MonitorOutcome } from '../../lib/simulator/operator/select-monitors';
import { enforcedMatchers } from '../../lib/simulator/rules/enforced-matchers';
import { type LoadedGroup, loadedGroups } from '../../lib/simulator/rules/loaded-rules';
import { ruleReader } from '../../lib/simulator/rules/rule-problems';
import type { Simulation } from '../../lib/simulator/simulation';
import { keyOf, type RuleGroupTruth, type RuleTruth } from '../scenario/truth';

/** Rules as the simulator says, with what the Operator adds to every selector. */
export interface RulePrediction extends RuleTruth {
  readonly added: readonly Matcher[];
}

export interface RuleGroupPrediction extends RuleGroupTruth {
  readonly rules: readonly RulePrediction[];
}

/** What an instance makes of PrometheusRules. */
export interface RulesPrediction {
  readonly rejected: { readonly [object: string]: string };
  /** Why Prometheus refuses what comes of a rule that the Operator takes. */
  readonly poisons: readonly Problem[];
  /** Absent where there are no PrometheusRules, and for agents. */
  readonly rules?: { readonly [object: string]: readonly RuleGroupPrediction[] };
}

export function predictRules(instance: Instance, simulation: Simulation): RulesPrediction {
  const reader = ruleReader(instance);
  if (simulation.lookup.byKind('PrometheusRule').length === 0 || instance.kind !== 'Prometheus' || !reader) {
    return { rejected: {}, poisons: [] };
  }
  const outcomes = simulation.ruleOutcomes.filter((one) => one.instance === instance);
  const skipped = outcomes.filter(({ problems }) => problems.some(({ code }) => code.startsWith('rejected/')));
  const taken = outcomes.filter((one) => ['selected', 'rejected'].includes(one.state) && !skipped.includes(one));
  const told = skipped.filter(({ problems }) => !problems.some(({ values }) => values.silent === true));
  return {
    rejected: Object.fromEntries(told.map((one) => [keyOf(one.monitor.object), messagesOf(one)])),
    poisons: taken.flatMap(({ problems }) => problems),
    // Prometheus does not tell of groups without rules.
    rules: Object.fromEntries(
      taken.flatMap(({ monitor }) => {
        const groups = loadedGroups(monitor, instance, reader).filter(({ rules }) => rules.length > 0);
        const added = enforcedMatchers(monitor, reader);
        return groups.length === 0 ? [] : [[keyOf(monitor.object), groups.map((group) => groupOf(group, added))]];
      }),
    ),
  };
}

function messagesOf({ problems }: MonitorOutcome): string {
  return problems.map(({ message }) => message).join('\n');
}

function groupOf({ name, intervalSeconds, limit, rules }: LoadedGroup, added: readonly Matcher[]): RuleGroupPrediction {
  return {
    name,
    interval: intervalSeconds,
    ...(limit === 0 ? {} : { limit }),
    rules: rules.map(({ alert, record, expr, forSeconds, keepFiringForSeconds, labels, annotations }) => ({
      ...(alert === undefined ? { record } : { alert }),
      query: expr,
      added,
      ...(forSeconds === 0 ? {} : { for: forSeconds }),
      ...(keepFiringForSeconds === 0 ? {} : { keepFiringFor: keepFiringForSeconds }),
      ...(Object.keys(labels).length === 0 ? {} : { labels }),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    })),
  };
}
