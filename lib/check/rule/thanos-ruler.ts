import { Level } from '../../report/finding';
import { nameOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';

/**
 * A ThanosRuler that does not say whom to ask: the Operator makes no StatefulSet of it.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/thanos/statefulset.go`, `makeStatefulSetSpec`.
 *
 * Silent about one that is paused, and about that of a Helm chart, of which not every field is modelled.
 */
export const thanosRuler: Check = {
  id: 'rule/thanos-ruler',
  level: Level.ERROR,
  summary: 'ThanosRuler without anybody to ask',
  why: 'The Operator makes no pods of it, so that no rule of it is ever evaluated.',
  *run({ simulation }) {
    for (const object of simulation.lookup.byKind('ThanosRuler')) {
      if (modelledFrom(object) !== undefined) {
        continue;
      }
      const { queryConfig, queryEndpoints, paused } = object.object.spec ?? {};
      if (paused !== true && !queryConfig && !(Array.isArray(queryEndpoints) && queryEndpoints.length > 0)) {
        yield {
          object,
          field: 'spec.queryEndpoints',
          message: `${nameOf(object)} has neither queryEndpoints nor queryConfig.`,
          basis: 'present',
          fix: { text: 'queryEndpoints: [http://the-querier:9090]' },
        };
      }
    }
  },
};
