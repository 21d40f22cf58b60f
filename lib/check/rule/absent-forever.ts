import { Level } from '../../report/finding';
import type { Check } from '../check';
import { type DeadSelector, deadSelectors } from './dead-selectors';
import { draftOfDead } from './describe-dead';
import { offSeries } from './off-exporters';

/**
 * A rule that asks whether a target is absent which can never be there.
 *
 * Mirrors: prometheus v3.15 `promql/functions.go`, `funcAbsent` and `funcAbsentOverTime`.
 *
 * Silent where `rule/dead-selector` is.
 */
export const absentForever: Check = {
  id: 'rule/absent-forever',
  level: Level.ERROR,
  summary: 'alert on the absence of a target that does not exist',
  why: 'Such an alert fires from the day on which it is loaded, so that people silence it, and stays silent when it matters.',
  *run(context) {
    const off = offSeries(context);
    for (const dead of deadSelectors(context)) {
      if (dead.series.absent && !off(dead)) {
        yield draftOfDead(context, dead, consequenceOf(dead));
      }
    }
  },
};

function consequenceOf({ yields, alert, record }: DeadSelector): string {
  if (yields !== 'always') {
    return ', and what asks for its absence always holds';
  }
  return alert === undefined ? `, and "${record}" is always 1` : `, and alert "${alert}" fires for ever`;
}
