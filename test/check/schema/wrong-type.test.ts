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
      title: 'the number of a port of the Service, with the name of that port',
      objects: [
        `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: 80 }]
`,
        `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { ports: [{ name: admin, port: 81 }, { name: http, port: 80 }] }
`,
      ],
      finds: [
        {
          field: 'spec.endpoints[0].port',
          fix: 'port: http, the name of port 80 in Service shop/web.',
          patch: [{ op: 'replace', path: '/spec/endpoints/0/port', value: 'http' }],
        },
      ],
    },
    {
      title: 'the number of the container behind two Services, with the name that both have',
      objects: [
        `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: 80 }]
`,
        `apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop, labels: { app: web } }
spec: { ports: [{ name: http, port: 8080, targetPort: 80 }] }
`,
        `apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop, labels: { app: web } }
spec: { ports: [{ name: http, port: 80 }] }
`,
      ],
      finds: [{ fix: 'port: http, the name of port 80 in the Services that it selects.' }],
    },
    {
      title: 'the number of a port that two Services name differently, without a name',
      objects: [
        `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: 80 }]
`,
        `apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop, labels: { app: web } }
spec: { ports: [{ name: http, port: 80 }] }
`,
        `apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop, labels: { app: web } }
spec: { ports: [{ name: web, port: 80 }] }
`,
      ],
      finds: [{ fix: /<name of the Service port>/, patch: undefined }],
    },
    {
      title: 'the number of a port without a name, without a name',
      objects: [
        `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: 80 }]
`,
        `apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop, labels: { app: web } }
spec: { ports: [{ port: 80 }] }
`,
      ],
      finds: [{ fix: /<name of the Service port>/, patch: undefined }],
    },
    {
      title: 'an object that names no namespace, with the one that it gets',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec: { selector: {}, endpoints: { port: http } }
`,
      options: { defaultNamespace: 'shop' },
      finds: [{ object: 'ServiceMonitor shop/web' }],
    },
    {
      title: 'a text in place of a reference to a Secret, with one to be filled in',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: {}, endpoints: [{ basicAuth: { username: web } }] }
`,
      finds: [{ fix: 'Write a map: username: { name: <Secret>, key: <key> }' }],
    },
    {
      title: 'a bare number of seconds',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: {}, endpoints: [{ port: http, interval: 20 }] }
`,
      finds: [{ fix: 'interval: 20s', patch: [{ op: 'replace', path: '/spec/endpoints/0/interval', value: '20s' }] }],
    },
    {
      title: 'a list of namespaces in place of their selector',
      objects: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: {}, endpoints: [], namespaceSelector: [shop] }
`,
      finds: [
        {
          fix: 'namespaceSelector: { matchNames: [shop] }',
          patch: [{ op: 'replace', path: '/spec/namespaceSelector', value: { matchNames: ['shop'] } }],
        },
      ],
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
