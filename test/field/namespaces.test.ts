import { describeField } from './describe-field';
import { CART, OPEN_PROMETHEUS, yaml } from './objects';

const FROM_MONITORING = (rest: string) => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart, namespace: monitoring, labels: { release: kps } }
spec:
  selector: { matchLabels: { app: cart } }
  endpoints: [{ port: web }]
${rest}
`;

describeField('which namespaces the monitor searches', [
  {
    title: 'a monitor beside the Prometheus, the app elsewhere',
    seen: 'Stack Overflow: no target for a Service in another namespace; prometheus-operator #639',
    stack: 'kps/monitoring',
    objects: yaml(CART, FROM_MONITORING('')),
    finds: {
      check: 'monitor/other-namespace',
      object: 'ServiceMonitor monitoring/cart',
      field: 'spec.namespaceSelector',
    },
    mended: 1,
  },
  {
    title: 'a namespace that is spelled otherwise',
    stack: 'kps/monitoring',
    objects: yaml(CART, FROM_MONITORING('  namespaceSelector: { matchNames: [shops] }')),
    finds: {
      check: 'monitor/other-namespace',
      object: 'ServiceMonitor monitoring/cart',
      field: 'spec.namespaceSelector.matchNames',
    },
    mended: 1,
  },
  {
    title: 'labels of namespaces where names belong',
    seen: 'opendatahub #106; prometheus-operator #2166',
    stack: 'kps/monitoring',
    objects: yaml(CART, FROM_MONITORING('  namespaceSelector: { matchLabels: { team: shop } }')),
    finds: {
      check: 'schema/misplaced-field',
      object: 'ServiceMonitor monitoring/cart',
      field: 'spec.namespaceSelector.matchLabels',
    },
  },
  {
    title: 'a namespaceSelector inside the selector',
    stack: 'kps/monitoring',
    objects: yaml(
      CART,
      `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart, namespace: monitoring, labels: { release: kps } }
spec:
  selector:
    matchLabels: { app: cart }
    namespaceSelector: { any: true }
  endpoints: [{ port: web }]
`,
    ),
    finds: {
      check: 'schema/misplaced-field',
      object: 'ServiceMonitor monitoring/cart',
      field: 'spec.selector.namespaceSelector',
    },
    mended: 1,
  },
  {
    title: 'a list of names in place of the object that holds it',
    stack: 'kps/monitoring',
    objects: yaml(CART, FROM_MONITORING('  namespaceSelector: [shop]')),
    finds: {
      check: 'schema/wrong-type',
      object: 'ServiceMonitor monitoring/cart',
      field: 'spec.namespaceSelector',
    },
  },
  {
    title: 'any: true as a text',
    stack: 'kps/monitoring',
    objects: yaml(CART, FROM_MONITORING('  namespaceSelector: { any: "true" }')),
    finds: {
      check: 'schema/wrong-type',
      object: 'ServiceMonitor monitoring/cart',
      field: 'spec.namespaceSelector.any',
    },
    mended: 1,
  },
  {
    title: 'a Prometheus that ignores namespace selectors',
    seen: 'multi-tenant clusters',
    objects: yaml(
      CART,
      FROM_MONITORING('  namespaceSelector: { matchNames: [shop] }'),
      OPEN_PROMETHEUS.replace('spec:', 'spec:\n  ignoreNamespaceSelectors: true'),
    ),
    finds: {
      check: 'monitor/namespace-selector-ignored',
      object: 'ServiceMonitor monitoring/cart',
      field: 'spec.namespaceSelector',
    },
  },
  {
    title: 'any namespace, and the app in one of them',
    stack: 'kps/monitoring',
    objects: yaml(CART, FROM_MONITORING('  namespaceSelector: { any: true }')),
    targets: 1,
  },
]);
