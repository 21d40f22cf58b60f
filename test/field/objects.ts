/** An application as most tutorials have it: a Deployment and a Service that fit together. */
export const CART = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers:
        - name: cart
          image: registry.example/cart:1
          ports: [{ name: http, containerPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec:
  selector: { app: cart }
  ports: [{ name: web, port: 80, targetPort: http }]
`;

/** A Prometheus that takes every monitor. */
export const OPEN_PROMETHEUS = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
  podMonitorSelector: {}
  podMonitorNamespaceSelector: {}
`;

/** Texts as documents of one file. */
export function yaml(...texts: readonly string[]): string {
  return texts.map((text) => text.trim()).join('\n---\n');
}
