import { describeCheck } from '../describe-check';
import { deployment, object, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const zones = (mode = 'Topology') =>
  prometheus({ shards: 2, shardingStrategy: { mode, topology: { values: ['a', 'b'] } } });
const byHand = [
  service(undefined, {}, { selector: undefined }),
  object('v1', 'Endpoints', {}, undefined, {
    subsets: [{ addresses: [{ ip: '192.0.2.1' }], ports: [{ name: 'http', port: 80 }] }],
  }),
];
const sliceIn = (zone: string | undefined) => [
  service(undefined, {}, { selector: undefined }),
  object(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } },
    undefined,
    {
      addressType: 'IPv4',
      endpoints: [{ addresses: ['192.0.2.1'], zone }],
      ports: [{ name: 'http', port: 80 }],
    },
  ),
];
const SLICES = { serviceDiscoveryRole: 'EndpointSlice' };
const setting = (...relabelings: object[]) => serviceMonitor([{ port: 'http', relabelings }]);

const askingFor = (zone: string) => ({ pod: { nodeSelector: { 'topology.kubernetes.io/zone': zone } } });

describeCheck('monitor/no-zone', {
  flags: [
    {
      title: 'an address that somebody wrote down',
      objects: [zones(), serviceMonitor(), ...byHand],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          level: 'error',
          message: /the zones a and b, and targets of Service shop\/web are in none of them/,
          fix: /replacement: a/,
        },
      ],
    },
    {
      title: 'a zone that is not listed',
      objects: [zones(), serviceMonitor(undefined, SLICES), ...sliceIn('c')],
      finds: [{}],
    },
    {
      title: 'a relabeling to a zone that is not listed',
      objects: [zones(), setting({ targetLabel: '__tmp_topology', replacement: 'c' }), service(), deployment()],
      finds: [{}],
    },
    {
      title: 'pods that ask for a zone that is not listed',
      objects: [zones(), podMonitor(), deployment(undefined, askingFor('c'))],
      finds: [{ object: 'PodMonitor shop/web', message: /targets of Deployment shop\/web are in none of them/ }],
    },
  ],
  accepts: [
    {
      title: 'pods that ask for a zone that is listed',
      objects: [zones(), podMonitor(), deployment(undefined, askingFor('b'))],
    },
    { title: 'pods, which get a zone from their node', objects: [zones(), serviceMonitor(), service(), deployment()] },
    { title: 'a slice that names the zone', objects: [zones(), serviceMonitor(undefined, SLICES), ...sliceIn('b')] },
    {
      title: 'a relabeling that sets the zone',
      objects: [zones(), setting({ targetLabel: '__tmp_topology', replacement: 'b' }), ...byHand],
    },
    {
      title: 'a zone that is not listed, where sharding is switched off for the target',
      objects: [
        zones(),
        setting(
          { targetLabel: '__tmp_topology', replacement: 'c' },
          { targetLabel: '__tmp_disable_sharding', replacement: 'true' },
        ),
        ...byHand,
      ],
    },
    { title: 'shards that are not shared out by zone', objects: [zones('Classic'), serviceMonitor(), ...byHand] },
  ],
});
