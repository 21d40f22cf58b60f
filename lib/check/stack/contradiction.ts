import { Level } from '../../report/finding';
import type { Check } from '../check';
import { draftsOf } from './stack-drafts';

/**
 * Values of kube-prometheus-stack each of which is fine, and which cannot work together.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3, `templates`; the rules are `lib/stack/guard/rules`. Silent where values
 * files are not at hand, which may make it right.
 */
export const contradiction: Check = {
  id: 'stack/contradiction',
  level: Level.ERROR,
  summary: 'values that cannot work together',
  why: 'The install fails, or something that it makes stays down.',
  run: (context) => draftsOf(context, 'stack/contradiction'),
};
