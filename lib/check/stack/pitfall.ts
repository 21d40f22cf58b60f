import { Level } from '../../report/finding';
import type { Check } from '../check';
import { draftsOf } from './stack-drafts';

/**
 * Values of kube-prometheus-stack that work, and that have led many people into a trap.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3, `templates`; the rules are `lib/stack/guard/rules`. Silent where values
 * files are not at hand, which may make it right.
 */
export const pitfall: Check = {
  id: 'stack/pitfall',
  level: Level.WARNING,
  summary: 'values with a known trap',
  why: 'It installs, and surprises later.',
  run: (context) => draftsOf(context, 'stack/pitfall'),
};
