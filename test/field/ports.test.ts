import { describeField } from './describe-field';
import { CART, OPEN_PROMETHEUS, yaml } from './objects';

const SCRAPING = (endpoint: string) => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  endpoints: [${endpoint}]
`;
const POD_SCRAPING = (endpoint: string) => `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  podMetricsEndpoints: [${endpoint}]
`;
const [DEPLOYMENT, SERVICE] = CART.split('\n---\n');

describeField('which port the monitor asks for', [
  {
    title: 'the number of the port as a text',
    seen: 'prometheus-operator #731, #416, #3244',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ port: "80" }')),
    finds: {
      check: 'monitor/port-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].port',
      fix: /port: web/,
    },
    mended: 1,
  },
  {
    title: 'the number of the port as a number',
    seen: 'prometheus-operator #416',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ port: 80 }')),
    finds: {
      check: 'schema/wrong-type',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].port',
      fix: /^port: web\b/,
    },
  },
  {
    title: 'the name of the container port in place of that of the Service port',
    seen: 'prometheus-operator #2515, #1451; bitnami charts #2512',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ port: http }')),
    finds: { check: 'monitor/port-exists', object: 'ServiceMonitor shop/cart', field: 'spec.endpoints[0].port' },
    mended: 1,
  },
  {
    title: 'a Service port without a name',
    seen: 'prometheus-operator #1470, #4867; kube-prometheus #345',
    objects: yaml(
      DEPLOYMENT,
      SERVICE.replace('name: web, ', ''),
      OPEN_PROMETHEUS,
      SCRAPING('{ port: web, path: /actuator/prometheus }'),
    ),
    finds: { check: 'monitor/port-exists', object: 'ServiceMonitor shop/cart', field: 'spec.endpoints[0].port' },
  },
  {
    title: 'the protocol in place of the name of the port',
    seen: 'prometheus-operator #4867',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ port: TCP }')),
    finds: { check: 'monitor/port-exists', object: 'ServiceMonitor shop/cart', field: 'spec.endpoints[0].port' },
    mended: 1,
  },
  {
    title: 'one letter too few',
    objects: yaml(
      CART.replace(
        '[{ name: web, port: 80, targetPort: http }]',
        '[{ name: web, port: 80, targetPort: http }, { name: metrics, port: 9090, targetPort: 9090 }]',
      ),
      OPEN_PROMETHEUS,
      SCRAPING('{ port: metric }'),
    ),
    finds: {
      check: 'monitor/port-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].port',
      fix: /port: metrics/,
    },
    mended: 1,
  },
  {
    title: 'the port of the Service as targetPort, which means the container',
    seen: 'prometheus-operator #3354; community-charts #22',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ targetPort: 80 }')),
    finds: {
      check: 'monitor/target-port-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].targetPort',
      fix: /port: web/,
    },
  },
  {
    title: 'a targetPort that no container declares, although the app listens on it',
    seen: 'jspolicy #37; prometheus-operator #3354',
    objects: yaml(
      DEPLOYMENT.replace(/ {10}ports:.*\n/, '').replace(/\n {10}ports:.*$/, ''),
      SERVICE.replace('targetPort: http', 'targetPort: 8080'),
      OPEN_PROMETHEUS,
      SCRAPING('{ targetPort: 8080 }'),
    ),
    finds: {
      check: 'monitor/target-port-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].targetPort',
    },
  },
  {
    title: 'a targetPort in quotes',
    seen: 'Stack Overflow: targetPort: "8080"',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ targetPort: "8080" }')),
    finds: {
      check: 'monitor/target-port-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].targetPort',
      fix: /targetPort: 8080/,
    },
    mended: 1,
  },
  {
    title: 'a container port that the Service does not publish, by targetPort',
    seen: 'syndesis #4967; memphis-k8s #191',
    objects: yaml(
      CART.replace(
        '[{ name: http, containerPort: 8080 }]',
        '[{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9090 }]',
      ),
      OPEN_PROMETHEUS,
      SCRAPING('{ targetPort: metrics }'),
    ),
    targets: 1,
  },
  {
    title: 'a port that only the container has, by port',
    seen: 'memphis-k8s #191; apisix-helm-chart #475',
    objects: yaml(
      CART.replace(
        '[{ name: http, containerPort: 8080 }]',
        '[{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9090 }]',
      ),
      OPEN_PROMETHEUS,
      SCRAPING('{ port: metrics }'),
    ),
    finds: {
      check: 'monitor/port-exists',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0].port',
      fix: /targetPort: metrics/,
    },
  },
  {
    title: 'an endpoint with a path and no port',
    seen: 'prometheus-operator #4867, as a workaround',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ path: /actuator/prometheus }')),
    targets: 1,
  },
  {
    title: 'no port, and a Service with a port for users and one for metrics',
    objects: yaml(
      CART.replace(
        '[{ name: web, port: 80, targetPort: http }]',
        '[{ name: web, port: 80, targetPort: http }, { name: metrics, port: 9090, targetPort: 9090 }]',
      ),
      OPEN_PROMETHEUS,
      SCRAPING('{ path: /metrics }'),
    ),
    finds: {
      check: 'monitor/every-port',
      object: 'ServiceMonitor shop/cart',
      field: 'spec.endpoints[0]',
      level: 'warning',
    },
    targets: 2,
  },
  {
    title: 'a PodMonitor that names the port of the Service',
    seen: 'Stack Overflow: PodMonitor without targets',
    objects: yaml(CART, OPEN_PROMETHEUS, POD_SCRAPING('{ port: web }')),
    finds: {
      check: 'monitor/pod-port-exists',
      object: 'PodMonitor shop/cart',
      field: 'spec.podMetricsEndpoints[0].port',
    },
    mended: 1,
  },
  {
    title: 'a PodMonitor with the number of the port as its name',
    seen: 'prometheus-operator #7129, #3071',
    objects: yaml(CART, OPEN_PROMETHEUS, POD_SCRAPING('{ port: "8080" }')),
    finds: {
      check: 'monitor/pod-port-exists',
      object: 'PodMonitor shop/cart',
      field: 'spec.podMetricsEndpoints[0].port',
    },
    mended: 1,
  },
  {
    title: 'a PodMonitor for a port that the pod does not declare',
    seen: 'prometheus-operator #5127; kube-vip #60',
    objects: yaml(CART, OPEN_PROMETHEUS, POD_SCRAPING('{ targetPort: 9090 }')),
    finds: {
      check: 'monitor/target-port-exists',
      object: 'PodMonitor shop/cart',
      field: 'spec.podMetricsEndpoints[0].targetPort',
    },
  },
  {
    title: 'a PodMonitor with the endpoints of a ServiceMonitor',
    objects: yaml(CART, OPEN_PROMETHEUS, POD_SCRAPING('{ port: http }').replace('podMetricsEndpoints', 'endpoints')),
    finds: { check: 'schema/unknown-field', object: 'PodMonitor shop/cart', field: 'spec.endpoints' },
    mended: 1,
  },
  {
    title: 'a ServiceMonitor with the endpoints of a PodMonitor',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('{ port: web }').replace('endpoints', 'podMetricsEndpoints')),
    finds: { check: 'schema/unknown-field', object: 'ServiceMonitor shop/cart', field: 'spec.podMetricsEndpoints' },
    mended: 1,
  },
  {
    title: 'endpoints that are a map in place of a list',
    objects: yaml(CART, OPEN_PROMETHEUS, SCRAPING('').replace('[]', '{ port: web }')),
    finds: { check: 'schema/wrong-type', object: 'ServiceMonitor shop/cart', field: 'spec.endpoints' },
    mended: 1,
  },
]);
