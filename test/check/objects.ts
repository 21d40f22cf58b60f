/** Objects for the tests of checks, as YAML: an app `web` in `shop` that is scraped, unless a test says otherwise. */

/** A Prometheus `monitoring/k8s` that takes every monitor. */
export function prometheus(spec: object = {}, metadata: object = {}): string {
  return object(
    'monitoring.coreos.com/v1',
    'Prometheus',
    { name: 'k8s', namespace: 'monitoring', ...metadata },
    {
      serviceMonitorSelector: {},
      serviceMonitorNamespaceSelector: {},
      podMonitorSelector: {},
      podMonitorNamespaceSelector: {},
      ...spec,
    },
  );
}

export function serviceMonitor(
  endpoints: readonly object[] = [{ port: 'http' }],
  spec: object = {},
  metadata: object = {},
): string {
  return object('monitoring.coreos.com/v1', 'ServiceMonitor', metadata, { selector: WEB, endpoints, ...spec });
}

export function podMonitor(
  podMetricsEndpoints: readonly object[] = [{ port: 'http' }],
  spec: object = {},
  metadata: object = {},
): string {
  return object('monitoring.coreos.com/v1', 'PodMonitor', metadata, { selector: WEB, podMetricsEndpoints, ...spec });
}

/** A Service with the label `app: web` that selects pods with that label. */
export function service(
  ports: readonly object[] | undefined = [{ name: 'http', port: 80, targetPort: 'http' }],
  metadata: object = {},
  spec: object = {},
): string {
  return object('v1', 'Service', { labels: { app: 'web' }, ...metadata }, { selector: { app: 'web' }, ports, ...spec });
}

/** A Deployment of pods with the label `app: web`. */
export function deployment(
  ports: readonly object[] = [{ name: 'http', containerPort: 8080 }],
  more: Template = {},
): string {
  return object('apps/v1', 'Deployment', more.metadata ?? {}, { ...more.spec, template: template(ports, more) });
}

/** What of a workload is not its ports. */
export interface Template {
  readonly labels?: object;
  readonly annotations?: object;
  readonly metadata?: object;
  readonly spec?: object;
  readonly container?: object;
  readonly initContainers?: readonly object[];
  /** Other fields of the pod spec. */
  readonly pod?: object;
}

export function template(
  ports: readonly object[],
  { labels = { app: 'web' }, annotations, container, initContainers, pod: more }: Template = {},
): object {
  return {
    metadata: { labels, annotations },
    spec: { ...more, initContainers, containers: [{ name: 'web', image: 'web:1', ports, ...container }] },
  };
}

/** A bare Pod. */
export function pod(status: object, ports: readonly object[] = [{ name: 'http', containerPort: 8080 }]): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1', ports }] },
    status,
  });
}

/** Any object in namespace `shop`, named `web`. */
export function object(
  apiVersion: string,
  kind: string,
  metadata: object,
  spec: object | undefined,
  more: object = {},
): string {
  return JSON.stringify({ apiVersion, kind, metadata: { name: 'web', namespace: 'shop', ...metadata }, spec, ...more });
}

/** Selector of the app. */
export const WEB = { matchLabels: { app: 'web' } };
