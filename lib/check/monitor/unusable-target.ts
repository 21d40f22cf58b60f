import { Level } from '../../report/finding';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';

/**
 * An endpoint whose targets are left without an address, or with a time that is none, once all relabelings have run.
 *
 * Mirrors: Prometheus v3.14 `scrape/target.go`, `PopulateLabels`.
 */
export const unusableTarget: Check = {
  id: 'monitor/unusable-target',
  level: Level.ERROR,
  summary: 'relabelings leave targets that Prometheus cannot scrape',
  why: 'Prometheus gives these targets up with an error in its log; they are not even shown as down.',
  *run({ broken }) {
    yield* distinct(
      broken.flatMap(({ monitor, field, cause }) =>
        cause.reason !== 'failed'
          ? []
          : [
              {
                object: monitor,
                field: `${field}.relabelings`,
                message: `After all relabelings the label ${cause.failure.label} of a target is of no use: ${cause.failure.problem}.`,
                basis: 'present' as const,
                fix: {
                  text: `look for the relabeling with targetLabel: ${cause.failure.label}, here or in the scrape class.`,
                },
              },
            ],
      ),
    );
  },
};
