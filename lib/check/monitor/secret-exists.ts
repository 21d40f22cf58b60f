import { Level } from '../../report/finding';
import type { Problem } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { setField } from '../field-edit';
import { joinMissing } from '../join-missing';
import { scalar } from '../list-text';
import { nearestName } from '../nearest-name';
import { REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = [
  'rejected/secret-missing',
  'rejected/secret-key-missing',
  'rejected/secret-not-named',
  'rejected/config-map-missing',
  'rejected/config-map-key-missing',
  'rejected/config-map-not-named',
  'rejected/secret-and-config-map',
];

/**
 * A reference of a monitor to a key of a Secret or ConfigMap that the namespace of the monitor does not hold.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/assets/store.go`, `GetSecretKey` and `GetConfigMapKey`: the namespace is always that
 * of the monitor, and `optional` does not count. A Secret that is not there is at most a warning unless the objects are
 * complete, and an info where one of them is there to make it.
 */
export const secretExists: Check = {
  id: 'monitor/secret-exists',
  level: Level.ERROR,
  summary: 'monitor refers to a Secret or ConfigMap that is not there',
  why: REJECTED,
  codes: CODES,
  *run(context) {
    const problems: Problem[] = [];
    const drafts = [
      ...rejectionDrafts(context, CODES, (problem) => {
        problems.push(problem);
        return nearestKey(problem);
      }),
    ];
    yield* joinMissing(drafts, problems);
  },
};

/** The key that a slip of the pen missed. */
function nearestKey({ object, field, values }: Problem): Partial<Draft> {
  const keys = Array.isArray(values.keys) ? values.keys.map(String) : [];
  const nearest = nearestName(String(values.key), keys);
  return nearest === undefined
    ? {}
    : { fix: { text: `key: ${scalar(nearest)}`, patch: setField(object, field, nearest) } };
}
