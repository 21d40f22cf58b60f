import { describeCheck } from '../describe-check';

describeCheck('schema/missing-field', {
  flags: [
    {
      title: 'a ServiceMonitor without a selector',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  endpoints: [{ port: http }]
`,
      finds: [{ field: 'spec.selector', level: 'error' }],
    },
    {
      title: 'a selector that is null',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: null
  endpoints: [{ port: http }]
`,
      finds: [{ field: 'spec.selector' }],
    },
    {
      title: 'a selector that is missing, with one to be filled in',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { endpoints: [] }
`,
      finds: [{ field: 'spec.selector', fix: 'Add selector: { matchLabels: { app: <a label of the Service> } }' }],
    },
  ],
  accepts: [
    {
      title: 'an empty selector',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: {}
  endpoints: [{ port: http }]
`,
    },
    {
      title: 'no endpoints at all',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: {}
  endpoints: []
`,
    },
  ],
});
