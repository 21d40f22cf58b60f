import { describeField } from './describe-field';
import { CART, OPEN_PROMETHEUS, yaml } from './objects';

const SELECTING = (selector: string) => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart, namespace: shop }
spec:
  selector: ${selector}
  endpoints: [{ port: web }]
`;
const DEPLOYMENT = CART.split('\n---\n')[0];
const DEPLOYED = yaml(OPEN_PROMETHEUS, DEPLOYMENT);

describeField('which Services the monitor selects, and what is behind them', [
  {
    title: 'the selector of the monitor spells the label otherwise than the Service',
    seen: 'prometheus-operator #4007, #2388',
    objects: yaml(CART, OPEN_PROMETHEUS, SELECTING('{ matchLabels: { app: cart-service } }')),
    finds: {
      check: 'monitor/selects-nothing',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.selector.matchLabels.app',
      fix: /^matchLabels: { app: cart }/,
    },
  },
  {
    title: 'a Service without labels, whose pods have them',
    seen: 'prometheus-operator #1957, #4724; the most frequent one on Stack Overflow',
    objects: yaml(
      DEPLOYED,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: web, port: 80, targetPort: 8080 }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: { check: 'monitor/selects-pod-labels', object: 'ServiceMonitor shop/cart', field: 'spec.selector' },
  },
  {
    title: 'the name of the Service as if it were a label',
    objects: yaml(
      DEPLOYED,
      `
apiVersion: v1
kind: Service
metadata: { name: cart-metrics, namespace: shop, labels: { component: cart } }
spec:
  selector: { app: cart }
  ports: [{ name: web, port: 80, targetPort: 8080 }]
`,
      SELECTING('{ matchLabels: { name: cart-metrics } }'),
    ),
    finds: {
      check: 'monitor/selects-nothing',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.selector',
      fix: /^matchLabels: { component: cart }/,
    },
  },
  {
    title: 'labels without matchLabels around them',
    seen: 'Stack Overflow: selector copied from a Service',
    objects: yaml(CART, OPEN_PROMETHEUS, SELECTING('{ app: cart }')),
    finds: { check: 'schema/misplaced-field', object: 'ServiceMonitor shop/cart', field: 'spec.selector' },
    mended: 1,
  },
  {
    title: 'a Service whose selector fits no pod',
    seen: 'prometheus-operator #1470',
    objects: yaml(
      DEPLOYED,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  selector: { app.kubernetes.io/name: cart }
  ports: [{ name: web, port: 80, targetPort: 8080 }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: {
      check: 'service/selects-no-pods',
      object: 'Service shop/cart',
      field: 'spec.selector',
      fix: 'selector: { app: cart }',
    },
  },
  {
    title: 'a Service whose targetPort is no port of the pods',
    objects: yaml(
      DEPLOYED,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  selector: { app: cart }
  ports: [{ name: web, port: 80, targetPort: web }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: {
      check: 'service/target-port-exists',
      object: 'Service shop/cart',
      field: 'spec.ports[0].targetPort',
      fix: /http/,
    },
    mended: 1,
  },
  {
    title: 'a Service without a selector, and no Endpoints for it',
    seen: 'Stack Overflow: monitoring a host outside the cluster',
    objects: yaml(
      OPEN_PROMETHEUS,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  ports: [{ name: web, port: 9100 }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: { check: 'service/no-endpoints', object: 'Service shop/cart', field: 'spec.selector', level: 'warning' },
  },
  {
    title: 'Endpoints that are called otherwise than the Service',
    seen: 'prometheus-operator #3053 and tutorials on external targets',
    objects: yaml(
      OPEN_PROMETHEUS,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  clusterIP: None
  ports: [{ name: web, port: 9100 }]
---
apiVersion: v1
kind: Endpoints
metadata: { name: cart-host, namespace: shop, labels: { app: cart } }
subsets: [{ addresses: [{ ip: 10.1.2.3 }], ports: [{ name: web, port: 9100 }] }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: { check: 'service/no-endpoints', object: 'Service shop/cart', field: 'spec.selector', level: 'warning' },
  },
  {
    title: 'Endpoints whose port has no name',
    seen: 'Stack Overflow: external target discovered, then dropped',
    objects: yaml(
      OPEN_PROMETHEUS,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  ports: [{ name: web, port: 9100 }]
---
apiVersion: v1
kind: Endpoints
metadata: { name: cart, namespace: shop }
subsets: [{ addresses: [{ ip: 10.1.2.3 }], ports: [{ port: 9100 }] }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: {
      check: 'monitor/port-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].port',
      fix: 'name: web on the port in the Endpoints or EndpointSlice of Service shop/cart.',
    },
  },
  {
    title: 'a Service that is a mere name for a host outside',
    seen: 'prometheus-operator #4724',
    objects: yaml(
      OPEN_PROMETHEUS,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  type: ExternalName
  externalName: cart.example
  ports: [{ name: web, port: 9100 }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: { check: 'service/no-endpoints', object: 'Service shop/cart', field: 'spec.type' },
  },
  {
    title: 'Service, Endpoints and monitor of a host outside that fit together',
    objects: yaml(
      OPEN_PROMETHEUS,
      `
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  clusterIP: None
  ports: [{ name: web, port: 9100 }]
---
apiVersion: v1
kind: Endpoints
metadata: { name: cart, namespace: shop }
subsets: [{ addresses: [{ ip: 10.1.2.3 }, { ip: 10.1.2.4 }], ports: [{ name: web, port: 9100 }] }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    targets: 2,
  },
  {
    title: 'a headless Service and an ordinary one for the same pods',
    seen: 'qdrant-helm #207, #218; loki #1726; seaweedfs #10836; bitnami charts #24619',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      `
apiVersion: v1
kind: Service
metadata: { name: cart-headless, namespace: shop, labels: { app: cart } }
spec:
  clusterIP: None
  selector: { app: cart }
  ports: [{ name: web, port: 80, targetPort: http }]
`,
      SELECTING('{ matchLabels: { app: cart } }'),
    ),
    finds: {
      check: 'monitor/scraped-twice',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.selector',
      level: 'warning',
    },
    targets: 2,
  },
  {
    title: 'a headless Service that the selector leaves out with NotIn',
    seen: 'pyroscope #2967; bitnami charts #16967',
    objects: yaml(
      CART,
      OPEN_PROMETHEUS,
      `
apiVersion: v1
kind: Service
metadata: { name: cart-headless, namespace: shop, labels: { app: cart, prometheus.io/service-monitor: "false" } }
spec:
  clusterIP: None
  selector: { app: cart }
  ports: [{ name: web, port: 80, targetPort: http }]
`,
      SELECTING(
        '{ matchLabels: { app: cart }, matchExpressions: [{ key: prometheus.io/service-monitor, operator: NotIn, values: ["false"] }] }',
      ),
    ),
    targets: 1,
  },
]);
