import type { KubeObject } from '../../lib/simulator/kube-object';

/** Path of a Prometheus or PrometheusAgent in the API. */
export function instancePath({ apiVersion, kind, metadata }: KubeObject): string {
  const resource = kind === 'Prometheus' ? 'prometheuses' : 'prometheusagents';
  return `/apis/${apiVersion}/namespaces/${metadata.namespace}/${resource}/${metadata.name}`;
}
