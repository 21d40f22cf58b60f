import type { SourcedObject } from '../kube-object';
import { isAssumed } from '../operator/assumed-instance';
import { type Instance, instanceSettings } from '../operator/instance';
import type { ObjectLookup } from '../operator/object-lookup';
import type { OperatorSettings } from '../operator/operator-settings';
import { keyOf, type Problem } from '../operator/problem';
import { type MonitorOutcome, Selection } from '../operator/select-monitors';
import { type RuleReader, ruleProblems, ruleReader } from './rule-problems';

const NOTHING: readonly never[] = [];

/**
 * What becomes of all PrometheusRules, sorted by instance, then namespace and name.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/rules.go`, `Select`; `pkg/prometheus/server/rules.go`; `pkg/thanos/rules.go`.
 */
export function selectRules(
  instances: readonly Instance[],
  operators: readonly OperatorSettings[],
  objects: ObjectLookup,
): MonitorOutcome[] {
  const rules = [...objects.byKind('PrometheusRule')].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const known = new Map<string, Map<SourcedObject, readonly Problem[]>>();
  const problemsOf = (rule: SourcedObject, reader: RuleReader): readonly Problem[] => {
    const key = JSON.stringify(reader);
    const byRule = known.get(key) ?? new Map<SourcedObject, readonly Problem[]>();
    known.set(key, byRule);
    const problems = byRule.get(rule) ?? ruleProblems(rule, reader);
    byRule.set(rule, problems);
    return problems;
  };
  // Also where people write the configuration the Operator makes files of the rules.
  const working = instances.filter(
    ({ kind, state }) => kind === 'Prometheus' && (state === 'managed' || state === 'unmanaged'),
  );
  return [...working, ...rulersOf(operators, objects)].flatMap((instance) => {
    const selection = new Selection(instance, 'PrometheusRule', objects);
    const reader = ruleReader(instance);
    return rules.map((monitor): MonitorOutcome => {
      // What an assumed Prometheus selects nobody knows.
      const misses = isAssumed(instance.object) ? NOTHING : selection.misses(monitor);
      if (misses === 'unseen') {
        return { instance, monitor, state: 'unseen', misses: NOTHING, problems: NOTHING };
      }
      if (misses.some(({ failed }) => !failed || failed.certain)) {
        return { instance, monitor, state: 'unselected', misses, problems: NOTHING };
      }
      const problems = reader === undefined ? NOTHING : problemsOf(monitor, reader);
      const state = problems.length > 0 ? 'rejected' : misses.length > 0 ? 'undecided' : 'selected';
      return { instance, monitor, state, misses, problems };
    });
  });
}

/** ThanosRulers as instances: of all that makes up one, rules ask for the selectors and the version. */
function rulersOf([operator]: readonly OperatorSettings[], objects: ObjectLookup): Instance[] {
  return objects
    .byKind('ThanosRuler')
    .filter(({ object }) => object.spec?.paused !== true)
    .map((object) => ({
      object,
      kind: 'Prometheus',
      key: keyOf(object),
      operator,
      state: 'managed',
      problems: NOTHING,
      settings: instanceSettings(object, operator),
    }));
}
