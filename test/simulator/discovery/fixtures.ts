import { Bag, type BagOptions } from '../../../lib/simulator/bag/bag';
import { Discovery } from '../../../lib/simulator/discovery/discovery';
import type { RawTarget } from '../../../lib/simulator/discovery/raw-target';
import type { SourcedObject } from '../../../lib/simulator/kube-object';
import { labelNames } from '../../../lib/simulator/relabel/relabel-rule';
import { Simulation, type SimulationOptions } from '../../../lib/simulator/simulation';

/** A bag of plain objects, each with a made-up line. */
export function bagOf(objects: readonly any[], options?: BagOptions): Bag {
  return new Bag(sourced(objects), options);
}

export function sourced(objects: readonly any[]): SourcedObject[] {
  return objects.map((object) => ({ object, source: { file: 'all.yaml' } }));
}

export function discoveryOf(...objects: any[]): Discovery {
  return new Discovery(bagOf(objects));
}

/** The same with what the Operator makes. */
export function operatedDiscoveryOf(objects: readonly any[], options: SimulationOptions = {}): Discovery {
  return new Simulation(sourced(objects), options).discovery;
}

/** The only Service of a bag, or the one of this name. */
export function serviceOf(discovery: Discovery, name = 'web', namespace = 'shop'): SourcedObject {
  const service = discovery.services.find(namespace, name);
  if (service === undefined) {
    throw new Error(`no Service ${namespace}/${name}`);
  }
  return service;
}

export function service(spec: any, metadata: any = {}): any {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop', ...metadata }, spec };
}

/** A Deployment `web` in `shop` whose pods carry `app: web`. */
export function deployment(podSpec: any, metadata: any = {}, labels: any = { app: 'web' }): any {
  return workload('apps/v1', 'Deployment', podSpec, metadata, labels);
}

export function workload(
  apiVersion: string,
  kind: string,
  podSpec: any,
  metadata: any = {},
  labels: any = { app: 'web' },
): any {
  return {
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'shop', ...metadata },
    spec: { template: { metadata: { labels }, spec: podSpec } },
  };
}

export function pod(spec: any, metadata: any = {}, status?: any): any {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' }, ...metadata },
    spec,
    ...(status && { status }),
  };
}

/** One container `app` with these ports. */
export function ports(...declared: any[]): any {
  return { containers: [{ name: 'app', image: 'web:1', ports: declared }] };
}

export function endpoints(subsets: any, metadata: any = {}): any {
  return { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'web', namespace: 'shop', ...metadata }, subsets };
}

export function slice(rest: any, labels: any = { 'kubernetes.io/service-name': 'web' }): any {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web-1', namespace: 'shop', labels },
    addressType: 'IPv4',
    ...rest,
  };
}

/** Addresses of targets, sorted. */
export function addresses(targets: readonly RawTarget[]): string[] {
  return targets.map(({ labels }) => labels.__address__).sort();
}

/** Labels with those that lie below, in the order of their names. */
export function allLabels(labels: RawTarget['labels']): { [name: string]: string } {
  return Object.fromEntries(
    labelNames(labels)
      .sort()
      .map((name) => [name, labels[name]]),
  );
}
