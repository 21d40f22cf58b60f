import { Level } from '../../report/finding';
import { describeInstance } from '../../simulator/operator/instance';
import { joinPath } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { liveEndpoints } from '../endpoint-groups';

/**
 * `honorLabels: true` at a Prometheus that overrides it.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addHonorLabels`: with `overrideHonorLabels` the value of
 * the monitor does not count.
 */
export const honorLabels: Check = {
  id: 'monitor/honor-labels',
  level: Level.INFO,
  summary: 'the Prometheus overrides honorLabels',
  why: 'Labels that the app sets itself are renamed to exported_…, so queries by them find something else.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap(({ monitor, field, spec, jobs }) => {
        const overriding = jobs.find(({ job }) => job.instance.settings.overrideHonorLabels);
        if (spec.honorLabels !== true || overriding === undefined) {
          return [];
        }
        const { object } = overriding.job.instance;
        return [
          {
            object: monitor,
            field: joinPath(field, 'honorLabels'),
            message: `${describeInstance(object)} has overrideHonorLabels: true, so honorLabels: true has no effect.`,
            basis: 'present' as const,
            fix: { text: 'remove honorLabels; or have overrideHonorLabels removed.' },
            related: [{ object, field: 'spec.overrideHonorLabels', message: 'overrides it' }],
          },
        ];
      }),
    );
  },
};
