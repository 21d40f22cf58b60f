import { NetworkPeer } from '../../lib/app/network-peer';

test.each(['10.0.0.0/8', '192.168.1.1/32', '2001:db8::/32'])('%s is a range', (cidr) => {
  expect(NetworkPeer.ipBlock(cidr).toManifest()).toEqual({ ipBlock: { cidr } });
});

test.each(['10.0.0.1', '10.0.0.0/33', '10.0.0/8', '10.0.0.0/8/8', '', '::/129', '10.0.0.0/x'])(
  '%s is no range',
  (cidr) => {
    expect(() => NetworkPeer.ipBlock(cidr)).toThrow(`"${cidr}" is no CIDR range`);
    expect(() => NetworkPeer.ipBlock('10.0.0.0/8', [cidr])).toThrow(`"${cidr}" is no CIDR range`);
  },
);

test('a namespace must be one that can exist', () => {
  expect(() => NetworkPeer.namespaces('web', 'Bad NS')).toThrow('"Bad NS" may hold only');
  expect(() => NetworkPeer.pods({ app: 'web' }, '')).toThrow('"" is empty');
});
