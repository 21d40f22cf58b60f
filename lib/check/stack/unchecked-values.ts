import { Level } from '../../report/finding';
import type { Check } from '../check';
import { draftsOf } from './stack-drafts';

/**
 * Values for a chart of another major version than the one whose keys are known, as far as that one does not know them. One
 * finding for each release.
 */
export const uncheckedValues: Check = {
  id: 'stack/unchecked-values',
  level: Level.WARNING,
  summary: 'values of a chart whose keys are not known',
  why: 'A key that the chart does not read has no effect, and nobody tells.',
  run: (context) => draftsOf(context, 'stack/unchecked-values'),
};
