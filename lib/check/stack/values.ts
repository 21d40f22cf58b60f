import { Level } from '../../report/finding';
import type { Check } from '../check';
import { stackDrafts } from './stack-drafts';

/** Values that do no harm but have no effect either. */
const WITHOUT_EFFECT = new Set(['stack/ignored-value', 'stack/lost-null']);

/**
 * A value of kube-prometheus-stack that the chart cannot use, or passes over without a word.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3, `templates/prometheus/prometheus.yaml` and `values.yaml`. For a chart
 * that is newer than the newest one known, keys that are not known are passed over in silence.
 */
export const values: Check = {
  id: 'stack/values',
  level: Level.ERROR,
  summary: 'value that the chart cannot use',
  why: 'The release does something else than its values seem to say, and Helm prints no warning.',
  run: (context) =>
    stackDrafts(
      context,
      ({ inValues, certainty }) => inValues && certainty === 'certain',
      ({ code }) => (WITHOUT_EFFECT.has(code) ? { level: Level.WARNING } : {}),
    ),
};
