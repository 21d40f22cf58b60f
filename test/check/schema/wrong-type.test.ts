import { describeCheck } from '../describe-check';

describeCheck('schema/wrong-type', {
  flags: [
    {
      title: 'endpoints without a hyphen, with the list that is meant',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: { port: http }
`,
      finds: [
        {
          field: 'spec.endpoints',
          level: 'error',
          patch: [{ op: 'replace', path: '/spec/endpoints', value: [{ port: 'http' }] }],
        },
      ],
    },
    {
      title: 'the number of a port',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: 8080 }]
`,
      finds: [{ field: 'spec.endpoints[0].port', message: /name/ }],
    },
    {
      title: 'a label that is a number',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop, labels: { release: 1 } }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: []
`,
      finds: [{ field: 'metadata.labels.release', level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'a number in quotes, which is for another check',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: "8080" }]
`,
    },
    {
      title: 'a number or a name where both may stand',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ targetPort: 8080 }, { targetPort: http }]
`,
    },
  ],
});
