import type { RawTarget } from '../../../lib/simulator/discovery/raw-target';
import { hasZone } from '../../../lib/simulator/targets/zone';
import { deployment, discoveryOf, endpoints, pod, ports, service, serviceOf, slice } from '../discovery/fixtures';

const PORT = [{ name: 'http', port: 80 }];
const byHand = service({ ports: PORT });

function targetOf(role: 'endpoints' | 'endpointslice', ...objects: any[]): RawTarget {
  const discovery = discoveryOf(...objects);
  return discovery.endpoints(role).targetsOf(serviceOf(discovery))[0];
}

const addressed = (address: object) =>
  targetOf('endpoints', byHand, endpoints([{ addresses: [{ ip: '192.0.2.1', ...address }], ports: PORT }]));
const sliced = (endpoint: object) =>
  targetOf('endpointslice', byHand, slice({ endpoints: [{ addresses: ['192.0.2.1'], ...endpoint }], ports: PORT }));

function zoned(raw: RawTarget, hiddenLabels: object = {}, podTopologyLabels = false): boolean {
  return hasZone(raw, { hiddenLabels } as any, { zones: ['a', 'b'], podTopologyLabels });
}

describe('a target has a zone', () => {
  test('where a pod runs, whatever zone that is', () => {
    const selecting = service({ selector: { app: 'web' }, ports: PORT });
    expect(zoned(targetOf('endpoints', selecting, deployment(ports({ containerPort: 80 }))))).toBe(true);
    expect(zoned(targetOf('endpoints', selecting))).toBe(true);
  });

  test('where an address names its node, as long as zones are taken from nodes', () => {
    expect(zoned(addressed({ nodeName: 'n1' }))).toBe(true);
    expect(zoned(addressed({ nodeName: 'n1' }), {}, true)).toBe(false);
    expect(zoned(addressed({}))).toBe(false);
  });

  test('where a slice names one that is listed', () => {
    expect(zoned(sliced({ zone: 'b' }))).toBe(true);
    expect(zoned(sliced({ zone: 'c' }))).toBe(false);
    expect(zoned(sliced({}))).toBe(false);
  });

  test('where a pod carries it as a label, as long as zones are taken from pods', () => {
    const selecting = service({ selector: { app: 'web' }, ports: PORT });
    const placed = pod(ports({ containerPort: 80 }), { labels: { app: 'web', 'topology.kubernetes.io/zone': 'c' } });
    const raw = targetOf('endpoints', selecting, placed);
    expect(zoned(raw, {}, true)).toBe(false);
    expect(zoned(raw)).toBe(true);
  });

  test('where a relabeling sets it, above all else', () => {
    expect(zoned(addressed({}), { __tmp_topology: 'a' })).toBe(true);
    expect(zoned(sliced({ zone: 'a' }), { __tmp_topology: 'c' })).toBe(false);
    expect(zoned(addressed({}), { __tmp_topology: 'c', __tmp_disable_sharding: 'true' })).toBe(true);
  });
});
