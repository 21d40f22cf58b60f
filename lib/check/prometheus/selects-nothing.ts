import { Level } from '../../report/finding';
import { describeInstance, type Instance } from '../../simulator/operator/instance';
import { prefixOf } from '../../simulator/operator/monitor-parts';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';
import { setField } from '../field-edit';
import { withValue } from '../instance-drafts';
import { nearestOutcomes } from '../monitor/nearest-outcome';
import { monitorCount } from './monitor-count';

const CODES = ['unselected/no-selector'];

/**
 * A Prometheus without a selector for a kind of which there are monitors that nobody else takes.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `selectObjects`: an absent selector takes
 * nothing, an empty one takes everything.
 */
export const selectsNothing: Check = {
  id: 'prometheus/selects-nothing',
  level: Level.ERROR,
  summary: 'Prometheus without a selector for monitors that are there',
  why: 'An absent selector takes nothing, an empty one takes everything; there is no event and no error.',
  codes: CODES,
  *run(context) {
    const lacking = new Map<Instance, Map<string, number>>();
    for (const { instance, misses, monitor, state } of nearestOutcomes(context)) {
      if (state === 'unselected' && misses.some(({ link, failed }) => link === 'labels' && failed === undefined)) {
        const counts = lacking.get(instance) ?? new Map<string, number>();
        lacking.set(instance, counts);
        counts.set(monitor.object.kind, (counts.get(monitor.object.kind) ?? 0) + 1);
      }
    }
    for (const [{ object }, counts] of lacking) {
      for (const [kind, count] of counts) {
        const selector = `${prefixOf(kind)}Selector`;
        const field = `spec.${selector}`;
        yield {
          object,
          field,
          message: `${describeInstance(object)} has no ${selector}, so it takes no ${kind} at all, and ${monitorCount(kind, count)} here ${count === 1 ? 'is' : 'are'} taken by nobody.`,
          basis: 'present',
          fix: {
            text: withValue(`${selector}: {}, to take every ${kind}.`, object, field),
            ...(modelledFrom(object) === undefined ? { patch: setField(object, field, {}) } : {}),
          },
        };
      }
    }
  },
};
