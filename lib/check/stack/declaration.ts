import { Level } from '../../report/finding';
import type { Check } from '../check';
import { declaringObject } from './declared-at';

/**
 * A release of kube-prometheus-stack that is declared in a way that cannot be installed, or cannot be read.
 *
 * Mirrors: Helm 3 `pkg/chart/common` and `pkg/action` (names and values of a release), Argo CD `util/helm`, Flux
 * helm-controller, k3s helm-controller.
 */
export const declaration: Check = {
  id: 'stack/declaration',
  level: Level.ERROR,
  summary: 'release that cannot be installed as it is declared',
  why: 'Without the release there is no Operator and no Prometheus, so nothing is scraped at all.',
  *run(context) {
    for (const problem of context.prepared.stackProblems) {
      if (!problem.inValues && problem.certainty === 'certain') {
        yield {
          object: declaringObject(context, problem),
          field: problem.field,
          message: problem.message,
          basis: 'present',
          ...(problem.fix === undefined ? {} : { fix: { text: problem.fix } }),
        };
      }
    }
  },
};
