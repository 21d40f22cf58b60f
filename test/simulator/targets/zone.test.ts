import { Discovery } from '../../../lib/simulator/discovery/discovery';
import type { RawTarget } from '../../../lib/simulator/discovery/raw-target';
import { toRule } from '../../../lib/simulator/relabel/to-rule';
import { hasZone } from '../../../lib/simulator/targets/zone';
import {
  bagOf,
  deployment,
  discoveryOf,
  endpoints,
  pod,
  ports,
  service,
  serviceOf,
  slice,
} from '../discovery/fixtures';

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

/** The target of a pod behind a Service. */
function behindService(object: any, kubernetes?: string): RawTarget {
  const discovery = new Discovery(bagOf([service({ selector: { app: 'web' }, ports: PORT }), object]), { kubernetes });
  return discovery.endpoints('endpoints').targetsOf(serviceOf(discovery))[0];
}

function affinityTo(matchExpressions: object[]): object {
  const terms = { nodeSelectorTerms: [{ matchExpressions }] };
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } } };
}

function zoned(raw: RawTarget, hiddenLabels: { [name: string]: string } = {}, podTopologyLabels = false): boolean {
  return hasZone(raw, { rules: [], hiddenLabels, settings: { zones: ['a', 'b'], podTopologyLabels } });
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

  test('where a pod carries it as a label, since Kubernetes gives pods such labels', () => {
    const placed = pod(ports({ containerPort: 80 }), { labels: { app: 'web', 'topology.kubernetes.io/zone': 'c' } });
    expect(zoned(behindService(placed, '1.35'), {}, true)).toBe(false);
    // Before, it is a label as any other.
    expect(zoned(behindService(placed, '1.34'))).toBe(true);
  });

  test.each([
    ['by a selector', { nodeSelector: { 'topology.kubernetes.io/zone': 'c' } }],
    ['by affinity', affinityTo([{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['c'] }])],
  ])('where a pod asks for it %s', (_title, spec) => {
    for (const [kubernetes, byPod] of [
      ['1.35', true],
      ['1.34', false],
    ] as const) {
      const asking = deployment({ ...ports({ containerPort: 80 }), ...spec });
      expect(zoned(behindService(asking, kubernetes), {}, byPod)).toBe(false);
    }
  });

  test('whatever it is, where a pod asks for one of several', () => {
    const spec = affinityTo([{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['c', 'a'] }]);
    expect(zoned(behindService(deployment({ ...ports({ containerPort: 80 }), ...spec })), {}, true)).toBe(true);
  });

  test('where a relabeling sets it, above all else', () => {
    expect(zoned(addressed({}), { __tmp_topology: 'a' })).toBe(true);
    expect(zoned(sliced({ zone: 'a' }), { __tmp_topology: 'c' })).toBe(false);
    expect(zoned(addressed({}), { __tmp_topology: 'c', __tmp_disable_sharding: 'true' })).toBe(true);
  });

  test('unless a relabeling has dropped the label that tells it', () => {
    const label = '__meta_kubernetes_endpointslice_endpoint_zone';
    const without = (action: string, regex: string): boolean => {
      const rules = [toRule({ action, regex }, { reason: 'user', field: 'spec.endpoints[0].relabelings[0]' })];
      return hasZone(sliced({ zone: 'b' }), {
        rules,
        hiddenLabels: {},
        settings: { zones: ['b'], podTopologyLabels: false },
      });
    };
    expect([without('labeldrop', label), without('labeldrop', 'pod')]).toEqual([false, true]);
    expect([without('labelkeep', '__address__'), without('labelkeep', `__address__|${label}`)]).toEqual([false, true]);
  });
});
