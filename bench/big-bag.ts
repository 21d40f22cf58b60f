/** Text of a big bag: apps with Deployment, Service and ServiceMonitor, and instances that each select all monitors. */
export function bigBag(apps: number, instances: number): string {
  const documents: string[] = [];
  for (let i = 0; i < instances; i++) {
    documents.push(prometheus(i));
  }
  for (let i = 0; i < apps; i++) {
    documents.push(...app(`app-${i}`, `team-${i % 100}`));
  }
  return documents.join('---\n');
}

function prometheus(index: number): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: prometheus-${index}
  namespace: monitoring
  labels:
    app.kubernetes.io/name: prometheus
spec:
  version: v3.13.1
  replicas: 2
  serviceAccountName: prometheus
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
  podMonitorSelector: {}
  podMonitorNamespaceSelector: {}
`;
}

function app(name: string, namespace: string): string[] {
  const labels = `app.kubernetes.io/name: ${name}
    app.kubernetes.io/instance: ${name}
    app.kubernetes.io/managed-by: bench`;
  return [
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    ${labels}
spec:
  replicas: 2
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
      app.kubernetes.io/instance: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
        app.kubernetes.io/instance: ${name}
    spec:
      containers:
        - name: main
          image: registry.example/${name}:1.0.0
          args: ["--listen=:8080", "--log=json"]
          ports:
            - name: http
              containerPort: 8080
            - name: metrics
              containerPort: 9090
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
`,
    `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    ${labels}
spec:
  selector:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/instance: ${name}
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: metrics
      port: 9090
      targetPort: metrics
`,
    `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    ${labels}
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
      app.kubernetes.io/instance: ${name}
  endpoints:
    - port: metrics
      interval: 30s
`,
  ];
}
