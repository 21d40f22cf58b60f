import { Level } from '../../report/finding';
import type { Check } from '../check';
import { stackDrafts } from './stack-drafts';

/**
 * A release of kube-prometheus-stack of which something is left open: the version of the chart, or values in a place that
 * is not among the objects.
 */
export const assumed: Check = {
  id: 'stack/assumed',
  level: Level.INFO,
  summary: 'release of which something had to be assumed',
  why: 'What is said about targets holds as long as the assumption does.',
  run: (context) => stackDrafts(context, ({ certainty }) => certainty !== 'certain'),
};
