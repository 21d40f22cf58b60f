/** A manifest as plain data. */
export type Manifest = { readonly [field: string]: unknown };

/** An object of `monitoring.coreos.com/v1`, in namespace `shop` unless the metadata say otherwise. */
export function monitoring(kind: string, name: string, spec: object, metadata: object = {}): Manifest {
  return object('monitoring.coreos.com/v1', kind, name, { spec }, metadata);
}

export function object(
  apiVersion: string,
  kind: string,
  name: string,
  fields: object = {},
  metadata: object = {},
): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: 'shop', ...metadata }, ...fields };
}

/** Prometheus `monitoring/k8s`, which takes every monitor. */
export function prometheus(spec: object = {}, metadata: object = {}): Manifest {
  return monitoring('Prometheus', 'k8s', { ...ALL, ...spec }, { namespace: 'monitoring', ...metadata });
}

/** PrometheusAgent `monitoring/k8s`, which takes every monitor. */
export function agent(spec: object = {}, metadata: object = {}): Manifest {
  return object(
    'monitoring.coreos.com/v1alpha1',
    'PrometheusAgent',
    'k8s',
    { spec: { ...ALL, ...spec } },
    { namespace: 'monitoring', ...metadata },
  );
}

/** Agent with a pod on each node, which takes every PodMonitor. */
export function nodeAgent(spec: object = {}): Manifest {
  const { podMonitorSelector, podMonitorNamespaceSelector } = ALL;
  return object(
    'monitoring.coreos.com/v1alpha1',
    'PrometheusAgent',
    'nodes',
    { spec: { mode: 'DaemonSet', podMonitorSelector, podMonitorNamespaceSelector, ...spec } },
    { namespace: 'monitoring' },
  );
}

const ALL = {
  serviceMonitorSelector: {},
  serviceMonitorNamespaceSelector: {},
  podMonitorSelector: {},
  podMonitorNamespaceSelector: {},
};

/** ServiceMonitor `shop/web`, in order unless told otherwise. */
export function serviceMonitor(spec: object = {}, metadata: object = {}): Manifest {
  return monitoring('ServiceMonitor', 'web', { selector: SELECTOR, endpoints: [{ port: 'http' }], ...spec }, metadata);
}

/** ServiceMonitor `shop/web` with more in its only endpoint. */
export function endpoint(fields: object, spec: object = {}): Manifest {
  return serviceMonitor({ endpoints: [{ port: 'http', ...fields }], ...spec });
}

/** PodMonitor `shop/web`, in order unless told otherwise. */
export function podMonitor(spec: object = {}, metadata: object = {}): Manifest {
  return monitoring(
    'PodMonitor',
    'web',
    { selector: SELECTOR, podMetricsEndpoints: [{ port: 'http' }], ...spec },
    metadata,
  );
}

/** Probe `shop/web`, in order unless told otherwise. */
export function probe(spec: object = {}, metadata: object = {}): Manifest {
  return monitoring(
    'Probe',
    'web',
    {
      prober: { url: 'prober.example.org:9115' },
      targets: { staticConfig: { static: ['https://shop.example'] } },
      ...spec,
    },
    metadata,
  );
}

/** Probe `shop/web` of Ingresses. */
export function ingressProbe(ingress: object, spec: object = {}): Manifest {
  return probe({ targets: { ingress }, ...spec });
}

/** ScrapeConfig `shop/web`. */
export function scrapeConfig(spec: object, metadata: object = {}): Manifest {
  return object('monitoring.coreos.com/v1alpha1', 'ScrapeConfig', 'web', { spec }, metadata);
}

/** Prometheus `monitoring/k8s`, which takes every Probe and ScrapeConfig. */
export function scraper(spec: object = {}, metadata: object = {}): Manifest {
  return prometheus(
    {
      probeSelector: {},
      probeNamespaceSelector: {},
      scrapeConfigSelector: {},
      scrapeConfigNamespaceSelector: {},
      ...spec,
    },
    metadata,
  );
}

/** Ingress `shop/web`. */
export function ingress(rules: readonly object[], metadata: object = {}, spec: object = {}): Manifest {
  return object(
    'networking.k8s.io/v1',
    'Ingress',
    'web',
    { spec: { rules, ...spec } },
    { labels: { app: 'web' }, ...metadata },
  );
}

const SELECTOR = { matchLabels: { app: 'web' } };

export function secret(name: string, stringData: object, metadata: object = {}): Manifest {
  return object('v1', 'Secret', name, { stringData }, metadata);
}

export function namespace(name: string, labels: object = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** Deployment of an Operator in namespace `operators`. */
export function operator(args: readonly string[], name = 'prometheus-operator'): Manifest {
  const labels = { app: name };
  const containers = [{ name: 'operator', image: 'quay.io/prometheus-operator/prometheus-operator:v0.93.0', args }];
  return object(
    'apps/v1',
    'Deployment',
    name,
    { spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } } },
    { namespace: 'operators' },
  );
}
