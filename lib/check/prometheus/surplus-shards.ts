import { Level } from '../../report/finding';
import { describeInstance } from '../../simulator/operator/instance';
import type { Check } from '../check';
import { setField } from '../field-edit';

/**
 * Shards that scrape nothing, since their number is no multiple of the number of zones.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `shardsPerZone` and `TopologyZoneForShard`: each zone has
 * as many shards as divide evenly, and an index beyond that matches no target.
 */
export const surplusShards: Check = {
  id: 'prometheus/surplus-shards',
  level: Level.INFO,
  summary: 'shards that do not divide evenly among zones scrape nothing',
  why: 'They cost a pod and a volume each and hold no data.',
  *run({ working }) {
    for (const { object, settings } of working) {
      const zones = settings.zones?.length ?? 1;
      const surplus = settings.shards % zones;
      if (settings.shards > zones && surplus > 0) {
        const even = settings.shards - surplus;
        yield {
          object,
          field: 'spec.shards',
          message: `${describeInstance(object)} has ${settings.shards} shards for ${zones} zones, ${even / zones} for each, so ${surplus === 1 ? 'one is' : `${surplus} are`} left that ${surplus === 1 ? 'scrapes' : 'scrape'} nothing.`,
          basis: 'present',
          fix: { text: `shards: ${even}, or ${even + zones}`, patch: setField(object, 'spec.shards', even) },
        };
      }
    }
  },
};
