import { describeCheck } from '../describe-check';

describeCheck('schema/misplaced-field', {
  flags: [
    {
      title: 'a field that belongs one level deeper',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
  interval: 15s
`,
      finds: [{ field: 'spec.interval', message: /spec\.endpoints\[\]\.interval/ }],
    },
    {
      title: 'a label selector where names belong',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  namespaceSelector: { matchLabels: { team: web } }
  endpoints: [{ port: http }]
`,
      finds: [{ field: 'spec.namespaceSelector.matchLabels', level: 'error', message: /own namespace/ }],
    },
    {
      title: 'names where a label selector belongs',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: k8s, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: { matchNames: [shop] }
`,
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.serviceMonitorNamespaceSelector.matchNames',
          level: 'error',
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'the same fields in their places',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  namespaceSelector: { matchNames: [shop] }
  endpoints: [{ port: http, interval: 15s }]
`,
    },
  ],
});
