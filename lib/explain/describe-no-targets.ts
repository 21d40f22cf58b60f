import { idleText } from '../check/ports-text';
import type { NoTargets, UnresolvedPort } from '../simulator/discovery/no-targets';
import { nameOf } from '../simulator/operator/problem';
import { counted, listed } from './texts';

/** Why a Service has no endpoints, as a part of a sentence. */
export function whyNoEndpoints(why: NoTargets | undefined): string {
  switch (why?.reason) {
    case undefined:
      return 'nobody knows why';
    case 'external name':
      return `it is an alias of ${why.externalName === undefined ? 'a DNS name' : `"${why.externalName}"`}`;
    case 'no selector':
      return 'it has no selector, and there is no Endpoints or EndpointSlice object for it';
    case 'slices only':
      return `it has EndpointSlices only (${listed(why.slices.map(nameOf))}), and this Prometheus reads Endpoints`;
    case 'not mirrored':
      return `${nameOf(why.endpoints)} is kept from being mirrored, and this Prometheus reads EndpointSlices`;
    case 'other family':
      return `its first IP family is ${why.family}, and ${listed(why.objects.map(nameOf))} ${why.objects.length === 1 ? 'is' : 'are'} of another one, which Prometheus 3.11 and newer leave out`;
    case 'endpoints empty':
      return `${listed(why.endpoints.map(nameOf))} ${why.endpoints.length === 1 ? 'holds' : 'hold'} no address with a port`;
    case 'no ports':
      return 'it has no ports';
    case 'no pod matches':
      return `no pod has the labels ${pairsText(why.selector)}`;
    case 'pods not eligible':
      return `its pods ${listed([...new Set(why.pods.map(({ pod, why: refused }) => (pod.idle === undefined ? REFUSED[refused] : `are none now${idleText(pod)}`)))])}`;
    case 'port not found':
      return unresolvedText(why.ports[0]);
    case 'pods not in bag':
      return 'its pods are not among these objects';
  }
}

/** The nearest pods of a Service that selects none. */
export function nearestPods(why: NoTargets | undefined): string[] {
  return why?.reason === 'no pod matches' || why?.reason === 'pods not in bag'
    ? why.nearest
        .slice(0, 3)
        .map(
          ({ pod, key, wanted, found }) =>
            `The pods of ${nameOf(pod.workload)} have ${found === undefined ? `no label "${key}"` : `${key}=${found}`}; wanted is ${key}=${wanted}.`,
        )
    : [];
}

/** A port that pods do not have. */
export function unresolvedText({ port, pods, everywhere }: UnresolvedPort): string {
  const owners = listed([...new Set(pods.map(({ pod }) => nameOf(pod.workload)))]);
  const named = [...new Set(pods.flatMap((one) => one.named.map((declared) => declared.name)))];
  const has = named.length === 0 ? 'no named port' : `${named.length === 1 ? 'port' : 'ports'} ${listed(named)}`;
  const who = everywhere || pods.length === 1 ? owners : `${counted(pods.length, 'pod')} (${owners})`;
  return `its targetPort "${port.targetPort}" is no ${port.protocol} port of ${who}, which has ${has}`;
}

/** `app=web, tier=front`. */
export function pairsText(labels: { readonly [key: string]: string }): string {
  return listed(
    Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    10,
  );
}

const REFUSED = {
  terminal: 'have ended',
  'no address': 'have no address',
  'other family': 'have no address of its IP family',
  terminating: 'are being deleted',
};
