import { Level } from '../../report/finding';
import type { Problem } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { joinMissing } from '../join-missing';
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
        return {};
      }),
    ];
    yield* joinMissing(drafts, problems);
  },
};
