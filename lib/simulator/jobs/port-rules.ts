import { joinPath } from '../operator/problem';
import type { RelabelRule } from '../relabel/relabel-rule';
import { rule } from './rules';

const CONTAINER_PORT_NAME = '__meta_kubernetes_pod_container_port_name';
const CONTAINER_PORT_NUMBER = '__meta_kubernetes_pod_container_port_number';

/**
 * The rule that keeps the port of an endpoint; none where it names no port.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig` and
 * `generatePodMonitorConfig`.
 *
 * @param portName meta label that `port` is compared with
 */
export function portRules(endpoint: any, field: string, portName: string, knowsPortNumber: boolean): RelabelRule[] {
  const { port, portNumber, targetPort } = endpoint;
  if ((port ?? '') !== '') {
    return [keep(portName, String(port), joinPath(field, 'port'))];
  }
  if (knowsPortNumber && portNumber) {
    return [keep(CONTAINER_PORT_NUMBER, String(portNumber), joinPath(field, 'portNumber'))];
  }
  if (typeof targetPort === 'string' && targetPort !== '') {
    return [keep(CONTAINER_PORT_NAME, targetPort, joinPath(field, 'targetPort'))];
  }
  if (typeof targetPort === 'number' && targetPort !== 0) {
    return [keep(CONTAINER_PORT_NUMBER, String(targetPort), joinPath(field, 'targetPort'))];
  }
  return [];
}

/** The `endpoint` label: the port as it is written; none where it is a `portNumber`. */
export function endpointLabelRules(endpoint: any, field: string): RelabelRule[] {
  const { port, targetPort } = endpoint;
  const [name, value] =
    (port ?? '') !== ''
      ? ['port', String(port)]
      : ['targetPort', targetPort === undefined ? '' : String(targetPort ?? '')];
  return value === '' ? [] : [rule('label', joinPath(field, name), { targetLabel: 'endpoint', replacement: value })];
}

/** Meta label with the name of a container's port. */
export const POD_PORT_NAME = CONTAINER_PORT_NAME;

function keep(label: string, regex: string, field: string): RelabelRule {
  return rule('port', field, { action: 'keep', sourceLabels: [label], regex });
}
