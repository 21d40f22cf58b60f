import { Level } from '../../report/finding';
import type { Check } from '../check';
import { type DeadSelector, deadSelectors } from './dead-selectors';
import { draftOfDead } from './describe-dead';
import { offSeries } from './off-exporters';

/**
 * A rule that asks for labels which no target of the Prometheus that loads it has.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, the labels of targets; prometheus v3.15
 * `promql/engine.go`, what becomes of nothing.
 *
 * Silent about metrics that a rule records; about Prometheuses that get samples in other ways; where `honorLabels` or a
 * relabeling lets a target choose; and where the target may be in a namespace of which the objects show nothing, unless
 * they are complete.
 */
export const deadSelector: Check = {
  id: 'rule/dead-selector',
  level: Level.ERROR,
  summary: 'rule about targets that do not exist',
  why: 'An alert about targets that do not exist never fires, and looks just like one about targets that are fine.',
  *run(context) {
    const off = offSeries(context);
    for (const dead of deadSelectors(context)) {
      if (!dead.series.absent && !off(dead)) {
        yield draftOfDead(context, dead, consequenceOf(dead));
      }
    }
  },
};

function consequenceOf({ yields, alert, record }: DeadSelector): string {
  if (yields !== 'never') {
    return ', and this part of the expression has no effect';
  }
  return alert === undefined ? `, and "${record}" is never recorded` : `, and alert "${alert}" never fires`;
}
