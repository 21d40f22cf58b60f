import * as fc from 'fast-check';

/** Few words, so that objects often fit each other, and often do not by a little. */
const NAMESPACES = ['shop', 'bazaar', 'monitoring'];
const KEYS = ['app', 'tier', 'a.b', 'a-b'];
const VALUES = ['web', 'wep', 'cart', '1.2', '1x2', ''];
const PORT_NAMES = ['http', 'metrics', 'web', ''];
const NUMBERS = [80, 8080, 9090];

const namespace = fc.constantFrom(...NAMESPACES);

/** Labels as they stand on objects. */
export const labels: fc.Arbitrary<{ [key: string]: string }> = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.constantFrom(...VALUES),
  {
    maxKeys: 3,
  },
);

/** Label selectors that Kubernetes takes. */
export const selector: fc.Arbitrary<any> = fc.record(
  {
    matchLabels: fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { maxKeys: 2 }),
    matchExpressions: fc.array(
      fc.oneof(
        fc.record({
          key: fc.constantFrom(...KEYS),
          operator: fc.constantFrom('In', 'NotIn'),
          values: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 }),
        }),
        fc.record({ key: fc.constantFrom(...KEYS), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

const port = fc.record({ name: fc.constantFrom(...PORT_NAMES), number: fc.constantFrom(...NUMBERS) });

const service = fc
  .record({
    namespace,
    labels,
    spec: fc.oneof(
      { weight: 4, arbitrary: fc.record({ selector: labels }) },
      { weight: 1, arbitrary: fc.constantFrom({}, { type: 'ExternalName', externalName: 'x.example.com' }) },
    ),
    ports: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...PORT_NAMES),
        port: fc.constantFrom(...NUMBERS),
        targetPort: fc.constantFrom<number | string | undefined>(undefined, 8080, 'http', 'metrics'),
      }),
      { selector: ({ name }) => name, maxLength: 2 },
    ),
  })
  .map(({ namespace: where, labels: own, spec, ports }) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: where, labels: own },
    spec: { ...spec, ports },
  }));

const workload = fc
  .record({
    namespace,
    labels,
    ports: fc.array(port, { maxLength: 2 }),
    kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet'),
  })
  .map(({ namespace: where, labels: own, ports, kind }) => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { namespace: where },
    spec: {
      template: {
        metadata: { labels: own },
        spec: {
          containers: [
            {
              name: 'main',
              image: 'x:1',
              ports: ports.map(({ name, number }) => ({ name: name || undefined, containerPort: number })),
            },
          ],
        },
      },
    },
  }));

const relabelings = fc.array(
  fc.constantFrom<any>(
    { action: 'keep', sourceLabels: ['__meta_kubernetes_namespace'], regex: 'shop' },
    { action: 'drop', sourceLabels: ['__meta_kubernetes_pod_node_name'], regex: '.*' },
    { targetLabel: 'team', replacement: 'x' },
    { targetLabel: '__address__', replacement: '' },
  ),
  { maxLength: 1 },
);

const endpoint = fc.record(
  {
    port: fc.constantFrom('http', 'metrics', '8080', 'met.*', 'nope'),
    targetPort: fc.constantFrom<number | string>(8080, 'metrics', '8080'),
    relabelings,
  },
  { requiredKeys: [] },
);

const namespaceSelector = fc.constantFrom(
  undefined,
  { any: true },
  { matchNames: ['shop'] },
  { matchNames: ['bazaar', 'nowhere'] },
);

const monitor = fc
  .record({
    namespace,
    selector,
    namespaceSelector,
    endpoints: fc.array(endpoint, { maxLength: 2 }),
    kind: fc.constantFrom('ServiceMonitor', 'PodMonitor'),
    selectorMechanism: fc.constantFrom(undefined, undefined, 'RoleSelector'),
  })
  .map(({ namespace: where, endpoints, kind, ...spec }) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: { namespace: where },
    spec: { ...spec, [kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints']: endpoints },
  }));

const prometheus = fc
  .record({
    version: fc.constantFrom('v2.55.0', 'v3.13.1'),
    serviceDiscoveryRole: fc.constantFrom('Endpoints', 'EndpointSlice'),
    ignoreNamespaceSelectors: fc.boolean(),
    shards: fc.constantFrom(1, 2),
  })
  .map((spec) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { namespace: 'monitoring' },
    spec: {
      serviceMonitorSelector: {},
      serviceMonitorNamespaceSelector: {},
      podMonitorSelector: {},
      podMonitorNamespaceSelector: {},
      ...spec,
    },
  }));

/** Objects of a small cluster, each with a name of its own. */
export const objects: fc.Arbitrary<any[]> = fc
  .tuple(
    fc.array(prometheus, { minLength: 1, maxLength: 2 }),
    fc.array(monitor, { minLength: 1, maxLength: 4 }),
    fc.array(service, { maxLength: 5 }),
    fc.array(workload, { maxLength: 5 }),
  )
  .map((lists) =>
    lists.flat().map((object: any, i) => ({
      ...object,
      metadata: { ...object.metadata, name: `${object.kind.toLowerCase()}-${i}` },
    })),
  );
