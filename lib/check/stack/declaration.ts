import { Level } from '../../report/finding';
import type { Check } from '../check';
import { stackDrafts } from './stack-drafts';

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
  run: (context) => stackDrafts(context, ({ inValues, certainty }) => !inValues && certainty === 'certain'),
};
