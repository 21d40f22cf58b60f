import { Level } from '../../report/finding';
import { describeInstance } from '../../simulator/operator/instance';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { endpointGroups } from '../endpoint-groups';
import { listText } from '../list-text';

/**
 * Targets without a zone at a Prometheus that shares targets out by zone.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendShardingRelabelingWithLabel`: each shard keeps
 * the targets of its zone, and nobody keeps those without one.
 *
 * Stays silent for pods, which get a zone from their node, unless they ask for one that is not listed.
 */
export const noZone: Check = {
  id: 'monitor/no-zone',
  level: Level.ERROR,
  summary: 'no shard keeps targets without a zone',
  why: 'Every shard takes the targets of its own zone, so those without a zone are scraped by nobody.',
  *run(context) {
    yield* distinct(
      endpointGroups(context).flatMap(({ monitor, field, targets, jobs }) => {
        const zoneless = targets.lost.filter(
          ({ outcome }) => outcome.outcome === 'dropped' && outcome.droppedBy.origin.reason === 'shard',
        );
        if (zoneless.length === 0) {
          return [];
        }
        const { object, settings } = jobs[0].job.instance;
        const [zone] = settings.zones ?? [];
        const owners = listText(
          [...new Set(zoneless.flatMap(({ raw }) => raw.service ?? raw.pod?.workload ?? []))].map(nameOf),
          3,
        );
        return [
          {
            object: monitor,
            field: joinPath(field, 'relabelings'),
            message: `${describeInstance(object)} shares targets out among the zones ${listText(settings.zones ?? [])}, and targets of ${owners} are in none of them.`,
            basis: 'present' as const,
            fix: {
              text: `relabelings: [{ targetLabel: __tmp_topology, replacement: ${zone} }], to have the shards of that zone scrape them.`,
            },
            related: [{ object, field: 'spec.shardingStrategy.topology', message: 'shares targets out by zone' }],
          },
        ];
      }),
    );
  },
};
