import type { Container } from '../simulator/bag/normalize-pod';
import type { RawTarget } from '../simulator/discovery/raw-target';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** The scheme in which probes of the kubelet speak to the port of a target; `undefined` where none does over HTTP. */
export function probeScheme({ pod, container, port, labels }: RawTarget): 'http' | 'https' | undefined {
  const found = (pod?.spec.containers as readonly Container[] | undefined)?.find(({ name }) => name === container);
  const portName = labels.__meta_kubernetes_pod_container_port_name;
  for (const probe of found === undefined ? [] : PROBES) {
    const httpGet = (found as { readonly [field: string]: any })[probe]?.httpGet;
    if (httpGet && (httpGet.port === port || (portName !== undefined && httpGet.port === portName))) {
      return String(httpGet.scheme ?? 'HTTP').toUpperCase() === 'HTTPS' ? 'https' : 'http';
    }
  }
  return undefined;
}
