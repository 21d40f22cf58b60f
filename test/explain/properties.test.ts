import fc from 'fast-check';
import { createEvaluation } from '../../lib/check/create-evaluation';
import type { Evaluation } from '../../lib/check/evaluation';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import { allLinks, explained } from './bags';
import { expectSound, nameOfObject } from './soundness';

const SOME = { numRuns: 300 };

// Few values, so that objects often fit together.
const namespace = fc.constantFrom('shop', 'shop', 'shop', 'monitoring');
const value = fc.constantFrom('a', 'a', 'a', 'b', 'aa');
const labels = fc.oneof(
  fc.constant({ app: 'a' }),
  fc.dictionary(fc.constantFrom('app', 'tier'), value, { maxKeys: 2 }),
);
const name = fc.constantFrom('one', 'two', 'three');
const portName = fc.constantFrom('http', 'metrics');
const selector = fc.oneof(
  fc.constant({}),
  fc.constant({ matchLabels: { app: 'a' } }),
  labels.map((matchLabels) => ({ matchLabels })),
  fc
    .tuple(fc.constantFrom('In', 'NotIn'), value)
    .map(([operator, one]) => ({ matchExpressions: [{ key: 'app', operator, values: [one] }] })),
  fc.constantFrom('Exists', 'DoesNotExist').map((operator) => ({ matchExpressions: [{ key: 'tier', operator }] })),
);
const absent = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const rare = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.tuple(fc.integer({ min: 0, max: 7 }), arbitrary).map(([one, given]) => (one === 0 ? given : undefined));

const metadata = fc.record({ name, namespace, labels });
const endpoint = fc
  .record({
    port: absent(portName),
    interval: rare(fc.constantFrom('10s', '1m', 'often')),
    scrapeTimeout: rare(fc.constantFrom('5s', '30s')),
    relabelings: rare(fc.constant([{ action: 'drop', sourceLabels: ['__meta_kubernetes_pod_label_app'], regex: 'b' }])),
    basicAuth: rare(fc.constant({ username: { name: 'login', key: 'u' } })),
    bearerTokenFile: rare(fc.constant('/token')),
  })
  .map((given) => JSON.parse(JSON.stringify(given)));
const namespaceSelector = fc.oneof(
  fc.constant({ any: true }),
  fc.record({ matchNames: fc.array(namespace, { maxLength: 2 }) }),
);
const monitor = fc
  .tuple(
    fc.boolean(),
    metadata,
    selector,
    absent(namespaceSelector),
    fc.array(endpoint, { minLength: 1, maxLength: 3 }),
  )
  .map(([ofPods, meta, own, searched, endpoints]) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: ofPods ? 'PodMonitor' : 'ServiceMonitor',
    metadata: meta,
    spec: {
      selector: own,
      ...(searched && { namespaceSelector: searched }),
      [ofPods ? 'podMetricsEndpoints' : 'endpoints']: endpoints,
    },
  }));
const service = fc
  .tuple(metadata, labels, fc.array(portName, { minLength: 1, maxLength: 3 }), rare(fc.constant(true)), fc.boolean())
  .map(([meta, own, ports, external, named]) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: meta,
    spec: {
      ...(external ? { type: 'ExternalName', externalName: 'example.com' } : {}),
      selector: own,
      ports: [...new Set(ports)].map((port, i) => ({ name: port, port: 80 + i, ...(named && { targetPort: port }) })),
    },
  }));
const workload = fc
  .tuple(
    fc.constantFrom('Deployment', 'StatefulSet', 'Job', 'CronJob', 'Pod'),
    metadata,
    fc.array(portName, { minLength: 1, maxLength: 3 }),
  )
  .map(([kind, meta, ports]) => {
    const spec = {
      containers: [
        { name: 'app', ports: [...new Set(ports)].map((port, i) => ({ name: port, containerPort: 8080 + i })) },
      ],
    };
    const template = { metadata: { labels: meta.labels }, spec };
    return {
      apiVersion: kind === 'Pod' ? 'v1' : kind.endsWith('Job') ? 'batch/v1' : 'apps/v1',
      kind,
      metadata: meta,
      spec: kind === 'Pod' ? spec : kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { template },
    };
  });
const prometheus = fc
  .tuple(metadata, absent(selector), absent(selector), rare(fc.constant(true)), rare(fc.constant(true)), fc.boolean())
  .map(([meta, own, ofNamespaces, ignoreNamespaceSelectors, paused, agent]) => ({
    apiVersion: agent ? 'monitoring.coreos.com/v1alpha1' : 'monitoring.coreos.com/v1',
    kind: agent ? 'PrometheusAgent' : 'Prometheus',
    metadata: { ...meta, name: `${meta.name}${agent ? '-agent' : ''}` },
    spec: {
      ...(own && { serviceMonitorSelector: own, podMonitorSelector: {} }),
      ...(ofNamespaces && { serviceMonitorNamespaceSelector: ofNamespaces, podMonitorNamespaceSelector: {} }),
      ignoreNamespaceSelectors: ignoreNamespaceSelectors === true,
      paused: paused === true,
    },
  }));
const namespaceObject = fc
  .tuple(namespace, labels)
  .map(([one, own]) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: one, labels: own } }));
const bag = fc
  .tuple(
    fc.array(prometheus, { maxLength: 4 }),
    fc.array(monitor, { maxLength: 4 }),
    fc.array(service, { maxLength: 4 }),
    fc.array(workload, { maxLength: 4 }),
    fc.array(namespaceObject, { maxLength: 2 }),
  )
  .map((lists): SourcedObject[] => (lists.flat() as any[]).map((object) => ({ object, source: { file: 'all.yaml' } })));

const absence = fc.constantFrom('default' as const, 'complete' as const, 'partial' as const, 'tree' as const);

test('the verdict agrees with the targets, and every check that a chain names has a finding about that object', () => {
  let scraped = 0;
  fc.assert(
    fc.property(bag, absence, (objects, given) => {
      const evaluation = createEvaluation(objects, { absence: given });
      scraped += expectSound(evaluation);
    }),
    SOME,
  );
  // Else nothing would have been proven.
  expect(scraped).toBeGreaterThan(20);
});

test('the order of the objects changes no explanation', () => {
  fc.assert(
    fc.property(
      bag.chain((objects) => {
        const unique = [...new Map(objects.map((one) => [nameOfObject(one.object), one])).values()];
        return fc.tuple(fc.constant(unique), fc.shuffledSubarray(unique, { minLength: unique.length }));
      }),
      ([objects, shuffled]) => {
        expect(explanationsOf(createEvaluation(shuffled))).toEqual(explanationsOf(createEvaluation(objects)));
      },
    ),
    SOME,
  );
});

test('an explanation stays within what a person can read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (monitors, services) => {
      const many = (count: number, one: any) =>
        Array.from({ length: count }, (_, i) => ({
          object: { ...one, metadata: { ...one.metadata, name: `n${i}` } },
          source: {},
        }));
      const meta = { namespace: 'shop', labels: { app: 'a' } };
      const evaluation = createEvaluation([
        ...many(5, {
          apiVersion: 'monitoring.coreos.com/v1',
          kind: 'Prometheus',
          metadata: { namespace: 'shop' },
          spec: { serviceMonitorSelector: {} },
        }),
        ...many(monitors, {
          apiVersion: 'monitoring.coreos.com/v1',
          kind: 'ServiceMonitor',
          metadata: meta,
          spec: { selector: { matchLabels: { app: 'a' } }, endpoints: [{ port: 'http' }, { port: 'none' }] },
        }),
        ...many(services, {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: meta,
          spec: { selector: { app: 'a' }, ports: [{ name: 'http', port: 80 }] },
        }),
        ...many(1, {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: meta,
          spec: { template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'c' }] } } },
        }),
      ]);
      for (const one of ['ServiceMonitor/shop/n0', 'Service/shop/n0', 'Deployment/shop/n0', 'Prometheus/shop/n0']) {
        const explanation = explained(evaluation, one);
        expect(allLinks(explanation).length).toBeLessThan(200);
        expect(explanation.targets.length).toBeLessThanOrEqual(200);
      }
    }),
    { numRuns: 10 },
  );
});

function explanationsOf(evaluation: Evaluation): unknown {
  return evaluation
    .explainable()
    .map(({ object }) => evaluation.explain(object.kind, object.metadata.namespace as string, object.metadata.name));
}
