import { describeCheck } from '../describe-check';

describeCheck('schema/unknown-field', {
  flags: [
    {
      title: 'a typo, with the name that is meant',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http, intervall: 15s }]
`,
      finds: [{ field: 'spec.endpoints[0].intervall', level: 'error', message: /Did you mean "interval"/ }],
    },
    {
      title: 'every endpoint that has it',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ prt: http }, { prt: http }]
`,
      finds: [{ field: 'spec.endpoints[0].prt' }, { field: 'spec.endpoints[1].prt' }],
    },
    {
      title: 'a field that a newer Operator may know, as an info',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: []
  brandNew: true
`,
      options: { operatorVersion: '0.99.0' },
      finds: [{ field: 'spec.brandNew', level: 'info' }],
    },
  ],
  accepts: [
    {
      title: 'keys of free maps',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http, params: { anything: [goes] } }]
`,
    },
    {
      title: 'fields of kinds that are not of the group',
      objects: `apiVersion: example.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selectr: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
    },
  ],
});
