import { isDeepStrictEqual } from 'node:util';
import { Level } from '../../report/finding';
import { nameOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';

/**
 * Two objects of one kind, namespace and name.
 *
 * Mirrors: `kubectl apply`, which sends one after the other, so that the later one replaces the earlier; an info where both
 * say the same.
 */
export const duplicate: Check = {
  id: 'object/duplicate',
  level: Level.WARNING,
  summary: 'object that stands here twice',
  why: 'The one that is applied last replaces the other; the checks go by the one that comes last here.',
  *run({ simulation }) {
    for (const { counts, replaced } of simulation.bag.duplicates) {
      if (modelledFrom(counts) === undefined && modelledFrom(replaced) === undefined) {
        const same = isDeepStrictEqual(counts.given ?? counts.object, replaced.given ?? replaced.object);
        yield {
          object: replaced,
          field: 'metadata.name',
          message: `${nameOf(replaced)} stands here twice, ${same ? 'and both say the same' : 'and the two differ'}.`,
          basis: 'present',
          ...(same ? { level: Level.INFO } : {}),
          fix: {
            text: same ? 'remove one of the two.' : 'remove one of the two, or give one another name or namespace.',
          },
          related: [{ object: counts, message: 'comes later, so it is the one that counts' }],
        };
      }
    }
  },
};
