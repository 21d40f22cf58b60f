import { describeCheck } from '../describe-check';
import { ingressProbe, probe, scraper } from '../manifests';

describeCheck('probe/no-targets', {
  flags: [
    {
      title: 'a Probe without targets',
      objects: [scraper(), probe({ targets: {} })],
      finds: [{ field: 'spec.targets', level: 'error', message: /names neither staticConfig nor ingress/ }],
    },
    {
      title: 'an empty list',
      objects: [scraper(), probe({ targets: { staticConfig: { static: [] } } })],
      finds: [
        { field: 'spec.targets.staticConfig.static', message: 'It lists no target, so there is nothing to probe.' },
      ],
    },
    {
      title: 'a relabeling that drops all, once for all instances',
      objects: [
        scraper(),
        scraper({}, { name: 'other' }),
        probe({
          targets: {
            staticConfig: {
              static: ['a', 'b'],
              relabelingConfigs: [{ sourceLabels: ['__param_target'], regex: 'c', action: 'keep' }],
            },
          },
        }),
      ],
      finds: [
        {
          field: 'spec.targets.staticConfig.relabelingConfigs[0]',
          message:
            'The relabeling with action keep, sourceLabels [__param_target] and regex "c" drops every target, "a" among them.',
        },
      ],
    },
    {
      title: 'addresses at a Prometheus that shares targets out by zone',
      objects: [
        scraper({ shards: 2, shardingStrategy: { mode: 'Topology', topology: { values: ['a', 'b'] } } }),
        probe(),
      ],
      finds: [
        {
          field: 'spec.targets',
          message: /an address that is written down is in none of them/,
          fix: /__tmp_topology, replacement: a/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a relabeling that leaves one target',
      objects: [
        scraper(),
        probe({
          targets: {
            staticConfig: {
              static: ['a', 'b'],
              relabelingConfigs: [{ sourceLabels: ['__param_target'], regex: 'a', action: 'keep' }],
            },
          },
        }),
      ],
    },
    {
      title: 'a selector for Ingresses that takes none, which is another question',
      objects: [scraper(), ingressProbe({})],
    },
  ],
});
