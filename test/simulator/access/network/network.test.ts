import { Network } from '../../../../lib/simulator/access/network/network';
import { Bag } from '../../../../lib/simulator/bag/bag';
import type { VirtualPod } from '../../../../lib/simulator/discovery/raw-target';
import { model, sourced } from '../../stack/fixtures';

const object = (apiVersion: string, kind: string, namespace: string | undefined, spec: any = {}) =>
  sourced({ apiVersion, kind, metadata: { name: 'one', namespace }, spec });

const DENY = object('networking.k8s.io/v1', 'NetworkPolicy', 'shop', { podSelector: { matchLabels: { app: 'web' } } });

function podIn(namespace: string, app: string, spec: any = {}, workload: any = {}): VirtualPod {
  return {
    ...{ namespace, name: app, labels: { app }, opaqueLabels: new Set<string>() },
    spec: { containers: [], initContainers: [], ...spec },
    workload: sourced({ kind: 'Deployment', metadata: { name: app, namespace }, spec: workload }),
  } as any;
}

const WEB = podIn('shop', 'web');

describe('the policies of a namespace', () => {
  const tellsAll = (...objects: any[]) => new Network(new Bag(objects)).tellsAll('shop');

  test('are all there are, as far as the objects tell', () => {
    expect(tellsAll(DENY)).toBe(true);
  });

  test.each([
    ['of a network plugin in that namespace', object('cilium.io/v2', 'CiliumNetworkPolicy', 'shop')],
    ['of a network plugin for the whole cluster', object('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', undefined)],
    [
      'of a release of some other chart',
      object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'shop', { chart: { spec: { chart: 'web' } } }),
    ],
  ])('may be more by one %s', (_, more) => {
    expect(tellsAll(DENY, more)).toBe(false);
  });

  test('are not more by one of a network plugin in another namespace', () => {
    expect(tellsAll(DENY, object('cilium.io/v2', 'CiliumNetworkPolicy', 'bank'))).toBe(true);
  });

  test('are known in that of a release of which the objects are known', () => {
    expect(new Network(new Bag(model().objects)).tellsAll('monitoring')).toBe(true);
  });
});

describe('a pod', () => {
  const network = new Network(new Bag([DENY]));

  test('is isolated by a policy of its namespace that selects it', () => {
    expect(network.isolates(WEB, 'ingress')).toBe(true);
  });

  test.each([
    ['that selects others', podIn('shop', 'db'), 'ingress'],
    ['of another namespace', podIn('bank', 'web'), 'ingress'],
    ['about the other direction', WEB, 'egress'],
  ] as const)('is not isolated by a policy %s', (_, pod, direction) => {
    expect(network.isolates(pod, direction)).toBe(false);
  });

  test('with the network of its node is protected by nothing that anybody can tell', () => {
    const judge = (to: VirtualPod) =>
      network.judge({ from: network.partyOf(podIn('bank', 'x')), to: network.partyOf(to), port: 80 }, 'ingress')
        .allowed;
    expect(judge(WEB)).toBe('no');
    expect(judge(podIn('shop', 'web', { hostNetwork: true }))).toBe('unknown');
    expect(judge(podIn('shop', 'web', {}, { hostNetwork: true }))).toBe('unknown');
  });
});
