import { describeCheck } from '../describe-check';

describeCheck('schema/newer-field', {
  flags: [
    {
      title: 'a field that the Operator got later',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: []
  serviceDiscoveryRole: EndpointSlice
`,
      options: { operatorVersion: '0.85.0' },
      finds: [{ field: 'spec.serviceDiscoveryRole', level: 'error', message: /0\.86\.0/ }],
    },
    {
      title: 'a field that the Operator among the objects got later',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: []
  serviceDiscoveryRole: EndpointSlice
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: operator, namespace: monitoring }
spec:
  selector: { matchLabels: { app: operator } }
  template:
    metadata: { labels: { app: operator } }
    spec:
      containers: [{ name: operator, image: quay.io/prometheus-operator/prometheus-operator:v0.80.0 }]
`,
      finds: [{ field: 'spec.serviceDiscoveryRole' }],
    },
  ],
  accepts: [
    {
      title: 'the same field with the release that has it',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: []
  serviceDiscoveryRole: EndpointSlice
`,
      options: { operatorVersion: '0.86.0' },
    },
  ],
});
