import { BagLookup } from '../../../lib/simulator/bag/bag-lookup';
import { bagOf } from '../discovery/fixtures';

test.each(['ServiceMonitor', 'PodMonitor', 'Prometheus', 'Secret'])('a %s of another group is none', (kind) => {
  const metadata = { name: 'web', namespace: 'shop' };
  const lookup = new BagLookup(bagOf([{ apiVersion: 'azmonitoring.coreos.com/v1', kind, metadata, spec: {} }]));
  expect(lookup.byKind(kind)).toEqual([]);
  expect(lookup.find(kind, 'shop', 'web')).toBeUndefined();
});

test('a kind that may be of any group is found whatever its group is', () => {
  const metadata = { name: 'creds', namespace: 'shop' };
  const lookup = new BagLookup(bagOf([{ apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata }]));
  expect(lookup.byKind('ExternalSecret')).toHaveLength(1);
});
