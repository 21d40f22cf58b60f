import { describeField } from './describe-field';
import { CART, OPEN_PROMETHEUS, yaml } from './objects';

const MONITOR = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  endpoints: [{ port: web }]
`;
const WITH = (spec: string) => OPEN_PROMETHEUS.replace('spec:', `spec:\n  ${spec}`);

describeField('what keeps a Prometheus as a whole from its monitors', [
  {
    title: 'additional scrape configurations from a Secret that is not there',
    seen: 'prometheus-operator #2612, #5704',
    objects: yaml(
      CART,
      MONITOR,
      WITH('additionalScrapeConfigs: { name: extra-jobs, key: jobs.yaml }'),
      'apiVersion: v1\nkind: Secret\nmetadata: { name: other, namespace: monitoring }',
    ),
    finds: {
      check: 'prometheus/secret-exists',
      object: 'Prometheus monitoring/main',
      field: 'spec.additionalScrapeConfigs.name',
      level: 'warning',
    },
    targets: 1,
  },
  {
    title: 'paused for an incident and never resumed',
    objects: yaml(CART, MONITOR, WITH('paused: true')),
    finds: { check: 'prometheus/paused', object: 'Prometheus monitoring/main', field: 'spec.paused', level: 'warning' },
  },
  {
    title: 'the version with the name of the image in it',
    seen: 'prometheus-operator #2015',
    objects: yaml(CART, MONITOR, WITH('version: prometheus-v3.5.0')),
    finds: { check: 'prometheus/version', object: 'Prometheus monitoring/main', field: 'spec.version' },
  },
  {
    title: 'a scrape class that the Prometheus does not define',
    objects: yaml(CART, OPEN_PROMETHEUS, MONITOR.replace('spec:', 'spec:\n  scrapeClass: mtls')),
    finds: { check: 'monitor/scrape-class', object: 'ServiceMonitor shop/cart', field: 'spec.scrapeClass' },
  },
  {
    title: 'a Prometheus for an Operator with an id, and no Operator among the objects',
    objects: yaml(
      CART,
      MONITOR,
      OPEN_PROMETHEUS.replace(
        'namespace: monitoring',
        'namespace: monitoring, annotations: { operator.prometheus.io/controller-id: blue }',
      ),
    ),
    // Whether the Operator has this id, its Deployment would tell.
    targets: 1,
  },
  {
    title: 'no Prometheus among the objects, as in a render of one application',
    objects: yaml(CART, MONITOR),
    finds: { check: 'prometheus/none', object: 'ServiceMonitor shop/cart', field: '', level: 'warning' },
  },
  {
    title: 'a monitor of pods that are injected, and neither these pods nor a Prometheus',
    seen: 'the sample of Istio, looked at alone',
    objects: `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: proxies, namespace: mesh }
spec:
  namespaceSelector: { any: true }
  selector: { matchExpressions: [{ key: mesh-ignore, operator: DoesNotExist }] }
  podMetricsEndpoints:
    - relabelings: [{ action: keep, sourceLabels: [__meta_kubernetes_pod_container_name], regex: mesh-proxy }]
`,
    finds: { check: 'prometheus/none', object: 'PodMonitor mesh/proxies', field: '', level: 'warning' },
  },
  {
    title: 'a render of one application with a mistake, and no Prometheus',
    objects: yaml(CART, MONITOR.replace('port: web', 'port: wbe')),
    finds: { check: 'monitor/port-exists', object: 'ServiceMonitor shop/cart', field: 'spec.endpoints[0].port' },
    others: ['prometheus/none'],
  },
]);
