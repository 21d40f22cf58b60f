import { describeField } from './describe-field';
import { CART, OPEN_PROMETHEUS, yaml } from './objects';

const ENDPOINT = (endpoint: string, more = '') => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  endpoints:
    - port: web
${endpoint.replace(/^(?=.)/gm, '      ')}
${more}
`;

describeField('what the API server or the Operator refuses', [
  {
    title: 'a timeout that is longer than the interval',
    seen: 'sql_exporter #394; helm-charts #5299',
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('interval: 15s\nscrapeTimeout: 60s')),
    finds: {
      check: 'monitor/timeout',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].scrapeTimeout',
    },
  },
  {
    title: 'a timeout that is longer than the interval it inherits',
    seen: 'prometheus-operator #3329',
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('scrapeTimeout: 45s')),
    finds: {
      check: 'monitor/timeout',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].scrapeTimeout',
    },
  },
  {
    title: 'an interval without a unit',
    seen: 'kyma control-plane #1437',
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('interval: "20"')),
    finds: {
      check: 'schema/value',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].interval',
      fix: /20s/,
    },
  },
  {
    title: 'an interval that is a number',
    seen: 'kyma control-plane #1437',
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('interval: 20')),
    finds: {
      check: 'schema/wrong-type',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].interval',
      fix: /20s/,
    },
  },
  {
    title: 'credentials in the namespace of the Prometheus',
    seen: 'prometheus-operator #1487, #1606, #3437',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT(
        'basicAuth:\n  username: { name: cart-login, key: user }\n  password: { name: cart-login, key: password }',
      ),
      `
apiVersion: v1
kind: Secret
metadata: { name: cart-login, namespace: monitoring }
stringData: { user: scraper, password: REPLACE_ME }
`,
    ),
    finds: {
      check: 'monitor/secret-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].basicAuth.username.name',
      level: 'warning',
    },
    // A missing Secret may come from elsewhere.
    targets: 1,
  },
  {
    title: 'a key of the Secret that is spelled otherwise',
    seen: 'prometheus-operator #5721',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT(
        'basicAuth:\n  username: { name: cart-login, key: username }\n  password: { name: cart-login, key: password }',
      ),
      `
apiVersion: v1
kind: Secret
metadata: { name: cart-login, namespace: shop }
stringData: { user: scraper, password: REPLACE_ME }
`,
    ),
    finds: {
      check: 'monitor/secret-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].basicAuth.username.key',
    },
  },
  {
    title: 'credentials written out in place of a reference',
    seen: 'prometheus-operator #308',
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('basicAuth:\n  username: scraper\n  password: example')),
    finds: {
      check: 'schema/wrong-type',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].basicAuth.password',
    },
    others: ['secret/literal', 'schema/wrong-type'],
  },
  {
    title: 'two ways of authentication, one of them left by an old operator',
    seen: 'opensearch-k8s-operator #1267',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT(
        'scheme: https\nbearerTokenSecret: { key: "" }\ntlsConfig: { ca: {}, cert: {}, insecureSkipVerify: true }\nbasicAuth:\n  username: { name: cart-login, key: user }\n  password: { name: cart-login, key: password }',
      ),
      `
apiVersion: v1
kind: Secret
metadata: { name: cart-login, namespace: shop }
stringData: { user: scraper, password: REPLACE_ME }
`,
    ),
    finds: {
      check: 'monitor/authentication',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].bearerTokenSecret',
    },
  },
  {
    title: 'a regular expression with look-ahead in a relabeling',
    seen: 'prometheus-operator #3151',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT('metricRelabelings:\n  - { action: drop, sourceLabels: [__name__], regex: "(?!http_).*" }'),
    ),
    finds: {
      check: 'monitor/relabeling',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].metricRelabelings[0].regex',
    },
  },
  {
    title: 'relabelings in the words of prometheus.yml',
    seen: 'prometheus-operator #1166 and every second question on relabeling',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT('relabel_configs:\n  - { source_labels: [__meta_kubernetes_pod_node_name], target_label: node }'),
    ),
    finds: {
      check: 'schema/unknown-field',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].relabel_configs',
      fix: /relabelings/,
    },
  },
  {
    title: 'source_labels in a relabeling',
    seen: 'prometheus-operator #1166',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT('relabelings:\n  - { source_labels: [__meta_kubernetes_pod_node_name], targetLabel: node }'),
    ),
    finds: {
      check: 'schema/unknown-field',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].relabelings[0].source_labels',
    },
    mended: 1,
  },
  {
    title: 'a relabeling that keeps nothing',
    seen: 'Stack Overflow: keep with a label of the wrong name',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT('relabelings:\n  - { action: keep, sourceLabels: [__meta_kubernetes_pod_label_app], regex: basket }'),
    ),
    finds: {
      check: 'monitor/relabeled-away',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].relabelings[0]',
    },
  },
  {
    title: 'a relabeling that waits for the container of a mesh, injected when pods are made',
    seen: 'the samples of Istio and Linkerd',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: proxies, namespace: mesh }
spec:
  namespaceSelector: { any: true }
  selector: { matchExpressions: [{ key: mesh-ignore, operator: DoesNotExist }] }
  podMetricsEndpoints:
    - path: /stats
      relabelings: [{ action: keep, sourceLabels: [__meta_kubernetes_pod_container_name], regex: mesh-proxy }]
`,
    ),
    finds: {
      check: 'monitor/relabeled-away',
      object: 'PodMonitor mesh/proxies',
      field: 'spec.podMetricsEndpoints[0].relabelings[0]',
      level: 'warning',
    },
  },
  {
    title: 'fields of the endpoint one level too high',
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('path: /metrics', '  interval: 30s')),
    finds: { check: 'schema/misplaced-field', object: 'ServiceMonitor shop/cart', field: 'spec.interval' },
    mended: 1,
  },
  {
    title: 'the group of another API',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      ENDPOINT('path: /metrics').replace('monitoring.coreos.com/v1', 'monitoring.coreos.com/v1alpha1'),
    ),
    finds: { check: 'schema/kind', object: 'ServiceMonitor shop/cart', field: 'apiVersion' },
    mended: 1,
  },
  {
    title: 'headers of a request, which monitors do not have',
    seen: 'prometheus-operator #4201',
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('headers: { X-Scope-OrgID: shop }')),
    finds: { check: 'schema/unknown-field', object: 'ServiceMonitor shop/cart', field: 'spec.endpoints[0].headers' },
    mended: 1,
  },
  {
    title: 'an Operator of last year that does not know a field',
    options: { operatorVersion: '0.78.0' },
    objects: yaml(CART, OPEN_PROMETHEUS, ENDPOINT('path: /metrics', '  fallbackScrapeProtocol: PrometheusText0.0.4')),
    finds: {
      check: 'schema/newer-field',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.fallbackScrapeProtocol',
    },
    mended: 1,
  },
]);
