import type { AlertmanagerTruth } from '../scenario/alertmanager-truth';
import { type Difference, difference, pairs, textOf } from './compare';

type Truths = { readonly [alertmanager: string]: AlertmanagerTruth };

/** Differences about Alertmanagers. Recordings from before these were looked at say nothing about them. */
export function compareAlertmanagers(predicted: Truths | undefined, observed: Truths | undefined): Difference[] {
  return observed === undefined
    ? []
    : pairs(predicted ?? {}, observed).flatMap(([place, ours, theirs]) =>
        ours === undefined || theirs === undefined
          ? [difference('alertmanager', place, ours?.outcome, theirs?.outcome)]
          : compareOne(place, ours, theirs),
      );
}

function compareOne(place: string, ours: AlertmanagerTruth, theirs: AlertmanagerTruth): Difference[] {
  const rejected = pairs(ours.rejected, theirs.rejected)
    .filter(([, a, b]) => (a === undefined) !== (b === undefined))
    .map(([config, a, b]) => difference('rejected', `${place}: ${config}`, a, b));
  if (ours.outcome !== theirs.outcome) {
    const text = ({ outcome, message }: AlertmanagerTruth): string => [outcome, message].filter(Boolean).join(': ');
    return [difference('alertmanager', place, text(ours), text(theirs)), ...rejected];
  }
  const parts = pairs<readonly string[], readonly string[]>({ ...ours.configuration }, { ...theirs.configuration })
    .filter(([, a, b]) => textOf(a ?? []) !== textOf(b ?? []))
    .map(([part, a = [], b = []]) => difference('routing', `${place}: ${part}`, a.join('\n'), b.join('\n')));
  const alerts = pairs(ours.alerts ?? {}, theirs.alerts ?? {})
    .filter(([, a, b]) => textOf(a ?? []) !== textOf(b ?? []))
    .map(([alert, a, b]) => difference('alert', `${place}: ${alert}`, a?.join(', '), b?.join(', ')));
  return [...rejected, ...parts, ...alerts];
}
