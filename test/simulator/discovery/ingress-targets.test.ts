import { Kind } from '../../../lib/simulator/bag/bag-kind';
import { ingressTargets } from '../../../lib/simulator/discovery/ingress-targets';
import { MetaLabels } from '../../../lib/simulator/discovery/meta-labels';
import { bagOf } from './fixtures';

function urlsOf(spec: any): string[] {
  const metadata = { name: 'web', namespace: 'shop' };
  const bag = bagOf([{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec }]);
  const [ingress] = bag.all(Kind.INGRESS);
  return ingressTargets(ingress, new MetaLabels()).map(({ labels }) => {
    const meta = (name: string) => labels[`__meta_kubernetes_ingress_${name}`];
    return `${meta('scheme')}://${labels.__address__}${meta('path')}`;
  });
}

const paths = (...all: (string | undefined)[]) => ({ paths: all.map((path) => ({ path })) });

test('an Ingress has a target for each path of each rule', () => {
  expect(
    urlsOf({
      rules: [
        { host: 'a', http: paths('/', '/cart') },
        { host: 'b', http: paths('/') },
      ],
    }),
  ).toEqual(['http://a/', 'http://a/cart', 'http://b/']);
});

test('a rule without paths, and a path that is not given, are about all', () => {
  expect(urlsOf({ rules: [{ host: 'a' }, { host: 'b', http: paths('', undefined) }] })).toEqual([
    'http://a/',
    'http://b/',
    'http://b/',
  ]);
});

test('a default backend is no target', () => {
  expect(urlsOf({ defaultBackend: { service: { name: 'web', port: { number: 80 } } } })).toEqual([]);
});

test.each([
  ['the host itself', 'shop.example.org', 'shop.example.org', 'https'],
  ['a star for the first part', '*.example.org', 'shop.example.org', 'https'],
  ['a star for the first part alone', '*.example.org', 'a.shop.example.org', 'http'],
  ['no more parts behind those that are named', '*.example.org', 'shop.example.org.local', 'http'],
  ['nothing without a part for the star', '*.example.org', 'example.org', 'http'],
  ['a star at the beginning alone', 'shop.*.org', 'shop.example.org', 'http'],
  ['no other host', 'shop.example.org', 'cart.example.org', 'http'],
])('TLS is about %s', (_, pattern, host, scheme) => {
  expect(urlsOf({ tls: [{ hosts: [pattern] }], rules: [{ host }] })).toEqual([`${scheme}://${host}/`]);
});
