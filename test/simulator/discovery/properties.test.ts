import fc from 'fast-check';
import { Kind } from '../../../lib/simulator/bag/bag-kind';
import type { Discovery } from '../../../lib/simulator/discovery/discovery';
import { labelNames } from '../../../lib/simulator/relabel/relabel-rule';
import { deployment, discoveryOf, endpoints, pod, ports, service, serviceOf, slice, workload } from './fixtures';

const ROLES = ['endpoints', 'endpointslice'] as const;

/** Everything that discovery says, as plain data. */
function everything(discovery: Discovery): unknown {
  const { bag } = discovery;
  return JSON.parse(
    JSON.stringify({
      kinds: bag.kinds,
      namespaces: bag.namespaces,
      malformed: bag.malformed,
      pods: discovery.pods.all.map((one) => [one, discovery.podTargets(one)]),
      services: ROLES.flatMap((role) =>
        ['3.11.0', '2.55.0'].flatMap((prometheus) => {
          const view = discovery.endpoints(role, { prometheus, kubernetes: '1.30' });
          return bag.namespaces.map((namespace) => [
            view.targetsIn(namespace),
            bag.in(Kind.SERVICE, namespace).map((one) => [view.whyNone(one), view.unresolvedPorts(one)]),
          ]);
        }),
      ),
    }),
  );
}

const namespace = fc.constantFrom('shop', 'pay');
const labels = fc.dictionary(fc.constantFrom('app', 'tier', 'pod-template-hash'), fc.constantFrom('web', 'wbe', 'api'));
const port = fc.record({
  name: fc.constantFrom('http', 'metrics', ''),
  containerPort: fc.constantFrom(80, 8080, 9090),
  protocol: fc.constantFrom('TCP', 'UDP'),
});
const podSpec = fc.record({
  containers: fc.array(fc.record({ name: fc.constantFrom('a', 'b'), ports: fc.array(port, { maxLength: 2 }) }), {
    maxLength: 2,
  }),
  initContainers: fc.array(
    fc.record({
      name: fc.constant('i'),
      restartPolicy: fc.constantFrom('Always', 'Never'),
      ports: fc.array(port, { maxLength: 1 }),
    }),
    { maxLength: 1 },
  ),
});
const servicePorts = fc.array(
  fc.record({
    name: fc.constantFrom('http', 'm'),
    port: fc.constantFrom(80, 8080),
    targetPort: fc.constantFrom('http', 'metrics', 80, undefined),
  }),
  { maxLength: 2 },
);

const anObject = fc.oneof(
  fc
    .tuple(namespace, labels, podSpec, fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet'))
    .map(([ns, own, spec, kind]) => workload('apps/v1', kind, spec, { namespace: ns }, own)),
  fc
    .tuple(namespace, labels, podSpec, fc.constantFrom('Running', 'Failed', 'Pending'))
    .map(([ns, own, spec, phase]) => pod(spec, { namespace: ns, labels: own }, { phase })),
  fc
    .tuple(namespace, labels, servicePorts, labels)
    .map(([ns, selector, list, own]) => service({ selector, ports: list }, { namespace: ns, labels: own })),
  fc
    .tuple(namespace, port)
    .map(([ns, one]) =>
      endpoints([{ addresses: [{ ip: '192.0.2.1' }], ports: [{ ...one, port: 1 }] }], { namespace: ns }),
    ),
  fc.tuple(namespace, fc.boolean()).map(([ns, lone]) => {
    const one = slice({ endpoints: [{ addresses: ['192.0.2.1'] }], ports: [{ port: 1 }] }, lone ? {} : undefined);
    return { ...one, metadata: { ...one.metadata, namespace: ns } };
  }),
);

/** Objects with a name of their own each, so that none replaces another. */
const objects = fc.array(anObject, { maxLength: 12 }).map((list) => {
  const seen = new Map<string, number>();
  return list.map((one: any) => {
    const key = `${one.kind}/${one.metadata.namespace}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    // The first keeps its name, so that Endpoints meet their Service.
    return count === 0 ? one : { ...one, metadata: { ...one.metadata, name: `${one.metadata.name}-${count}` } };
  });
});

describe('discovery of any bag', () => {
  test('does not depend on the order of the objects', () => {
    fc.assert(
      fc.property(
        objects.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(everything(discoveryOf(...shuffled))).toEqual(everything(discoveryOf(...list)));
        },
      ),
    );
  });

  test('finds targets, or says why there is none', () => {
    fc.assert(
      fc.property(objects, fc.constantFrom(...ROLES), (list, role) => {
        const discovery = discoveryOf(...list);
        const view = discovery.endpoints(role);
        for (const one of discovery.bag.all(Kind.SERVICE)) {
          const real = view.targetsOf(one).filter(({ assumed }) => !assumed);
          expect(view.whyNone(one) === undefined).toBe(real.length > 0);
        }
      }),
    );
  });

  test('finds the same pods as a look at every single one', () => {
    fc.assert(
      fc.property(objects, (list) => {
        const discovery = discoveryOf(...list);
        for (const one of discovery.bag.all(Kind.SERVICE)) {
          const { selector } = one.object.spec;
          const naive = discovery.pods
            .in(one.object.metadata.namespace as string)
            .filter((candidate) =>
              Object.keys(selector).every(
                (key) =>
                  candidate.labels[key] === selector[key] ||
                  (key in candidate.labels && candidate.opaqueLabels.has(key)),
              ),
            );
          const found = discovery.podsOf(one);
          expect(found?.known === 'pods' ? found.pods : []).toEqual(Object.keys(selector).length === 0 ? [] : naive);
        }
      }),
    );
  });
});

const API_VERSIONS = new Map([
  ...['Service', 'Endpoints', 'Pod', 'ReplicationController', 'Namespace', 'List'].map((kind) => [kind, 'v1'] as const),
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => [kind, 'apps/v1'] as const),
  ...['Job', 'CronJob'].map((kind) => [kind, 'batch/v1'] as const),
  ...['Prometheus', 'Alertmanager', 'ThanosRuler'].map((kind) => [kind, 'monitoring.coreos.com/v1'] as const),
  ['PrometheusAgent', 'monitoring.coreos.com/v1alpha1'],
  ['EndpointSlice', 'discovery.k8s.io/v1'],
  ['CustomResourceDefinition', 'apiextensions.k8s.io/v1'],
]);

/** Fields of these kinds, with values of any shape at any depth. */
const { broken } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1e21,
      80,
      '80',
      '',
      'http',
      'web',
      'Pod',
      'IPv6',
      'None',
      'ExternalName',
      'Always',
      'Running',
    ),
    fc.jsonValue({ maxDepth: 1 }),
  ),
  broken: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('broken'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...[
          'metadata',
          'spec',
          'status',
          'template',
          'jobTemplate',
          'selector',
          'ports',
          'containers',
          'initContainers',
        ],
        ...[
          'labels',
          'annotations',
          'ownerReferences',
          'name',
          'namespace',
          'port',
          'targetPort',
          'containerPort',
          'protocol',
        ],
        ...[
          'items',
          'kind',
          'apiVersion',
          'subsets',
          'addresses',
          'endpoints',
          'targetRef',
          'conditions',
          'ip',
          'ready',
        ],
        ...[
          'podMetadata',
          'scrapeInterval',
          'type',
          'ipFamilies',
          'names',
          'group',
          'scope',
          'controller',
          'phase',
          'podIPs',
        ],
        ...['__proto__', 'constructor', 'toString', 'app'],
      ),
      tie('broken'),
      { maxKeys: 6 },
    ),
  ),
}));

const brokenObject = fc
  .tuple(fc.constantFrom(...API_VERSIONS.keys()), broken, broken, broken, fc.boolean())
  .map(([kind, metadata, spec, rest, named]) => ({
    ...(typeof rest === 'object' && rest),
    spec,
    apiVersion: API_VERSIONS.get(kind),
    kind,
    metadata: named ? { ...(typeof metadata === 'object' && metadata), name: 'web' } : metadata,
  }));

describe('discovery of nonsense', () => {
  test('never throws, and gives plain labels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(brokenObject, fc.jsonValue(), fc.constant(undefined)), { maxLength: 6 }),
        (list) => {
          const discovery = discoveryOf(service({ selector: { app: 'web' }, ports: [{ port: 80 }] }), ...list);
          everything(discovery);
          const targets = discovery.bag.namespaces.flatMap((ns) =>
            ROLES.flatMap((role) => discovery.endpoints(role).targetsIn(ns)),
          );
          for (const { labels: found } of [
            ...targets,
            ...discovery.pods.all.flatMap((one) => discovery.podTargets(one)),
          ]) {
            expect(labelNames(found).every((name) => typeof found[name] === 'string')).toBe(true);
            expect('toString' in found).toBe(false);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('work', () => {
  /** Many apps in one namespace that share a label, as a Helm chart or cdk8s app has them. */
  function examined(count: number): number {
    const list = Array.from({ length: count }, (_, i) => `app-${i}`).flatMap((name) => {
      const own = { 'app.kubernetes.io/part-of': 'shop', app: name };
      return [
        deployment(ports({ name: 'http', containerPort: 8080 }), { name }, own),
        service({ selector: own, ports: [{ port: 80, targetPort: 'http' }] }, { name, labels: own }),
      ];
    });
    const discovery = discoveryOf(...list);
    const view = discovery.endpoints('endpointslice');
    const all = discovery.bag.all(Kind.SERVICE);
    for (let prometheus = 0; prometheus < 3; prometheus++) {
      expect(all.flatMap((one) => view.targetsOf(one))).toHaveLength(count);
    }
    expect(view.targetsOf(serviceOf(discovery, 'app-0'))).toBe(view.targetsOf(serviceOf(discovery, 'app-0')));
    return discovery.pods.examined;
  }

  test('grows with the objects, not with their square, and is done once', () => {
    expect(examined(100)).toBe(100);
    expect(examined(1000)).toBe(1000);
  });
});
