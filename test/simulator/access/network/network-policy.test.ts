import { readNetworkPolicy } from '../../../../lib/simulator/access/network/network-policy';

function read(spec: any) {
  const metadata = { name: 'web', namespace: 'shop' };
  return readNetworkPolicy({
    object: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec },
    source: {},
  });
}

function portsOf(...ports: any[]) {
  return read({ podSelector: {}, ingress: [{ ports }] })?.ingress?.[0].ports;
}

function peersOf(...from: any[]) {
  return read({ podSelector: {}, ingress: [{ from }] })?.ingress?.[0].peers;
}

describe('the directions of a NetworkPolicy', () => {
  test('are what comes in where it names no types', () => {
    const policy = read({ podSelector: {} });
    expect(policy?.ingress).toEqual([]);
    expect(policy?.egress).toBeUndefined();
  });

  test('are both where it names no types and has rules for what goes out', () => {
    const policy = read({ podSelector: {}, egress: [{}] });
    expect(policy?.ingress).toEqual([]);
    expect(policy?.egress).toHaveLength(1);
  });

  test('are those of its types, whatever rules it has', () => {
    const policy = read({ podSelector: {}, policyTypes: ['Egress'], ingress: [{}] });
    expect(policy?.ingress).toBeUndefined();
    expect(policy?.egress).toEqual([]);
  });
});

describe('the ports of a rule', () => {
  test('are of TCP unless they say otherwise', () => {
    expect(portsOf({ port: 80 }, { port: 53, protocol: 'UDP' })).toMatchObject([
      { protocol: 'TCP', port: 80 },
      { protocol: 'UDP', port: 53 },
    ]);
  });

  test('may be a name, a range, or all of a protocol', () => {
    expect(portsOf({ port: 'http' }, { port: 8000, endPort: 9000 }, { protocol: 'TCP' })).toMatchObject([
      { port: 'http', endPort: undefined },
      { port: 8000, endPort: 9000 },
      { port: undefined, endPort: undefined },
    ]);
  });

  test('are empty, which is all ports, where it names none', () => {
    expect(read({ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] })?.ingress?.[0].ports).toEqual([]);
  });

  test('know the field that they stand in', () => {
    expect(portsOf({ port: 80 }, { port: 81 })?.map(({ field }) => field)).toEqual([
      'spec.ingress[0].ports[0]',
      'spec.ingress[0].ports[1]',
    ]);
  });
});

describe('the peers of a rule', () => {
  test('have the selectors that they name, and no others', () => {
    const pods = { podSelector: { matchLabels: { app: 'prometheus' } } };
    const namespaces = { namespaceSelector: {} };
    expect(
      peersOf(pods, namespaces, { ...pods, ...namespaces })?.map((peer) => ['pods' in peer, 'namespaces' in peer]),
    ).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  test('may be a range of addresses', () => {
    expect(peersOf({ ipBlock: { cidr: '10.0.0.0/8' } }, { podSelector: {} })).toMatchObject([
      { addresses: true },
      { addresses: false },
    ]);
  });

  test('are found below "to" for what goes out', () => {
    const rules = read({ podSelector: {}, egress: [{ to: [{ podSelector: {} }] }] })?.egress;
    expect(rules?.[0].peers.map(({ field }) => field)).toEqual(['spec.egress[0].to[0]']);
  });
});

test.each([
  ['its own', { podSelector: { matchLabels: { app: 1 } } }],
  ['that of a peer', { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: 1 } } }] }] }],
  ['that of the namespaces of a peer', { podSelector: {}, egress: [{ to: [{ namespaceSelector: [] }] }] }],
])('a NetworkPolicy of which the API server refuses a selector is none: %s', (_, spec) => {
  expect(read(spec)).toBeUndefined();
});
