import { evaluateYaml } from './evaluate-yaml';

/** The first manifests that were written with this library, each of which looked right by itself. */
function story({ endpoints, namespaceSelector = '' }: { endpoints: string; namespaceSelector?: string }): string {
  return `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: prometheus-stack
  namespace: monitoring
spec:
  serviceMonitorSelector:
    matchLabels:
      release: prometheus-stack
  serviceMonitorNamespaceSelector: {}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: sample-app-service-monitor
  namespace: monitoring
  labels:
    release: prometheus-stack
spec:
  selector:
    matchLabels:
      app: sample-app
  ${namespaceSelector}
  endpoints: ${endpoints}
---
apiVersion: v1
kind: Service
metadata:
  name: sample-app-service
  namespace: default
  labels:
    app: sample-app
spec:
  selector:
    app: sample-app
  ports:
    - name: sample-app
      port: 5000
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: sample-app
  namespace: default
spec:
  selector:
    matchLabels:
      app: sample-app
  template:
    metadata:
      labels:
        app: sample-app
    spec:
      containers:
        - name: sample-app
          image: sample-app:1.0.0
          ports:
            - containerPort: 5000
`;
}

const IN_DEFAULT = 'namespaceSelector: { matchNames: [default] }';

function findings(yaml: string) {
  return evaluateYaml(yaml, 'story.yaml').report().findings;
}

describe('the manifests of 2021, mended step by step', () => {
  test('first: endpoints are a map, and must be a list', () => {
    expect(findings(story({ endpoints: '{ port: "8000" }' }))).toMatchObject([
      { check: 'schema/wrong-type', level: 'error', field: 'spec.endpoints' },
    ]);
  });

  test('then: the monitor looks in its own namespace, and the Service is in another', () => {
    const [finding, ...others] = findings(story({ endpoints: '[{ port: "8000" }]' }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      check: 'monitor/other-namespace',
      level: 'error',
      object: { kind: 'ServiceMonitor', name: 'sample-app-service-monitor' },
      fix: { text: IN_DEFAULT },
    });
  });

  test('then: the port is a number, and none of the Service', () => {
    const [finding, ...others] = findings(story({ endpoints: '[{ port: "8000" }]', namespaceSelector: IN_DEFAULT }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      check: 'monitor/port-exists',
      level: 'error',
      field: 'spec.endpoints[0].port',
      fix: { text: 'port: sample-app' },
      related: [{ object: { kind: 'Service', name: 'sample-app-service' } }],
    });
  });

  test('at last nothing is left, and the app is scraped', () => {
    const yaml = story({ endpoints: '[{ port: sample-app }]', namespaceSelector: IN_DEFAULT });
    expect(findings(yaml)).toEqual([]);
    expect(evaluateYaml(yaml, 'story.yaml').targets().targets).toMatchObject([
      { prometheus: 'monitoring/prometheus-stack', workload: { kind: 'Deployment', name: 'sample-app' }, port: 5000 },
    ]);
  });
});
