import type { KubeObject, SourcedObject } from '../kube-object';
import { joinPath } from '../operator/problem';

/** A route of an AlertmanagerConfig, with its place. */
export interface SpecRoute {
  readonly route: any;
  readonly field: string;
}

/** Field of an AlertmanagerConfig that holds time intervals: v1beta1 has another name for it than v1alpha1. */
export function intervalsField({ apiVersion }: KubeObject): 'timeIntervals' | 'muteTimeIntervals' {
  return apiVersion.endsWith('/v1beta1') ? 'timeIntervals' : 'muteTimeIntervals';
}

/** The time intervals of an AlertmanagerConfig. */
export function intervalsOf({ object }: SourcedObject): readonly any[] {
  return listOf(object.spec?.[intervalsField(object)]);
}

/** The receivers of an AlertmanagerConfig. */
export function receiversOf({ object }: SourcedObject): readonly any[] {
  return listOf(object.spec?.receivers);
}

/** The route of an AlertmanagerConfig and all below it; none where it has no route. */
export function specRoutes({ object }: SourcedObject): readonly SpecRoute[] {
  const route = object.spec?.route;
  return route === undefined || route === null ? [] : below(route, 'spec.route');
}

function below(route: any, field: string): SpecRoute[] {
  const children = listOf(route?.routes).flatMap((child, i) => below(child, joinPath(`${field}.routes`, i)));
  return [{ route, field }, ...children];
}

/** A list; empty for anything else. */
export function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

/** Integrations of a receiver by the name that Alertmanager has for them, such as `slack`. */
export function integrationsOf(receiver: any): string[] {
  return Object.keys(receiver ?? {})
    .filter((key) => key.endsWith('Configs') && listOf(receiver[key]).length > 0)
    .map((key) => key.slice(0, -'Configs'.length));
}
