import { Level } from '../../report/finding';
import type { Check } from '../check';

/**
 * A suppression that suppresses nothing.
 *
 * It is no question about objects but about the findings of all others, so whoever runs the checks asks it last.
 */
export const unused: Check = {
  id: 'suppression/unused',
  level: Level.WARNING,
  summary: 'suppression that suppresses nothing',
  why: 'A finding that comes back later would be passed over without anybody noticing.',
  *run() {},
};
