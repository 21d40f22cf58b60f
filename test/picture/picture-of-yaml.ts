import type { Evaluation, EvaluationOptions } from '../../lib/check/evaluation';
import { connectedEngine } from '../../lib/engine/connected-engine';

/** What the program makes of manifests. */
export function evaluationOf(text: string, options: EvaluationOptions & { readonly stack?: string } = {}): Evaluation {
  const { stack, ...rest } = options;
  const engine = connectedEngine();
  if (stack !== undefined) {
    const [release, namespace] = stack.split('/');
    engine.readStack({ release, namespace, values: [] });
  }
  const { objects } = engine.readManifests({ file: 'app.yaml', text });
  return engine.evaluate(objects, { locate: engine.locate.bind(engine), ...rest });
}

/** A Prometheus that takes monitors with `release: stack` and every PodMonitor. */
export const PROMETHEUS = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: k8s, namespace: monitoring }
spec:
  serviceMonitorSelector: { matchLabels: { release: stack } }
  serviceMonitorNamespaceSelector: {}
  podMonitorSelector: {}
  podMonitorNamespaceSelector: {}
---`;

/** An app with a Service and a ServiceMonitor that are wired right, unless something is replaced. */
export function app(name = 'web', namespace = 'shop', replace: { readonly [text: string]: string } = {}): string {
  const text = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: a:1, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: ${name}, namespace: ${namespace}, labels: { release: stack } }
spec: { selector: { matchLabels: { app: ${name} } }, endpoints: [{ port: http }] }
---`;
  return Object.entries(replace).reduce((before, [from, to]) => {
    if (!before.includes(from)) {
      throw new Error(`There is no ${from} to be replaced.`);
    }
    return before.replaceAll(from, to);
  }, text);
}
