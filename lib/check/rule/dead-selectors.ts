import { checkExpression } from '../../promql/check-expression';
import type { Expression, Matcher, Selector } from '../../promql/expression';
import { type AskedSeries, askedBy, askedSeries } from '../../promql/selectors';
import { type Yields, yieldsOf } from '../../promql/yields';
import type { SourcedObject } from '../../simulator/kube-object';
import type { Instance } from '../../simulator/operator/instance';
import { enforcedMatchers, withEnforced } from '../../simulator/rules/enforced-matchers';
import { ruleReader } from '../../simulator/rules/rule-problems';
import { aboutTargets } from '../../simulator/rules/series-labels';
import type { CheckContext } from '../check-context';
import { memoByContext } from '../memo-by-context';
import { type KnownSeries, knownSeries } from './known-series';

/** A Prometheus that loads a rule, and what is known of its series. */
export interface Loader {
  readonly instance: Instance;
  readonly known: KnownSeries;
  /** Conditions that the Operator adds to every selector. */
  readonly added: readonly Matcher[];
}

/** A selector that no series of any Prometheus that loads the rule can meet. */
export interface DeadSelector {
  readonly rule: SourcedObject;
  /** Path of the rule in the object. */
  readonly field: string;
  readonly alert: string | undefined;
  readonly record: string | undefined;
  readonly expr: string;
  readonly series: AskedSeries;
  /** What the expression as a whole yields. */
  readonly yields: Yields;
  readonly loaders: readonly Loader[];
}

/**
 * All dead selectors, in the order of the rules. Left out are metrics that a rule records, whose labels are its own matter,
 * and rules that a ThanosRuler loads, which asks other servers.
 */
export const deadSelectors = memoByContext((context): readonly DeadSelector[] => {
  const recorded = recordedMetrics(context);
  const loaders = loadersOf(context);
  return [...loaders].flatMap(([rule, loading]) => {
    const groups = listOf(rule.object.spec?.groups);
    return groups.flatMap((group, i) =>
      listOf(group?.rules).flatMap((one, j) =>
        deadIn({ rule, one: one ?? {}, field: `spec.groups[${i}].rules[${j}]`, loading, recorded }),
      ),
    );
  });
});

/** For each rule that only Prometheuses load of which all sources are known, these. */
function loadersOf(context: CheckContext): Map<SourcedObject, Loader[]> {
  const byRule = new Map<SourcedObject, (Loader | undefined)[]>();
  for (const { instance, monitor, state } of context.simulation.ruleOutcomes) {
    if (state !== 'selected' && state !== 'undecided') {
      continue;
    }
    const known = instance.object.object.kind === 'ThanosRuler' ? undefined : knownSeries(context, instance);
    const list = byRule.get(monitor) ?? [];
    byRule.set(monitor, list);
    list.push(known && { instance, known, added: addedMatchers(monitor, instance) });
  }
  return new Map(
    [...byRule].flatMap(([rule, all]) => {
      const loaders = all.filter((one) => one !== undefined);
      return loaders.length === all.length ? [[rule, loaders] as const] : [];
    }),
  );
}

function addedMatchers(rule: SourcedObject, instance: Instance): readonly Matcher[] {
  const reader = ruleReader(instance);
  return reader === undefined ? [] : enforcedMatchers(rule, reader);
}

const recordedMetrics = ({ simulation }: CheckContext): ReadonlySet<string> =>
  new Set(
    simulation.lookup
      .byKind('PrometheusRule')
      .flatMap(({ object }) => listOf(object.spec?.groups))
      .flatMap((group) => listOf(group?.rules))
      .flatMap((rule) => (rule?.record ? [String(rule.record)] : [])),
  );

interface Asked {
  readonly rule: SourcedObject;
  readonly one: any;
  readonly field: string;
  readonly loading: readonly Loader[];
  readonly recorded: ReadonlySet<string>;
}

function deadIn({ rule, one, field, loading, recorded }: Asked): DeadSelector[] {
  const expr = String(one.expr ?? '');
  const expression = read(expr, loading[0].instance);
  if (expression === undefined) {
    return [];
  }
  const dead = (series: AskedSeries): boolean =>
    isJudged(series, recorded) &&
    loading.every(({ known, added }) => !known.labels.mayMeet(series.metric, withEnforced(series.matchers, added)));
  const found = askedSeries(expression).filter(dead);
  if (found.length === 0) {
    return [];
  }
  const yields = yieldsOf(expression, (selector: Selector) => dead(askedBy(selector)));
  const names = { alert: one.alert && String(one.alert), record: one.record && String(one.record) };
  return found.map((series) => ({ rule, field, ...names, expr, series, yields, loaders: loading }));
}

function read(expr: string, { settings, object }: Instance): Expression | undefined {
  const features = listOf(object.object.spec?.enableFeatures).map(String);
  return settings.version && checkExpression(expr, { version: settings.version, features }).expression;
}

/** Names with a colon are those of recorded metrics, by convention; alerts are metrics that Prometheus makes. */
function isJudged({ metric, matchers }: AskedSeries, recorded: ReadonlySet<string>): boolean {
  if (aboutTargets(matchers).length === 0) {
    return false;
  }
  return metric === undefined
    ? recorded.size === 0
    : !recorded.has(metric) && !metric.includes(':') && metric !== 'ALERTS' && metric !== 'ALERTS_FOR_STATE';
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}
