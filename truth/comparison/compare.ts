import type { InstancePrediction, JobPrediction, Prediction, UnsureTarget } from '../prediction/predict';
import { addressIn } from '../prediction/target-url';
import type { ActiveTarget, InstanceTruth, JobTruth, Truth } from '../scenario/truth';
import { comparableRules } from './comparable-rules';
import { compareAlertmanagers } from './compare-alertmanagers';

/** Something that the simulator says and that is not so, or the other way round. */
export interface Difference {
  /** What kind of fact it is, to count by. */
  readonly kind:
    | ('refused' | 'instance' | 'outcome' | 'rejected' | 'job' | 'active' | 'dropped' | 'rules')
    | ('alertmanager' | 'routing' | 'alert');
  /** Where: an object, an instance, a job. */
  readonly place: string;
  readonly predicted: string;
  readonly observed: string;
}

const NOTHING = '(nothing)';

/** All differences between what the simulator says and what a real cluster did. Messages are not compared. */
export function compare(predicted: Prediction, observed: Truth): Difference[] {
  return [
    ...compareKeys('refused', '', predicted.refused, observed.refused),
    ...pairs(predicted.instances, observed.instances).flatMap(([place, ours, theirs]) =>
      ours === undefined || theirs === undefined
        ? [difference('instance', place, ours?.outcome, theirs?.outcome)]
        : compareInstances(place, ours, theirs),
    ),
    ...compareAlertmanagers(predicted.alertmanagers, observed.alertmanagers),
  ];
}

function compareInstances(place: string, predicted: InstancePrediction, observed: InstanceTruth): Difference[] {
  const rejected = compareKeys('rejected', `${place}: `, rejectedLike(observed, predicted.rejected), observed.rejected);
  if (predicted.outcome !== observed.outcome) {
    const text = ({ outcome, message }: InstanceTruth): string => [outcome, message].filter(Boolean).join(': ');
    return [difference('outcome', place, text(predicted), text(observed)), ...rejected];
  }
  return [
    ...rejected,
    ...pairs(predicted.jobs, observed.jobs).flatMap(([job, ours, theirs]) =>
      ours === undefined || theirs === undefined
        ? [difference('job', `${place}: ${job}`, ours && 'a job', theirs && 'a job')]
        : compareJobs(`${place}: ${job}`, ours, theirs),
    ),
    ...compareRules(place, predicted, observed),
  ];
}

/** Recordings of before rules were looked at tell nothing of PrometheusRules. */
function rejectedLike(
  { rules, rejected }: InstanceTruth,
  predicted: InstanceTruth['rejected'],
): InstanceTruth['rejected'] {
  const isRule = (object: string): boolean => object.startsWith('PrometheusRule ');
  return rules !== undefined || Object.keys(rejected).some(isRule)
    ? predicted
    : Object.fromEntries(Object.entries(predicted).filter(([object]) => !isRule(object)));
}

function compareRules(place: string, predicted: InstancePrediction, { rules }: InstanceTruth): Difference[] {
  return pairs(rules === undefined ? {} : (predicted.rules ?? {}), rules ?? {}).flatMap(([object, ours, theirs]) => {
    const [a, b] = [ours, theirs].map((groups) => (groups === undefined ? [] : [comparableRules(groups)]));
    return compareSets('rules', `${place}: ${object}`, a, b);
  });
}

function compareJobs(place: string, predicted: JobPrediction, observed: JobTruth): Difference[] {
  const ours = new Set(predicted.active.map(textOf));
  const surplus = observed.active.filter((target) => !ours.has(textOf(target)));
  const excused = new Set(keptByChance(surplus, predicted.unsure));
  const unsure = new Set(predicted.unsure.map(({ dropped }) => dropped));
  const known = new Set(predicted.dropped);
  const isSure = (one: string): boolean => !unsure.has(one);
  return [
    ...compareSets(
      'active',
      place,
      predicted.active,
      observed.active.filter((target) => !excused.has(target) && (predicted.open !== true || ours.has(textOf(target)))),
    ),
    ...compareSets(
      'dropped',
      place,
      predicted.dropped.filter(isSure),
      observed.dropped.filter((one) => isSure(one) && (predicted.open !== true || known.has(one))),
    ),
  ];
}

/** Where objects do not tell whether a target is kept, either is right; but each may turn up only once. */
function keptByChance(surplus: readonly ActiveTarget[], unsure: readonly UnsureTarget[]): ActiveTarget[] {
  const left = unsure.map(({ address }) => address);
  return surplus.filter(({ url }) => {
    const place = left.indexOf(addressIn(url));
    return place >= 0 && left.splice(place, 1).length > 0;
  });
}

function compareKeys(
  kind: Difference['kind'],
  prefix: string,
  predicted: { readonly [key: string]: string },
  observed: { readonly [key: string]: string },
): Difference[] {
  return pairs(predicted, observed)
    .filter(([, ours, theirs]) => (ours === undefined) !== (theirs === undefined))
    .map(([key, ours, theirs]) => difference(kind, `${prefix}${key}`, ours, theirs));
}

function compareSets(
  kind: Difference['kind'],
  place: string,
  predicted: readonly unknown[],
  observed: readonly unknown[],
): Difference[] {
  const [ours, theirs] = [predicted, observed].map((list) => new Set(list.map(textOf)));
  return [
    ...[...ours].filter((text) => !theirs.has(text)).map((text) => difference(kind, place, text, undefined)),
    ...[...theirs].filter((text) => !ours.has(text)).map((text) => difference(kind, place, undefined, text)),
  ];
}

/** The same text for what differs in the order of its keys alone. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, sortedKeys);
}

function sortedKeys(_key: string, value: unknown): unknown {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}

/** What both sides say about the same. */
export function pairs<A, B>(
  predicted: { readonly [key: string]: A },
  observed: { readonly [key: string]: B },
): [key: string, predicted: A | undefined, observed: B | undefined][] {
  return [...new Set([...Object.keys(predicted), ...Object.keys(observed)])]
    .sort()
    .map((key) => [
      key,
      Object.hasOwn(predicted, key) ? predicted[key] : undefined,
      Object.hasOwn(observed, key) ? observed[key] : undefined,
    ]);
}

/** @param predicted `undefined` where the simulator says nothing of the kind; so with `observed` */
export function difference(
  kind: Difference['kind'],
  place: string,
  predicted: string | undefined,
  observed: string | undefined,
): Difference {
  return { kind, place, predicted: predicted ?? NOTHING, observed: observed ?? NOTHING };
}

/** A difference for people to read. */
export function differenceText({ kind, place, predicted, observed }: Difference): string {
  return `${place} (${kind})\n  the simulator says: ${predicted}\n  a real cluster says: ${observed}`;
}
