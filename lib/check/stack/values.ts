import { Level } from '../../report/finding';
import type { Check } from '../check';
import { hasOwnCheck, stackDrafts } from './stack-drafts';

/** Values that do no harm but have no effect either. */
const WITHOUT_EFFECT = new Set(['stack/lost-null']);

/**
 * A value of kube-prometheus-stack that the chart cannot use as it stands: it has another type, or a form that the chart
 * drops without a word.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3, `values.yaml` and `templates`; see `lib/stack/guard`.
 */
export const values: Check = {
  id: 'stack/values',
  level: Level.ERROR,
  summary: 'value that the chart cannot use',
  why: 'The release does something else than its values seem to say, and Helm prints no warning.',
  run: (context) =>
    stackDrafts(
      context,
      (problem) => problem.inValues && problem.certainty === 'certain' && !hasOwnCheck(problem),
      ({ code }) => (WITHOUT_EFFECT.has(code) ? { level: Level.WARNING } : {}),
    ),
};
