import { Level } from '../../report/finding';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { liveEndpoints } from '../endpoint-groups';
import { listText } from '../list-text';

/**
 * A monitor of pods that a Job or CronJob runs.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`: a pod that has ended is dropped, so what it counted since
 * the last scrape is lost.
 */
export const shortLived: Check = {
  id: 'monitor/short-lived',
  level: Level.INFO,
  summary: 'the monitor scrapes pods of a Job, which may end before they are scraped',
  why: 'Pods of a Job are targets only while they run; one that is done between two scrapes is never seen.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap(({ monitor, targets, jobs }) => {
        const workloads = [...new Set(targets.found.flatMap(({ raw }) => raw.pod?.workload ?? []))].filter(
          ({ object: { kind } }) => kind === 'Job' || kind === 'CronJob',
        );
        return workloads.length === 0
          ? []
          : [
              {
                object: monitor,
                field: 'spec.selector',
                message: `${nameOf(monitor)} scrapes ${listText(workloads.map(nameOf), 3)} every ${jobs[0].job.scrapeInterval}, and only as long as its pods run.`,
                basis: 'present' as const,
                fix: {
                  text: 'nothing, where the pods run long enough; else let them push to a Pushgateway or by remote write.',
                },
                related: workloads.slice(0, 3).map((object) => ({ object, message: 'ends by itself' })),
              },
            ];
      }),
    );
  },
};
