import type { SourcedObject } from '../kube-object';
import { joinPath } from './problem';

/** One scrape description of a monitor, with its path. */
export interface MonitorEndpoint {
  readonly endpoint: any;
  readonly field: string;
}

/** Whether an object is a ServiceMonitor or a PodMonitor. */
export function isMonitor({ object }: SourcedObject): boolean {
  return object.kind === 'ServiceMonitor' || object.kind === 'PodMonitor';
}

/** The endpoints of a monitor, in order. */
export function endpointsOf(monitor: SourcedObject): readonly MonitorEndpoint[] {
  const list = monitor.object.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
  const endpoints = monitor.object.spec?.[list];
  return (Array.isArray(endpoints) ? endpoints : []).map((endpoint, i) => ({
    endpoint: endpoint ?? {},
    field: joinPath(`spec.${list}`, i),
  }));
}

/** Whether the selector goes to the API server instead of into relabel rules. */
export function usesRoleSelector(monitor: SourcedObject): boolean {
  return monitor.object.spec?.selectorMechanism === 'RoleSelector';
}
