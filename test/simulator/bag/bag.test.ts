import { Kind } from '../../../lib/simulator/bag/bag-kind';
import { parseSelector } from '../../../lib/simulator/bag/kube-selector';
import { bagOf, deployment, ports, service, slice } from '../discovery/fixtures';

function names(objects: readonly any[]): string[] {
  return objects.map(({ object }) => object.metadata.name);
}

function malformed(object: any): string[] {
  return bagOf([object]).malformed.map(({ field, message }) => `${field} ${message}`);
}

describe('lists', () => {
  const web = service({});
  const list = (items: any, kind = 'List') => ({ apiVersion: 'v1', kind, items });

  test('are taken apart, at any depth, and null documents are left out', () => {
    const bag = bagOf([null, list([web, null, list([service({}, { name: 'b' })])]), undefined]);
    expect(names(bag.all(Kind.SERVICE))).toEqual(['b', 'web']);
    expect(bag.malformed).toEqual([]);
    expect(bag.size).toBe(2);
  });

  test('of one kind lend their type to items that name none', () => {
    const { apiVersion, kind, ...rest } = web;
    expect([apiVersion, kind]).toEqual(['v1', 'Service']);
    expect(names(bagOf([list([rest], 'ServiceList')]).all(Kind.SERVICE))).toEqual(['web']);
  });

  test('keep the place they came from', () => {
    expect(bagOf([list([web])]).all(Kind.SERVICE)[0].source).toEqual({ file: 'all.yaml' });
  });

  test('that hold themselves, or one list many times, end', () => {
    const circle: any = list([web]);
    circle.items.push(circle);
    let bomb: any = list([web]);
    for (let depth = 0; depth < 40; depth++) {
      bomb = list([bomb, bomb, bomb]);
    }
    expect(bagOf([circle]).malformed).toMatchObject([{ field: 'items' }]);
    expect(names(bagOf([bomb]).all(Kind.SERVICE))).toEqual(['web']);
  });

  test('nested deeper than any call stack end', () => {
    let deep: any = web;
    for (let depth = 0; depth < 100_000; depth++) {
      deep = list([deep]);
    }
    expect(bagOf([deep]).size).toBe(1);
  });

  test('a kind whose name ends in List and has no items is an object like any other', () => {
    expect(bagOf([{ apiVersion: 'x.io/v1', kind: 'AllowList', metadata: { name: 'a' } }]).kinds).toEqual([
      'AllowList.x.io',
    ]);
  });
});

describe('defaults of the API server', () => {
  test('a Service port without protocol and targetPort has TCP and its own number', () => {
    const [found] = bagOf([service({ ports: [{ port: 80 }] })]).all(Kind.SERVICE);
    expect(found.object.spec).toMatchObject({
      type: 'ClusterIP',
      ports: [{ name: '', port: 80, protocol: 'TCP', targetPort: 80, index: 0 }],
    });
  });

  test('a container port without protocol has TCP', () => {
    const [found] = bagOf([deployment(ports({ containerPort: 80 }))]).all(Kind.DEPLOYMENT);
    expect(found.object.spec.template.spec.containers[0].ports).toEqual([
      { name: '', containerPort: 80, protocol: 'TCP' },
    ]);
  });

  test.each([
    ['Prometheus', 'v1'],
    ['PrometheusAgent', 'v1alpha1'],
  ])('a %s without scrapeInterval has 30s', (kind, version) => {
    const of = (spec?: any) =>
      bagOf([{ apiVersion: `monitoring.coreos.com/${version}`, kind, metadata: { name: 'k8s' }, spec }]).all(
        `${kind}.monitoring.coreos.com`,
      )[0].object.spec.scrapeInterval;
    expect([of(), of({ scrapeInterval: null }), of({ scrapeInterval: '1m' })]).toEqual(['30s', '30s', '1m']);
  });

  test('an object without a namespace gets the one given, `default` unless set', () => {
    const lone = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
    expect(bagOf([lone]).find(Kind.SERVICE, 'default', 'web')?.object.metadata.namespace).toBe('default');
    expect(bagOf([lone], { defaultNamespace: 'x' }).find(Kind.SERVICE, 'x', 'web')).toBeDefined();
    expect(
      bagOf([{ ...lone, metadata: { name: 'web', namespace: '' } }]).find(Kind.SERVICE, 'default', 'web'),
    ).toBeDefined();
  });

  test('a cluster-scoped object gets none', () => {
    const cases = [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', namespace: 'b' } },
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'a' } },
      { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', metadata: { name: 'a' } },
      { apiVersion: 'x.io/v1', kind: 'Wide', metadata: { name: 'a' } },
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'wides.x.io' },
        spec: { group: 'x.io', names: { kind: 'Wide' }, scope: 'Cluster' },
      },
    ];
    const bag = bagOf(cases);
    expect(bag.kinds.flatMap((kind) => bag.namespacesOf(kind))).toEqual(cases.map(() => ''));
    expect(bag.namespaces).toEqual([]);
  });

  test('an object of a foreign kind named Cluster is in a namespace', () => {
    const bag = bagOf([{ apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', metadata: { name: 'db' } }]);
    expect(bag.namespacesOf('Cluster.postgresql.cnpg.io')).toEqual(['default']);
  });

  test('what is given stays as it is, and the given object is not touched', () => {
    const given = service({
      selector: { app: 'web' },
      ports: [{ port: 80, nodePort: 30000 }],
      sessionAffinity: 'None',
    });
    const before = JSON.stringify(given);
    const [found] = bagOf([given]).all(Kind.SERVICE);
    expect(found.object.spec).toMatchObject({ ports: [{ nodePort: 30000 }], sessionAffinity: 'None' });
    expect(JSON.stringify(given)).toBe(before);
  });

  test('an object to be named by the API server has a made-up name', () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'run-' }, spec: {} };
    expect(names(bagOf([job]).all(Kind.JOB))).toEqual(['run-xxxxx']);
  });
});

describe('finding objects', () => {
  test('a kind of another group is another kind', () => {
    const knative = { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'a' } };
    const bag = bagOf([knative, service({})]);
    expect(names(bag.all(Kind.SERVICE))).toEqual(['web']);
    expect(names(bag.all('Service.serving.knative.dev'))).toEqual(['a']);
  });

  test('two versions of one kind are one kind', () => {
    const old = { ...slice({}), apiVersion: 'discovery.k8s.io/v1beta1' };
    expect(bagOf([old]).all(Kind.ENDPOINT_SLICE)).toHaveLength(1);
  });

  test('lists are sorted by namespace and name, whatever the order', () => {
    const objects = [
      service({}, { name: 'b', namespace: 'y' }),
      service({}, { name: 'a', namespace: 'y' }),
      service({}, { name: 'c', namespace: 'x' }),
    ];
    expect(names(bagOf(objects).all(Kind.SERVICE))).toEqual(['c', 'a', 'b']);
    expect(names(bagOf(objects).in(Kind.SERVICE, 'y'))).toEqual(['a', 'b']);
    expect(bagOf(objects).in(Kind.SERVICE, 'z')).toEqual([]);
  });

  test('of two objects with one name the last counts, and both are told', () => {
    const bag = bagOf([service({ type: 'NodePort' }), service({ type: 'LoadBalancer' })]);
    expect(bag.all(Kind.SERVICE).map(({ object }) => object.spec.type)).toEqual(['LoadBalancer']);
    expect(bag.duplicates).toMatchObject([
      { counts: { object: { spec: { type: 'LoadBalancer' } } }, replaced: { object: { spec: { type: 'NodePort' } } } },
    ]);
  });

  test('a namespace is held by what is in it, not by the Namespace alone', () => {
    const bag = bagOf([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'empty' } }, service({})]);
    expect([bag.holdsNamespace('empty'), bag.holdsNamespace('shop')]).toEqual([false, true]);
    expect(bag.namespaces).toEqual(['shop']);
  });

  test('a Namespace has the label that the API server adds, and so has one that is not in the bag', () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'a' } } };
    const bag = bagOf([namespace]);
    expect(bag.namespaceLabels('shop')).toEqual({
      labels: { team: 'a', 'kubernetes.io/metadata.name': 'shop' },
      complete: true,
    });
    expect(bag.namespaceLabels('pay')).toEqual({ labels: { 'kubernetes.io/metadata.name': 'pay' }, complete: false });
  });

  test('a selector finds objects by label without looking at all of them', () => {
    const bag = bagOf(
      Array.from({ length: 100 }, (_, i) => service({}, { name: `s${i}`, labels: { app: `${i}`, all: 'x' } })),
    );
    const { selector } = parseSelector({ matchLabels: { all: 'x', app: '7' } }, 'spec.selector');
    expect(selector && names(bag.matching(Kind.SERVICE, 'shop', selector))).toEqual(['s7']);
    expect(bag.examined).toBe(1);
  });
});

describe('malformed objects', () => {
  test.each([
    ['text', '', 'is the text "text", and must be an object'],
    [[1], '', 'is a list, and must be an object'],
    [{}, 'apiVersion', 'is missing'],
    [{ apiVersion: 'v1', kind: 'Service', metadata: null }, 'metadata.name', 'is missing'],
    [{ apiVersion: 'v1', kind: 'Service', metadata: [] }, 'metadata', 'is a list, and must be a map'],
    [{ apiVersion: 'v1', kind: 5, metadata: { name: 'a' } }, 'kind', 'is the number 5, and must be text: quote it'],
    [
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 5 } },
      'metadata.name',
      'is the number 5, and must be text: quote it',
    ],
  ])('%j is left out and told', (object, field, message) => {
    const bag = bagOf([object]);
    expect(bag.size).toBe(0);
    expect(bag.malformed.map((one) => [one.field, one.message])).toContainEqual([field, message]);
  });

  test.each([
    [service('x'), 'spec is the text "x", and must be a map'],
    [service({}, { labels: ['a'] }), 'metadata.labels is a list, and must be a map'],
    [service({}, { labels: { a: 1 } }), 'metadata.labels["a"] is the number 1, and must be text: quote it'],
    [service({ ports: { http: 80 } }), 'spec.ports is a map, and must be a list'],
    [service({ ports: ['http'] }), 'spec.ports[0] is the text "http", and must be a map'],
    [service({ ports: [{ port: '80' }] }), 'spec.ports[0].port is the text "80", and must be a number from 1 to 65535'],
    [service({ ports: [{ name: 'a' }] }), 'spec.ports[0].port is missing'],
    [
      service({ ports: [{ port: 80, targetPort: 70000 }] }),
      'spec.ports[0].targetPort is the number 70000, and must be a number from 1 to 65535',
    ],
    [
      service({ ports: [{ port: 80, targetPort: [] }] }),
      'spec.ports[0].targetPort is a list, and must be a number or the name of a container port',
    ],
    [service({ selector: { app: true } }), 'spec.selector["app"] is true, and must be text: quote it'],
    [deployment({ containers: { app: {} } }), 'spec.template.spec.containers is a map, and must be a list'],
    [
      deployment(ports({ containerPort: '80' })),
      'spec.template.spec.containers[0].ports[0].containerPort is the text "80", and must be a number from 1 to 65535',
    ],
    [deployment({}, {}, ['app']), 'spec.template.metadata.labels is a list, and must be a map'],
  ])('a malformed part counts as absent, and the object stays: case %#', (object, message) => {
    expect(malformed(object)).toEqual([message]);
    expect(bagOf([object]).size).toBe(1);
  });

  test('a malformed entry leaves the others, which keep their place', () => {
    const [found] = bagOf([service({ ports: ['x', { port: 80 }] })]).all(Kind.SERVICE);
    expect(found.object.spec.ports).toMatchObject([{ port: 80, index: 1 }]);
  });

  test.each([undefined, null])('%p where something optional belongs is nothing to tell', (value) => {
    expect(
      malformed(service({ selector: value, ports: value, type: value }, { labels: value, annotations: value })),
    ).toEqual([]);
  });

  test('keys that mean something in JavaScript are keys like any other', () => {
    const labels = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}');
    const bag = bagOf([service({}, { name: 'odd', labels }), service({})]);
    const odd = bag.find(Kind.SERVICE, 'shop', 'odd')?.object.metadata.labels as any;
    expect(Object.keys(odd)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as any).a).toBeUndefined();
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const { selector } = parseSelector(
        { matchExpressions: [{ key: key.replace(/^_+|_+$/g, ''), operator: 'Exists' }] },
        '',
      );
      expect(selector && names(bag.matching(Kind.SERVICE, 'shop', selector))).toEqual(
        key === '__proto__' ? [] : ['odd'],
      );
    }
  });

  test('are told in a stable order, by place', () => {
    const bad = (name: string) => service({ ports: {}, selector: [] }, { name });
    const fields = (objects: any[]) =>
      bagOf(objects).malformed.map(({ object, field }) => [object.object.metadata.name, field]);
    expect(fields([bad('b'), bad('a')])).toEqual(fields([bad('a'), bad('b')]));
  });
});
