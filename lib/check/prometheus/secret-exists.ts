import { Level } from '../../report/finding';
import type { Problem } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { FROZEN, instanceDrafts } from '../instance-drafts';
import { joinMissing } from '../join-missing';

const CODES = [
  'frozen/secret-missing',
  'frozen/secret-key-missing',
  'frozen/secret-not-named',
  'frozen/config-map-missing',
  'frozen/config-map-key-missing',
  'frozen/config-map-not-named',
];

/**
 * A reference of the Prometheus itself to a key of a Secret or ConfigMap that its namespace does not hold.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/k8s/secrets.go`, `LoadSecretRef`, and `pkg/assets/store.go`. Here `optional` counts.
 */
export const secretExists: Check = {
  id: 'prometheus/secret-exists',
  level: Level.ERROR,
  summary: 'Prometheus refers to a Secret or ConfigMap that is not there',
  why: FROZEN,
  codes: CODES,
  *run(context) {
    const problems: Problem[] = [];
    const drafts = [
      ...instanceDrafts(context, CODES, (problem) => {
        problems.push(problem);
        return {};
      }),
    ];
    yield* joinMissing(drafts, problems);
  },
};
