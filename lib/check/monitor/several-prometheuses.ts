import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import { describeInstance, type Instance } from '../../simulator/operator/instance';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { listText } from '../list-text';

/**
 * Monitors that more than one Prometheus takes.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`: each instance selects by itself.
 *
 * One finding tells of all monitors that the same instances take, at the first of these instances.
 */
export const severalPrometheuses: Check = {
  id: 'monitor/several-prometheuses',
  level: Level.INFO,
  summary: 'several Prometheus instances take the same monitors',
  why: 'Each of them scrapes and stores the same targets, and alerts by itself. That may well be meant.',
  *run({ taken }) {
    const sets = new Map<string, { instances: readonly Instance[]; monitors: SourcedObject[] }>();
    for (const [monitor, outcomes] of taken) {
      if (outcomes.length > 1) {
        const instances = outcomes.map(({ instance }) => instance);
        const key = instances.map((instance) => `${instance.kind} ${instance.key}`).join();
        const set = sets.get(key) ?? { instances, monitors: [] };
        sets.set(key, set);
        set.monitors.push(monitor);
      }
    }
    for (const { instances, monitors } of sets.values()) {
      const names = instances.map(({ object }) => describeInstance(object));
      yield {
        object: instances[0].object,
        field: '',
        message: `${listText(monitors.map(nameOf), 3)} ${monitors.length === 1 ? 'is' : 'are'} taken by each of ${listText(names)}.`,
        basis: 'present',
        fix: {
          text: 'nothing, where that is meant; else a label in the monitors that only one of the selectors asks for.',
        },
        related: instances.slice(1, 5).map(({ object }) => ({ object, message: 'takes them too' })),
      };
    }
  },
};
