import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { EndpointAddress, EndpointGroup } from './endpoint-group';
import type { PodIndex } from './pod-index';
import type { EndpointRole } from './service-endpoints';
import type { ServiceIndex } from './service-index';
import { MADE_UP } from './symbolic';
import type { DiscoveryGates } from './versions';

const SERVICE_NAME = 'kubernetes.io/service-name';
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const SKIP_MIRROR = 'endpointslice.kubernetes.io/skip-mirror';
/** Set on Endpoints that are a lock of a leader election, which nobody mirrors. */
const LEADER = 'control-plane.alpha.kubernetes.io/leader';
/** Their slices stand in a dump of a cluster only; the simulator makes them itself. */
const CONTROLLERS: ReadonlySet<string> = new Set([
  'endpointslice-controller.k8s.io',
  'endpointslicemirroring-controller.k8s.io',
]);

/** Endpoints and EndpointSlices that somebody wrote by hand. */
export class ManualEndpoints {
  /** Slices by namespace and the Service that they name; the empty name is for those that name none. */
  private readonly slices = new Map<string, SourcedObject[]>();

  constructor(
    private readonly bag: Bag,
    private readonly pods: PodIndex,
    private readonly services: ServiceIndex,
  ) {
    for (const slice of bag.all(Kind.ENDPOINT_SLICE)) {
      if (CONTROLLERS.has(labelsOf(slice)[MANAGED_BY] ?? '')) {
        continue;
      }
      const key = `${slice.object.metadata.namespace}/${labelsOf(slice)[SERVICE_NAME] ?? ''}`;
      const known = this.slices.get(key);
      if (known === undefined) {
        this.slices.set(key, [slice]);
      } else {
        known.push(slice);
      }
    }
  }

  /** The Endpoints object of a Service. With a selector it would be the controller's, which overwrites it. */
  public endpointsOf(service: SourcedObject): SourcedObject | undefined {
    return hasSelector(service) ? undefined : this.bag.find(Kind.ENDPOINTS, namespaceOf(service), nameOf(service));
  }

  /** The slices that name a Service. */
  public slicesOf(service: SourcedObject): readonly SourcedObject[] {
    return this.slices.get(`${namespaceOf(service)}/${nameOf(service)}`) ?? [];
  }

  /**
   * Whether the Endpoints of a Service also come as slices.
   *
   * Source: kubernetes `pkg/controller/endpointslicemirroring/utils.go`, `skipMirror`.
   */
  public isMirrored(endpoints: SourcedObject): boolean {
    const { labels, annotations } = endpoints.object.metadata;
    return labels?.[SKIP_MIRROR] !== 'true' && annotations?.[LEADER] === undefined;
  }

  /** What Prometheus reads for a Service. */
  public groupsOf(service: SourcedObject, role: EndpointRole, gates: DiscoveryGates): EndpointGroup[] {
    const endpoints = this.endpointsOf(service);
    if (role === 'endpoints') {
      return endpoints === undefined ? [] : [this.ofEndpoints(endpoints)];
    }
    const mirrored = endpoints !== undefined && this.isMirrored(endpoints) ? this.mirrorsOf(endpoints) : [];
    const slices = this.slicesOf(service).filter(
      (slice) => !gates.primaryFamilyOnly || !isSecondFamily(service, slice.object.addressType),
    );
    return [...mirrored, ...slices.map((slice) => this.ofSlice(slice))];
  }

  /** What Prometheus reads in a namespace that belongs to no Service of the bag, and so carries no service labels. */
  public groupsWithoutService(namespace: string, role: EndpointRole): EndpointGroup[] {
    const isLone = (name: string): boolean => this.services.find(namespace, name) === undefined;
    return role === 'endpoints'
      ? this.bag
          .in(Kind.ENDPOINTS, namespace)
          .filter((endpoints) => isLone(nameOf(endpoints)))
          .map((endpoints) => this.ofEndpoints(endpoints))
      : this.bag
          .in(Kind.ENDPOINT_SLICE, namespace)
          .filter((slice) => !CONTROLLERS.has(labelsOf(slice)[MANAGED_BY] ?? ''))
          .filter((slice) => isLone(labelsOf(slice)[SERVICE_NAME] ?? ''))
          .map((slice) => this.ofSlice(slice));
  }

  private ofEndpoints(object: SourcedObject): EndpointGroup {
    return this.group(
      object,
      object.object.subsets.flatMap((subset: any) => [
        ...subset.addresses.map((address: any) => this.address(address, subset.ports, true, object)),
        ...subset.notReadyAddresses.map((address: any) => this.address(address, subset.ports, false, object)),
      ]),
    );
  }

  /** The slices that the mirroring controller makes: one for each subset and IP family. */
  private mirrorsOf(object: SourcedObject): EndpointGroup[] {
    const labels: Labels = Object.assign(Object.create(null), object.object.metadata.labels);
    labels[SERVICE_NAME] = nameOf(object);
    labels[MANAGED_BY] = 'endpointslicemirroring-controller.k8s.io';
    const { addresses, ...group } = this.ofEndpoints(object);
    return ['IPv4', 'IPv6'].flatMap((addressType) => {
      const own = addresses
        .filter(({ address }) => address.includes(':') === (addressType === 'IPv6'))
        .map((address) => ({ ...address, serving: address.ready, terminating: false }));
      return own.length === 0
        ? []
        : [{ ...group, name: `${group.name}-${MADE_UP.suffix}`, labels, addressType, addresses: own }];
    });
  }

  private ofSlice(object: SourcedObject): EndpointGroup {
    const { endpoints, ports, addressType } = object.object;
    return {
      ...this.group(
        object,
        endpoints.flatMap(({ addresses, conditions, ...endpoint }: any) =>
          addresses.map((ip: string) => ({
            ...this.address({ ...endpoint, ip }, ports, conditions.ready, object),
            serving: conditions.serving,
            terminating: conditions.terminating,
          })),
        ),
      ),
      addressType,
    };
  }

  private group(object: SourcedObject, addresses: EndpointAddress[]): EndpointGroup {
    const { metadata } = object.object;
    return {
      name: metadata.name,
      namespace: metadata.namespace as string,
      labels: metadata.labels as Labels,
      annotations: metadata.annotations as Labels,
      addresses,
      object,
      assumed: false,
    };
  }

  private address(given: any, ports: any, ready: boolean | undefined, object: SourcedObject): EndpointAddress {
    const { ip, hostname, nodeName, zone, targetRef } = given;
    return {
      address: ip,
      ports,
      ready,
      hostname,
      nodeName,
      zone,
      targetKind: targetRef?.kind,
      targetName: targetRef?.name,
      pod:
        targetRef?.kind === 'Pod'
          ? this.pods.named(targetRef.namespace || namespaceOf(object), targetRef.name)
          : undefined,
    };
  }
}

/** Whether the controllers of Kubernetes look for the pods of a Service. */
export function hasSelector(service: SourcedObject): boolean {
  return service.object.spec.type !== 'ExternalName' && Object.keys(service.object.spec.selector).length > 0;
}

/** Source: Prometheus `discovery/kubernetes/endpointslice.go`, `nonPrimaryIPFamilySlice`. */
function isSecondFamily(service: SourcedObject, addressType: string): boolean {
  const { ipFamilies, ipFamilyPolicy } = service.object.spec;
  return (
    (ipFamilyPolicy === 'PreferDualStack' || ipFamilyPolicy === 'RequireDualStack') &&
    ipFamilies.length > 0 &&
    addressType !== ipFamilies[0] &&
    (addressType === 'IPv4' || addressType === 'IPv6')
  );
}

function labelsOf(object: SourcedObject): { readonly [key: string]: string | undefined } {
  return object.object.metadata.labels as any;
}

function namespaceOf(object: SourcedObject): string {
  return object.object.metadata.namespace as string;
}

function nameOf(object: SourcedObject): string {
  return object.object.metadata.name;
}
