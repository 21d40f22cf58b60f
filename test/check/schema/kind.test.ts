import { describeCheck } from '../describe-check';

describeCheck('schema/kind', {
  flags: [
    {
      title: 'a version that the kind does not have',
      objects: `apiVersion: monitoring.coreos.com/v1beta1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: []
`,
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'apiVersion',
          level: 'error',
          fix: 'apiVersion: monitoring.coreos.com/v1',
          patch: [{ op: 'replace', path: '/apiVersion', value: 'monitoring.coreos.com/v1' }],
        },
      ],
    },
    {
      title: 'a kind that is a typo',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitors
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
      finds: [{ field: 'kind', level: 'error', fix: /ServiceMonitor/ }],
    },
  ],
  accepts: [
    {
      title: 'a kind of the same name in another group',
      objects: `apiVersion: azmonitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
    },
    {
      title: 'the right version',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
    },
  ],
});
