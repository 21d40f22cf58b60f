import {
  type Answer,
  judgeConnection,
  matchesPeer,
  matchesPort,
  type Party,
} from '../../../../lib/simulator/access/network/judge-connection';
import { type NetworkPolicy, readNetworkPolicy } from '../../../../lib/simulator/access/network/network-policy';

const DECLARED = [
  { name: 'http', containerPort: 8080, protocol: 'TCP' },
  { name: 'dns', containerPort: 53, protocol: 'UDP' },
];

/** A pod with label `app`, whose namespace has label `team`. */
function party(namespace: string, app: string, more: Partial<Party> & { readonly opaque?: string[] } = {}): Party {
  const { opaque = [], ...rest } = more;
  const pod: any = {
    ...{ namespace, name: app, labels: { app }, opaqueLabels: new Set(opaque) },
    spec: { containers: [{ name: 'main', ports: DECLARED }], initContainers: [] },
  };
  return { pod, namespaceLabels: { team: namespace }, labelsComplete: true, hostNetwork: false, ...rest };
}

function policy(spec: any): NetworkPolicy {
  const metadata = { name: 'web', namespace: 'shop' };
  const object = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
  return readNetworkPolicy({ object, source: {} }) as NetworkPolicy;
}

const WEB = party('shop', 'web');
const PROMETHEUS = party('monitoring', 'prometheus');

describe('a port of a rule', () => {
  test.each<[string, any, number, Answer]>([
    ['takes its number', { port: 8080 }, 8080, 'yes'],
    ['takes no other number', { port: 8080 }, 8081, 'no'],
    ['takes the first of a range', { port: 8000, endPort: 9000 }, 8000, 'yes'],
    ['takes the last of a range', { port: 8000, endPort: 9000 }, 9000, 'yes'],
    ['takes none beyond a range', { port: 8000, endPort: 9000 }, 9001, 'no'],
    ['takes none before a range', { port: 8000, endPort: 9000 }, 7999, 'no'],
    ['takes all where it has no number', { protocol: 'TCP' }, 8080, 'yes'],
    ['takes nothing over TCP where it is of UDP', { protocol: 'UDP', port: 8080 }, 8080, 'no'],
    ['takes nothing over TCP where it is of SCTP', { protocol: 'SCTP' }, 8080, 'no'],
    ['takes what the pod declares by its name', { port: 'http' }, 8080, 'yes'],
    ['takes no other port by that name', { port: 'http' }, 8081, 'no'],
    ['takes no port by a name that the pod does not declare', { port: 'metrics' }, 8080, 'no'],
    ['takes no port by the name of one of UDP', { port: 'dns' }, 53, 'no'],
  ])('%s', (_, port, wanted, expected) => {
    const [range] = policy({ podSelector: {}, ingress: [{ ports: [port] }] }).ingress?.[0].ports ?? [];
    expect(matchesPort(range, wanted, WEB.pod)).toBe(expected);
  });
});

describe('a peer of a rule', () => {
  const app = (name: string) => ({ podSelector: { matchLabels: { app: name } } });
  const team = (name: string) => ({ namespaceSelector: { matchLabels: { team: name } } });

  test.each<[string, any, Party, Answer]>([
    ['with a podSelector alone takes pods of its namespace', app('web'), WEB, 'yes'],
    ['with a podSelector alone takes none of another', app('prometheus'), PROMETHEUS, 'no'],
    ['with a namespaceSelector alone takes all pods there', team('monitoring'), PROMETHEUS, 'yes'],
    ['with a namespaceSelector alone takes none elsewhere', team('other'), PROMETHEUS, 'no'],
    ['with both takes what both take', { ...app('prometheus'), ...team('monitoring') }, PROMETHEUS, 'yes'],
    ['with both takes nothing by the namespace alone', { ...app('web'), ...team('monitoring') }, PROMETHEUS, 'no'],
    ['with both takes nothing by the pod alone', { ...app('prometheus'), ...team('other') }, PROMETHEUS, 'no'],
    ['that is a range may hold any pod', { ipBlock: { cidr: '10.0.0.0/8' } }, PROMETHEUS, 'unknown'],
    [
      'may or may not see a pod that has the network of its node',
      team('other'),
      party('monitoring', 'prometheus', { hostNetwork: true }),
      'unknown',
    ],
    [
      'may take a namespace of which not all labels are known',
      { namespaceSelector: { matchLabels: { zone: 'a' } } },
      party('monitoring', 'prometheus', { labelsComplete: false }),
      'unknown',
    ],
    [
      'may take a pod by a label whose value a controller sets',
      { podSelector: { matchLabels: { hash: '1' } } },
      party('shop', 'web', { opaque: ['hash'] }),
      'unknown',
    ],
  ])('%s', (_, from, other, expected) => {
    const [peer] = policy({ podSelector: {}, ingress: [{ from: [from] }] }).ingress?.[0].peers ?? [];
    expect(matchesPeer(peer, 'shop', other)).toBe(expected);
  });
});

describe('policies at one end of a connection', () => {
  const connection = { from: PROMETHEUS, to: WEB, port: 8080 };
  const allowed = (...policies: NetworkPolicy[]) => judgeConnection(connection, 'ingress', policies).allowed;
  const deny = policy({ podSelector: {} });
  const closed = policy({ podSelector: {}, ingress: [{ ports: [{ port: 9000 }] }] });
  const open = policy({ podSelector: {}, ingress: [{ ports: [{ port: 8080 }] }] });

  test('allow everything where none is about the pod', () => {
    expect(allowed()).toBe('yes');
    expect(allowed(policy({ podSelector: { matchLabels: { app: 'db' } } }))).toBe('yes');
    expect(allowed(policy({ podSelector: {}, policyTypes: ['Egress'] }))).toBe('yes');
  });

  test('allow nothing where one without rules is', () => {
    expect(allowed(deny)).toBe('no');
  });

  test('allow what one of them allows', () => {
    expect(allowed(deny, closed)).toBe('no');
    expect(allowed(deny, closed, open)).toBe('yes');
  });

  test('allow everything by a rule without peers and ports', () => {
    expect(allowed(policy({ podSelector: {}, ingress: [{}] }))).toBe('yes');
  });
});
