import type { SourcedObject } from '../kube-object';
import { resolveKey } from './key-reference';
import type { ObjectLookup } from './object-lookup';
import { joinPath, keyOf, namespaceOf } from './problem';

/** One scrape description of a monitor, with its path. */
export interface MonitorEndpoint {
  readonly endpoint: any;
  readonly field: string;
}

/** Whether an object is a ServiceMonitor or a PodMonitor. */
export function isMonitor({ object }: SourcedObject): boolean {
  return object.kind === 'ServiceMonitor' || object.kind === 'PodMonitor';
}

/**
 * The endpoints of a monitor, in order. A Probe and a ScrapeConfig are one as a whole: what an endpoint says stands in their
 * spec.
 */
export function endpointsOf(monitor: SourcedObject): readonly MonitorEndpoint[] {
  if (!isMonitor(monitor)) {
    return [{ endpoint: monitor.object.spec ?? {}, field: 'spec' }];
  }
  const list = monitor.object.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
  const endpoints = monitor.object.spec?.[list];
  return (Array.isArray(endpoints) ? endpoints : []).map((endpoint, i) => ({
    endpoint: endpoint ?? {},
    field: joinPath(`spec.${list}`, i),
  }));
}

const PREFIXES: { readonly [kind: string]: string } = {
  ServiceMonitor: 'serviceMonitor',
  PodMonitor: 'podMonitor',
  Probe: 'probe',
  ScrapeConfig: 'scrapeConfig',
  PrometheusRule: 'rule',
};

/** How the names of jobs and of selectors begin that are about a kind, such as `serviceMonitor`. */
export function prefixOf(kind: string): string {
  return PREFIXES[kind] ?? '';
}

/** The names of the jobs that come of a monitor. */
export function jobNamesOf(monitor: SourcedObject): string[] {
  const name = `${prefixOf(monitor.object.kind)}/${keyOf(monitor)}`;
  return isMonitor(monitor) ? endpointsOf(monitor).map((_, i) => `${name}/${i}`) : [name];
}

/** The part of a Probe that decides about its targets: static ones win over those of Ingresses. */
export function probeTargets({ object }: SourcedObject): { readonly part: string; readonly config: any } | undefined {
  const { staticConfig, ingress } = object.spec?.targets ?? {};
  return staticConfig !== undefined && staticConfig !== null
    ? { part: 'staticConfig', config: staticConfig }
    : ingress !== undefined && ingress !== null
      ? { part: 'ingress', config: ingress }
      : undefined;
}

/** Where the relabelings of targets stand in an endpoint of a kind, below the endpoint. */
export function relabelingFields(monitor: SourcedObject): readonly string[] {
  const targets = monitor.object.kind === 'Probe' ? probeTargets(monitor) : undefined;
  return targets === undefined ? ['relabelings'] : ['targets', targets.part, 'relabelingConfigs'];
}

/** Whether the selector goes to the API server instead of into relabel rules. */
export function usesRoleSelector(monitor: SourcedObject): boolean {
  return monitor.object.spec?.selectorMechanism === 'RoleSelector';
}

/** Whether there is a token. An empty one is none. */
export function hasToken({ object }: SourcedObject, { bearerTokenSecret }: any, objects: ObjectLookup): boolean {
  if ((bearerTokenSecret?.name ?? '') === '') {
    return false;
  }
  const found = resolveKey('Secret', namespaceOf(object), bearerTokenSecret, objects);
  return found.outcome !== 'known' || found.value !== '';
}
