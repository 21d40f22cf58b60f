import { describeCheck } from '../describe-check';
import { prometheus } from '../objects';

const sharded = (shards: number | undefined, values: readonly string[] = ['a', 'b']) =>
  prometheus({ shards, shardingStrategy: { mode: 'Topology', topology: { values } } });

describeCheck('prometheus/surplus-shards', {
  flags: [
    {
      title: 'five shards for two zones',
      objects: [sharded(5)],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.shards',
          level: 'info',
          message:
            'Prometheus monitoring/k8s has 5 shards for 2 zones, 2 for each, so one is left that scrapes nothing.',
          fix: 'shards: 4, or 6',
          patch: [{ op: 'replace', path: '/spec/shards', value: 4 }],
        },
      ],
    },
    {
      title: 'two that are left',
      objects: [sharded(5, ['a', 'b', 'c'])],
      finds: [{ message: /so 2 are left that scrape nothing/ }],
    },
  ],
  accepts: [
    { title: 'a multiple', objects: [sharded(4)] },
    { title: 'as many as zones', objects: [sharded(2)] },
    { title: 'an odd number without zones', objects: [prometheus({ shards: 5 })] },
  ],
});
