import type { ContainerPort } from '../bag/normalize-pod';
import type { ServicePort } from '../bag/normalize-service';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import { hasSelector, type ManualEndpoints } from './manual-endpoints';
import type { NearPod, PodIndex } from './pod-index';
import type { PodsOfService } from './pods-of-service';
import type { VirtualPod } from './raw-target';
import { type EndpointRole, type NotEligible, namedPorts, resolvePort, whyNotEligible } from './service-endpoints';
import type { DiscoveryGates } from './versions';

/** A port of a Service that some pod has not, and the named ports that this pod has. */
export interface UnresolvedPort {
  readonly port: ServicePort;
  readonly pods: readonly { readonly pod: VirtualPod; readonly named: readonly ContainerPort[] }[];
  /** True where no pod of the Service has it. */
  readonly everywhere: boolean;
}

/** Why a Service yields no raw target, or only assumed ones. */
export type NoTargets =
  /** `type: ExternalName`, an alias of a DNS name. */
  | { readonly reason: 'external name'; readonly externalName: string | undefined }
  /** No selector, and no Endpoints or EndpointSlice for it in the bag. */
  | { readonly reason: 'no selector' }
  /** No selector, and only slices, which role `endpoints` does not read. */
  | { readonly reason: 'slices only'; readonly slices: readonly SourcedObject[] }
  /** No selector, and only Endpoints that are kept from being mirrored, which role `endpointslice` does not read. */
  | {
      readonly reason: 'not mirrored';
      readonly endpoints: SourcedObject;
      readonly why: 'label' | 'leader' | 'selector';
    }
  /** No selector, and the slices hold addresses of another IP family than the Service's first one only. */
  | {
      readonly reason: 'other family';
      readonly family: string;
      readonly objects: readonly SourcedObject[];
    }
  /** No selector, and the objects made by hand hold no address with a port. */
  | { readonly reason: 'endpoints empty'; readonly endpoints: readonly SourcedObject[] }
  /** No port, as only a headless Service may have it. */
  | { readonly reason: 'no ports'; readonly headless: boolean }
  /** There are pods in the namespace, and the selector takes none. */
  | { readonly reason: 'no pod matches'; readonly selector: Labels; readonly nearest: readonly NearPod[] }
  /** The selector takes pods that have ended, have no address of the right IP family or are being deleted. */
  | {
      readonly reason: 'pods not eligible';
      readonly pods: readonly { readonly pod: VirtualPod; readonly why: NotEligible }[];
    }
  /** No pod has any of the ports that the Service names. */
  | { readonly reason: 'port not found'; readonly ports: readonly UnresolvedPort[] }
  /** The pods may exist outside the bag; `makers` are objects in it that may make them. */
  | {
      readonly reason: 'pods not in bag';
      readonly makers: readonly SourcedObject[];
      readonly nearest: readonly NearPod[];
    };

/** What explains why a Service has no raw target. To be asked only where it has none, or assumed ones. */
export function whyNoTargets(
  service: SourcedObject,
  pods: PodsOfService | undefined,
  role: EndpointRole,
  gates: DiscoveryGates,
  manual: ManualEndpoints,
  index: PodIndex,
): NoTargets {
  const { spec } = service.object;
  const namespace = service.object.metadata.namespace as string;
  if (!hasSelector(service) || pods === undefined) {
    return whyNoManualTargets(service, role, gates, manual);
  }
  if (spec.ports.length === 0) {
    return { reason: 'no ports', headless: spec.clusterIP === 'None' };
  }
  if (pods.known === 'not in bag') {
    return { reason: 'pods not in bag', makers: pods.makers, nearest: index.nearest(namespace, spec.selector) };
  }
  if (pods.known === 'none') {
    return { reason: 'no pod matches', selector: spec.selector, nearest: index.nearest(namespace, spec.selector) };
  }
  const refused = pods.pods.flatMap((pod) => {
    const why = whyNotEligible(pod, service, role);
    return why === undefined ? [] : [{ pod, why }];
  });
  return refused.length === pods.pods.length
    ? { reason: 'pods not eligible', pods: refused }
    : { reason: 'port not found', ports: unresolvedPorts(service, pods, role, gates) };
}

/** The ports of a Service that some pod of it has not; that pod gives no target for them. */
export function unresolvedPorts(
  service: SourcedObject,
  pods: PodsOfService | undefined,
  role: EndpointRole,
  gates: DiscoveryGates,
): UnresolvedPort[] {
  if (pods?.known !== 'pods') {
    return [];
  }
  const eligible = pods.pods.filter((pod) => whyNotEligible(pod, service, role) === undefined);
  return (service.object.spec.ports as readonly ServicePort[]).flatMap((port) => {
    const without = eligible.filter((pod) => resolvePort(pod, port, gates) === undefined);
    return without.length === 0
      ? []
      : [
          {
            port,
            pods: without.map((pod) => ({ pod, named: namedPorts(pod, gates) })),
            everywhere: without.length === eligible.length,
          },
        ];
  });
}

function whyNoManualTargets(
  service: SourcedObject,
  role: EndpointRole,
  gates: DiscoveryGates,
  manual: ManualEndpoints,
): NoTargets {
  const endpoints = manual.endpointsOf(service);
  const slices = manual.slicesOf(service);
  const notMirrored = endpoints && manual.whyNotMirrored(endpoints, service);
  const seen = role === 'endpoints' ? [endpoints] : [notMirrored === undefined ? endpoints : undefined, ...slices];
  const present = seen.filter((object) => object !== undefined);
  if (present.length > 0) {
    const groups = manual.groupsOf(service, role, gates);
    return groups.some(({ addresses }) => addresses.some(({ ports }) => ports.length > 0))
      ? { reason: 'other family', family: service.object.spec.ipFamilies[0], objects: present }
      : { reason: 'endpoints empty', endpoints: present };
  }
  if (slices.length > 0) {
    return { reason: 'slices only', slices };
  }
  if (endpoints !== undefined && notMirrored !== undefined) {
    return { reason: 'not mirrored', endpoints, why: notMirrored };
  }
  const { type, externalName } = service.object.spec;
  return type === 'ExternalName'
    ? { reason: 'external name', externalName: typeof externalName === 'string' ? externalName : undefined }
    : { reason: 'no selector' };
}
