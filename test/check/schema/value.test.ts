import { describeCheck } from '../describe-check';

describeCheck('schema/value', {
  flags: [
    {
      title: 'a duration with a fraction',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http, interval: 1.5m }]
`,
      finds: [{ field: 'spec.endpoints[0].interval', level: 'error', fix: /1m30s/ }],
    },
    {
      title: 'a scheme that there is not',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http, scheme: tcp }]
`,
      finds: [{ field: 'spec.endpoints[0].scheme' }],
    },
    {
      title: 'a number out of bounds',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: {}
  podMetricsEndpoints: [{ portNumber: 70000 }]
`,
      finds: [{ object: 'PodMonitor shop/web', field: 'spec.podMetricsEndpoints[0].portNumber' }],
    },
  ],
  accepts: [
    {
      title: 'capital letters, which are allowed',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http, scheme: HTTPS, interval: 1h30m }]
`,
    },
  ],
});
