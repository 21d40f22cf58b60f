import { describeField } from './describe-field';
import { CART, OPEN_PROMETHEUS, yaml } from './objects';

const MONITOR = (labels: string, namespace = 'shop') => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart, namespace: ${namespace}, labels: ${labels} }
spec:
  namespaceSelector: { matchNames: [shop] }
  selector: { matchLabels: { app: cart } }
  endpoints: [{ port: web, interval: 15s }]
`;

describeField('whether a Prometheus takes the monitor', [
  {
    title: 'without the label of the release that the chart demands',
    seen: 'helm-charts #430, #840, #4030; kube-prometheus #1392; prometheus-operator #5917',
    stack: 'kps/monitoring',
    objects: yaml(CART, MONITOR('{ app: cart }')),
    finds: { check: 'monitor/not-selected', object: 'ServiceMonitor shop/cart', field: 'metadata.labels.release' },
    mended: 1,
  },
  {
    title: 'without any label, the labels being on the Service instead',
    seen: 'prometheus-operator #731',
    stack: 'prometheus/monitoring',
    objects: yaml(
      CART.replace(
        'labels: { app: cart } }\nspec:\n  selector: { app: cart }',
        'labels: { app: cart, release: prometheus } }\nspec:\n  selector: { app: cart }',
      ),
      `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: cart
  namespace: shop
spec:
  selector: { matchLabels: { release: prometheus } }
  endpoints: [{ port: web }]
`,
    ),
    finds: { check: 'monitor/not-selected', object: 'ServiceMonitor shop/cart', field: 'metadata.labels.release' },
    mended: 1,
  },
  {
    title: 'the name of the chart in place of the name of the release',
    seen: 'helm-charts #1097 and many answers that name the wrong release',
    stack: 'monitoring/monitoring',
    objects: yaml(CART, MONITOR('{ release: kube-prometheus-stack }')),
    finds: { check: 'monitor/not-selected', object: 'ServiceMonitor shop/cart', field: 'metadata.labels.release' },
    mended: 1,
  },
  {
    title: 'a release of which a values file is not at hand, and which may take every monitor',
    seen: 'GitOps trees with the values in another source of the Application',
    objects: yaml(
      CART,
      MONITOR('{ app: cart }'),
      `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: kps, namespace: argocd }
spec:
  destination: { server: https://kubernetes.default.svc, namespace: monitoring }
  sources:
    - repoURL: https://prometheus-community.github.io/helm-charts
      chart: kube-prometheus-stack
      targetRevision: 88.5.3
      helm: { valueFiles: [$values/monitoring/values.yaml] }
    - { repoURL: https://git.example/platform.git, targetRevision: main, ref: values }
`,
    ),
    finds: {
      check: 'monitor/not-selected',
      object: 'ServiceMonitor shop/cart',
      field: 'metadata.labels.release',
      level: 'warning',
    },
    others: ['stack/assumed'],
    mended: 1,
  },
  {
    title: 'a PodMonitor without the label, where only ServiceMonitors were opened up in the values',
    seen: 'prometheus-operator #3636',
    stack: 'kps/monitoring',
    values: 'prometheus: { prometheusSpec: { serviceMonitorSelectorNilUsesHelmValues: false } }',
    objects: yaml(
      CART,
      MONITOR('{}'),
      `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: cart-pods, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  podMetricsEndpoints: [{ port: http, path: /internal/metrics }]
`,
    ),
    finds: { check: 'monitor/not-selected', object: 'PodMonitor shop/cart-pods', field: 'metadata.labels.release' },
    targets: 1,
    mended: 2,
  },
  {
    title: 'a monitor in the namespace of the app, the Prometheus looking in its own only',
    seen: 'kube-prometheus #604; prometheus-operator #1532, #2557',
    objects: yaml(
      CART,
      MONITOR('{ team: shop }'),
      `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: { matchLabels: { team: shop } }
`,
    ),
    finds: {
      check: 'monitor/namespace-not-selected',
      object: 'ServiceMonitor shop/cart',
      field: 'metadata.namespace',
    },
  },
  {
    title: 'a Prometheus that wants a label of the namespace that the namespace does not carry',
    seen: 'prometheus-operator #2407, #4655',
    objects: yaml(
      CART,
      MONITOR('{}'),
      `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: shop } }
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: { matchLabels: { prometheus: main } }
`,
    ),
    finds: {
      check: 'monitor/namespace-not-selected',
      object: 'ServiceMonitor shop/cart',
      field: 'metadata.namespace',
    },
  },
  {
    title: 'the labels of a namespace matched by its name, which Kubernetes adds',
    objects: yaml(
      CART,
      MONITOR('{}'),
      `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } }
`,
    ),
    targets: 1,
  },
  {
    title: 'names of namespaces where labels of namespaces belong',
    seen: 'prometheus-operator #1331; helm-charts #157',
    objects: yaml(
      CART,
      MONITOR('{}'),
      `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: { matchNames: [shop] }
`,
    ),
    finds: {
      check: 'schema/misplaced-field',
      object: 'Prometheus monitoring/main',
      field: 'spec.serviceMonitorNamespaceSelector.matchNames',
    },
    // Pruned, it selects every namespace.
    targets: 1,
    mended: 1,
  },
  {
    title: 'a Prometheus with no selector for monitors at all',
    seen: 'prometheus-operator #4655, #2890',
    objects: yaml(
      CART,
      MONITOR('{}', 'monitoring'),
      `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceAccountName: prometheus
  ruleSelector: {}
  resources: { requests: { memory: 400Mi } }
`,
    ),
    finds: { check: 'prometheus/unmanaged', object: 'Prometheus monitoring/main', field: 'spec', level: 'error' },
  },
  {
    title: 'a PodMonitor under a Prometheus that selects ServiceMonitors only',
    seen: 'prometheus-operator #3119, #4428',
    objects: yaml(
      CART,
      `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: cart, namespace: monitoring }
spec:
  namespaceSelector: { matchNames: [shop] }
  selector: { matchLabels: { app: cart } }
  podMetricsEndpoints: [{ port: http }]
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
`,
    ),
    finds: {
      check: 'prometheus/selects-nothing',
      object: 'Prometheus monitoring/main',
      field: 'spec.podMonitorSelector',
    },
    mended: 1,
  },
  {
    title: 'an Operator that watches the namespace of the Prometheus only',
    seen: 'prometheus-operator #2557, #3337',
    objects: yaml(
      CART,
      MONITOR('{}'),
      OPEN_PROMETHEUS,
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: prometheus-operator, namespace: monitoring, labels: { app.kubernetes.io/name: prometheus-operator } }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: prometheus-operator } }
  template:
    metadata: { labels: { app.kubernetes.io/name: prometheus-operator } }
    spec:
      containers:
        - name: prometheus-operator
          image: quay.io/prometheus-operator/prometheus-operator:v0.93.0
          args: [--namespaces=monitoring]
`,
    ),
    finds: { check: 'monitor/unwatched-namespace', object: 'ServiceMonitor shop/cart', field: 'metadata.namespace' },
  },
  {
    title: 'a monitor left without a namespace in a file for another namespace',
    seen: 'Stack Overflow: monitor applied into default',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart }
spec:
  selector: { matchLabels: { app: cart } }
  endpoints: [{ port: web }]
`,
    ),
    finds: { check: 'monitor/other-namespace', object: 'ServiceMonitor default/cart', field: 'spec.namespaceSelector' },
    mended: 1,
  },
]);
