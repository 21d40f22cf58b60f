import type { KubeObject } from '../../../lib/simulator/kube-object';
import { controllersOf, isInstance, withSupplements } from '../../../truth/scenario/supplements';

function object(kind: string, name: string, namespace?: string, more: object = {}, apiVersion = 'v1'): KubeObject {
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, ...more };
}

function prometheus(
  namespace: string | undefined,
  serviceAccountName: string | undefined,
  annotations = {},
): KubeObject {
  const plain = object('Prometheus', 'k8s', namespace, { spec: { serviceAccountName } }, 'monitoring.coreos.com/v1');
  return { ...plain, metadata: { ...plain.metadata, annotations } };
}

function namesOf(objects: readonly KubeObject[], kind: string): string[] {
  return objects
    .filter((one) => one.kind === kind)
    .map(({ metadata }) => [metadata.namespace, metadata.name].filter((part) => part !== undefined).join('/'));
}

test('every namespace that objects name is there, before them and once', () => {
  const complete = withSupplements([
    object('Service', 'a', 'shop'),
    object('Service', 'b', 'shop'),
    object('Pod', 'c', 'app'),
  ]);
  expect(complete.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Namespace app',
    'Namespace shop',
    'Service a',
    'Service b',
    'Pod c',
  ]);
});

test('a namespace that is among the objects stays as it is', () => {
  const namespace = { ...object('Namespace', 'shop'), metadata: { name: 'shop', labels: { team: 'web' } } };
  expect(withSupplements([object('Service', 'a', 'shop'), namespace])).toEqual([
    object('Service', 'a', 'shop'),
    namespace,
  ]);
});

test('a namespace that every cluster has is not made', () => {
  expect(
    namesOf(withSupplements([object('Service', 'a', 'default'), object('Pod', 'b', 'kube-system')]), 'Namespace'),
  ).toEqual([]);
});

test('what names no namespace goes to the default one, unless its kind has none', () => {
  const complete = withSupplements([
    object('Service', 'a'),
    object('StorageClass', 'b', undefined, {}, 'storage.k8s.io/v1'),
    object('IngressClass', 'c', undefined, {}, 'networking.k8s.io/v1'),
    object('Node', 'd'),
  ]);
  expect(complete.map(({ metadata }) => metadata.namespace)).toEqual(['default', undefined, undefined, undefined]);
});

test('the service account of an instance is made in its namespace, once', () => {
  const complete = withSupplements([
    prometheus('a', 'scraper'),
    prometheus('a', 'scraper'),
    prometheus('b', 'scraper'),
  ]);
  expect(namesOf(complete, 'ServiceAccount')).toEqual(['a/scraper', 'b/scraper']);
});

test('a service account that is there, or that the cluster makes, is not made', () => {
  const accounts = [object('ServiceAccount', 'scraper', 'a')];
  const instances = [
    prometheus('a', 'scraper'),
    prometheus('b', 'default'),
    prometheus('c', ''),
    prometheus('d', undefined),
  ];
  expect(namesOf(withSupplements([...accounts, ...instances]), 'ServiceAccount')).toEqual(['a/scraper']);
});

test('the service accounts of workloads are made, since without them there are no pods', () => {
  const template = (spec: object) => ({ spec: { template: { spec } } });
  const complete = withSupplements([
    object('Pod', 'a', 'shop', { spec: { serviceAccountName: 'pod' } }),
    object('Deployment', 'b', 'shop', template({ serviceAccountName: 'deployment' }), 'apps/v1'),
    object('StatefulSet', 'c', 'shop', template({ serviceAccount: 'old-name' }), 'apps/v1'),
    object('CronJob', 'd', 'shop', { spec: { jobTemplate: template({ serviceAccountName: 'cron' }) } }, 'batch/v1'),
    object('Service', 'e', 'shop', { spec: { selector: { serviceAccountName: 'none' } } }),
  ]);
  expect(namesOf(complete, 'ServiceAccount')).toEqual(['shop/pod', 'shop/deployment', 'shop/old-name', 'shop/cron']);
});

test('what is complete stays as it is, as does what is given', () => {
  const given = [object('Service', 'a'), prometheus(undefined, 'scraper'), object('Pod', 'b', 'shop')];
  const before = structuredClone(given);
  const complete = withSupplements(given);
  expect(given).toEqual(before);
  expect(withSupplements(complete)).toEqual(complete);
});

test('a Prometheus of another API group is no instance', () => {
  const other = object('Prometheus', 'k8s', 'a', {}, 'example.com/v1');
  const agent = object('PrometheusAgent', 'k8s', 'a', {}, 'monitoring.coreos.com/v1alpha1');
  expect([other, agent, prometheus('a', undefined), object('Service', 'a')].map(isInstance)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('the controllers are the one without a name and those that instances name', () => {
  const id = 'operator.prometheus.io/controller-id';
  expect(controllersOf([])).toEqual(['']);
  expect(
    controllersOf([prometheus('a', undefined, { [id]: 'red' }), prometheus('b', undefined, { [id]: 'blue' })]),
  ).toEqual(['', 'blue', 'red']);
});
