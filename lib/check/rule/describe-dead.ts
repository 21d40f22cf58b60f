import { distance } from 'fastest-levenshtein';
import type { Matcher } from '../../promql/expression';
import { Level } from '../../report/finding';
import { isAssumed } from '../../simulator/operator/assumed-instance';
import { describeInstance } from '../../simulator/operator/instance';
import { withEnforced } from '../../simulator/rules/enforced-matchers';
import { aboutTargets, isReported, type NearMiss, type TargetLabel } from '../../simulator/rules/series-labels';
import type { Basis, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { setField } from '../field-edit';
import { listText, quoted } from '../list-text';
import { memoByContext } from '../memo-by-context';
import type { DeadSelector, Loader } from './dead-selectors';
import { knownSeries } from './known-series';

/** Of so many selectors the nearest miss is looked for; it costs more than to find that there is one. */
const LOOKED_AT = 500;

/** A finding about a dead selector. */
export function draftOfDead(context: CheckContext, dead: DeadSelector, consequence: string): Draft {
  const { rule, field, expr, series, loaders, yields } = dead;
  const [loader] = loaders;
  const miss = nearMiss(context, dead, loader);
  const fixed = miss && fixOf(miss);
  const elsewhere = scrapedElsewhere(context, dead);
  const text = expr.slice(series.from, series.to).replace(/\s+/g, ' ');
  const where = loaders.length === 1 ? describeInstance(loader.instance.object) : `${loaders.length} Prometheuses`;
  const hint = elsewhere === undefined ? '' : ` ${describeInstance(elsewhere.object)} has some, and does not load it.`;
  const shown = basisOf(context, dead, miss, elsewhere !== undefined);
  const wanted = miss === undefined ? aboutTargets(series.matchers) : miss.failed;
  const whole = yields === 'never' || yields === 'always';
  // A Prometheus that is somewhere else may have monitors there too.
  const isHere = loaders.some(({ instance }) => !isAssumed(instance.object));
  const sure = shown === 'hidden' || (isHere && isReported(series.metric) && elsewhere === undefined && isTied(dead));
  // Of objects that are complete it makes no difference where the target may be.
  const basis = context.absence === 'complete' ? 'hidden' : shown;
  return {
    object: rule,
    field: `${field}.expr`,
    message: `${noneHas(where, wanted, dead, miss)}, so ${short(text)} finds nothing${consequence}.${hint}`,
    basis,
    level: whole && (sure || basis === 'hidden') ? Level.ERROR : Level.WARNING,
    fix: {
      text: fixed === undefined ? 'ask for labels that a target has, or monitor what is meant.' : fixed.text,
      ...(fixed?.matcher === undefined
        ? {}
        : {
            patch: setField(
              rule,
              `${field}.expr`,
              `${expr.slice(0, fixed.matcher.from)}${fixed.text.slice('write '.length, -1)}${expr.slice(fixed.matcher.to)}`,
            ),
          }),
    },
    related: loaders
      .filter(({ instance }) => !isAssumed(instance.object))
      .slice(0, 3)
      .map(({ instance }) => ({ object: instance.object, message: 'loads the rule' })),
  };
}

function noneHas(where: string, wanted: readonly Matcher[], dead: DeadSelector, miss: NearMiss | undefined): string {
  const held = miss && aboutTargets(dead.series.matchers).filter((matcher) => !miss.failed.includes(matcher));
  const of =
    held === undefined || held.length === 0
      ? `No target of ${where} has ${textOf(wanted)}`
      : `No target of ${where} with ${textOf(held)} has ${textOf(wanted)}`;
  const values = miss && wanted.length === 1 ? valuesOf(miss, wanted[0].label as TargetLabel) : [];
  return values.length === 0 ? of : `${of} (there ${wanted[0].label} is ${listText(values.map(quoted), 4)})`;
}

function textOf(matchers: readonly Matcher[]): string {
  return listText(matchers.map(({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`));
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const looked = memoByContext(() => ({ at: 0 }));

function nearMiss(context: CheckContext, { series }: DeadSelector, { known, added }: Loader): NearMiss | undefined {
  const count = looked(context);
  count.at += 1;
  const miss =
    count.at > LOOKED_AT ? undefined : known.labels.nearest(series.metric, withEnforced(series.matchers, added));
  return miss && { ...miss, failed: miss.failed.filter((matcher) => !added.includes(matcher)) };
}

function valuesOf({ near }: NearMiss, label: TargetLabel): string[] {
  return [...new Set(near.map((labels) => labels[label]).filter((value) => value))].sort() as string[];
}

/** The edit, where one condition fails and one value is meant. */
function fixOf(miss: NearMiss): { readonly text: string; readonly matcher?: Matcher } | undefined {
  const [matcher, ...more] = miss.failed;
  if (matcher === undefined || more.length > 0 || matcher.op !== '=') {
    return undefined;
  }
  const values = valuesOf(miss, matcher.label as TargetLabel);
  const near = values.filter((value) => distance(value, matcher.value) <= Math.max(1, matcher.value.length / 4));
  const [value, ...others] = values.length === 1 ? values : near;
  return value === undefined || others.length > 0
    ? undefined
    : { text: `write ${matcher.label}=${JSON.stringify(value)}.`, matcher };
}

/** Whether one condition fails, and asks for nearly what is there. */
function isMisspelt(miss: NearMiss): boolean {
  const [matcher, ...more] = miss.failed;
  return (
    matcher?.op === '=' &&
    more.length === 0 &&
    valuesOf(miss, matcher.label as TargetLabel).some(
      (value) => distance(value, matcher.value) <= Math.max(2, matcher.value.length / 4),
    )
  );
}

/**
 * What tells that the series is nowhere else either: the namespace of which the objects show what is monitored there, or a
 * value that is the one of another label. Exporters elsewhere may speak of any namespace, but not for any job.
 */
function basisOf(
  { simulation }: CheckContext,
  dead: DeadSelector,
  miss: NearMiss | undefined,
  elsewhere: boolean,
): Basis {
  const { series, loaders } = dead;
  const namespaces = namespacesOf(withEnforced(series.matchers, loaders[0].added));
  const seen = (namespace: string): boolean =>
    simulation.shownNamespaces.has(namespace) &&
    loaders.some(({ known }) => known.sources.some(({ target }) => target.namespace === namespace));
  // An exporter that is not here, such as kube-state-metrics, exposes series of namespaces other than its own.
  const told = isReported(series.metric) || (miss !== undefined && isMisspelt(miss));
  if (namespaces !== undefined && told && isTied(dead) && namespaces.every(seen)) {
    return 'absent';
  }
  const [matcher, ...more] = miss?.failed ?? [];
  const swapped =
    matcher?.op === '=' &&
    more.length === 0 &&
    matcher.value !== '' &&
    miss?.near.some((labels) => Object.values(labels).includes(matcher.value));
  return swapped || elsewhere ? 'absent' : 'hidden';
}

function isTied({ series: { metric, matchers }, loaders }: DeadSelector): boolean {
  const all = withEnforced(matchers, loaders[0].added);
  const byJob = matchers.some(({ label, op, value }) => label === 'job' && op === '=' && value !== '');
  return namespacesOf(all) !== undefined && (isReported(metric) || byJob);
}

/** The namespaces that a selector is about, where it names them. */
function namespacesOf(matchers: readonly Matcher[]): readonly string[] | undefined {
  const named = matchers.find(
    ({ label, op, value }) =>
      label === 'namespace' && (op === '=' ? value !== '' : op === '=~' && /^[a-z0-9-]+(?:\|[a-z0-9-]+)*$/.test(value)),
  );
  return named?.value.split('|');
}

/** A Prometheus that has such targets without loading the rule. */
function scrapedElsewhere(context: CheckContext, { series, loaders }: DeadSelector) {
  const others = context.working.filter((instance) => !loaders.some((loader) => loader.instance === instance));
  return others
    .slice(0, 20)
    .find(
      (instance) =>
        instance.kind === 'Prometheus' && knownSeries(context, instance)?.labels.hasTarget(series.matchers) === true,
    );
}
