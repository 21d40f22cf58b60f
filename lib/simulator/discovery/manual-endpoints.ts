import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { EndpointAddress, EndpointGroup, EndpointPort } from './endpoint-group';
import { mirroredSlices, type Subset } from './mirrored-slices';
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
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const SLICE_CONTROLLER = 'endpointslice-controller.k8s.io';
const MIRRORING_CONTROLLER = 'endpointslicemirroring-controller.k8s.io';

/** Endpoints and EndpointSlices that somebody wrote by hand. */
export class ManualEndpoints {
  /** Slices by namespace and the Service that they name; the empty name is for those that name none. */
  private readonly slices = new Map<string, SourcedObject[]>();

  /** Namespaces in which somebody wrote something. */
  public readonly namespaces: readonly string[];
  /** Whether something refers to a pod of another namespace. */
  public readonly refersElsewhere: boolean;

  constructor(
    private readonly bag: Bag,
    private readonly pods: PodIndex,
    private readonly services: ServiceIndex,
  ) {
    const [endpoints, slices] = [bag.all(Kind.ENDPOINTS), bag.all(Kind.ENDPOINT_SLICE)];
    this.namespaces = [...new Set([...endpoints, ...slices].map(namespaceOf))].sort();
    this.refersElsewhere =
      endpoints.some((object) =>
        object.object.subsets.some(({ addresses, notReadyAddresses }: any) =>
          [...addresses, ...notReadyAddresses].some((address) => refersFrom(object, address)),
        ),
      ) || slices.some((object) => object.object.endpoints.some((endpoint: any) => refersFrom(object, endpoint)));
    for (const slice of slices) {
      if (this.isMade(slice)) {
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

  /**
   * Whether a slice stands in a dump of a cluster only, so that the simulator makes it itself: one of a controller that
   * takes care of its Service.
   *
   * Source: kubernetes v1.36 `pkg/controller/endpointslice/endpointslice_controller.go`, `syncService`;
   * `pkg/controller/endpointslicemirroring/endpointslicemirroring_controller.go`, `syncEndpoints`.
   */
  private isMade(slice: SourcedObject): boolean {
    const { [MANAGED_BY]: manager, [SERVICE_NAME]: name = '' } = labelsOf(slice);
    const service = name === '' ? undefined : this.services.find(namespaceOf(slice), name);
    return manager === SLICE_CONTROLLER
      ? service !== undefined && hasSelector(service)
      : manager === MIRRORING_CONTROLLER && name !== '';
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
   * Why the Endpoints of a Service do not come as slices too; `undefined` where they do.
   *
   * Source: kubernetes v1.36 `pkg/controller/endpointslicemirroring/endpointslicemirroring_controller.go`,
   * `shouldMirror` and `syncEndpoints`.
   */
  public whyNotMirrored(endpoints: SourcedObject, service: SourcedObject): 'label' | 'leader' | 'selector' | undefined {
    const { labels, annotations } = endpoints.object.metadata;
    if (labels?.[SKIP_MIRROR] === 'true') {
      return 'label';
    }
    if (annotations?.[LEADER] !== undefined) {
      return 'leader';
    }
    // Of an alias of a DNS name, nobody uses the selector, and it counts all the same.
    return Object.keys(service.object.spec.selector).length > 0 ? 'selector' : undefined;
  }

  /** What there is for a Service. */
  public groupsOf(service: SourcedObject, role: EndpointRole, gates: DiscoveryGates): EndpointGroup[] {
    const endpoints = this.endpointsOf(service);
    if (role === 'endpoints') {
      return endpoints === undefined ? [] : [this.ofEndpoints(endpoints, gates)];
    }
    return [
      ...(endpoints !== undefined && this.whyNotMirrored(endpoints, service) === undefined
        ? this.mirrorsOf(endpoints, gates)
        : []),
      ...this.slicesOf(service).map((slice) => this.ofSlice(slice, gates)),
    ];
  }

  /** What there is in a namespace that belongs to no Service, and so carries no service labels. */
  public groupsWithoutService(namespace: string, role: EndpointRole, gates: DiscoveryGates): EndpointGroup[] {
    const isLone = (name: string): boolean => this.services.find(namespace, name) === undefined;
    return role === 'endpoints'
      ? this.bag
          .in(Kind.ENDPOINTS, namespace)
          .filter((endpoints) => isLone(nameOf(endpoints)))
          .map((endpoints) => this.ofEndpoints(endpoints, gates))
      : this.bag
          .in(Kind.ENDPOINT_SLICE, namespace)
          .filter((slice) => !this.isMade(slice) && isLone(labelsOf(slice)[SERVICE_NAME] ?? ''))
          .map((slice) => this.ofSlice(slice, gates));
  }

  /** The Services of a namespace for which somebody wrote something. */
  public servicesIn(namespace: string): SourcedObject[] {
    const names = [
      ...this.bag.in(Kind.ENDPOINTS, namespace).map(nameOf),
      ...this.bag.in(Kind.ENDPOINT_SLICE, namespace).map((slice) => labelsOf(slice)[SERVICE_NAME] ?? ''),
    ];
    return [...new Set(names)].sort().flatMap((name) => this.services.find(namespace, name) ?? []);
  }

  private ofEndpoints(object: SourcedObject, gates: DiscoveryGates): EndpointGroup {
    return this.group(
      object,
      object.object.subsets.flatMap(({ addresses, notReadyAddresses, ports }: Subset) => [
        ...addresses.map((address) => this.address(address, ports, { ready: true }, object, gates)),
        ...notReadyAddresses.map((address) => this.address(address, ports, { ready: false }, object, gates)),
      ]),
    );
  }

  private mirrorsOf(object: SourcedObject, gates: DiscoveryGates): EndpointGroup[] {
    const { labels: own, annotations: given } = object.object.metadata;
    const labels: Labels = Object.assign(Object.create(null), own);
    labels[SERVICE_NAME] = nameOf(object);
    labels[MANAGED_BY] = MIRRORING_CONTROLLER;
    const annotations: Labels = Object.assign(Object.create(null), given);
    delete annotations[LAST_APPLIED];
    return mirroredSlices(object.object.subsets).map(({ addressType, ports, addresses }) => ({
      ...this.group(
        object,
        addresses.map(({ given: address, ready }) => this.address(address, ports, { ready }, object, gates)),
      ),
      name: `${nameOf(object)}-${MADE_UP.suffix}`,
      labels,
      annotations,
      addressType,
    }));
  }

  private ofSlice(object: SourcedObject, gates: DiscoveryGates): EndpointGroup {
    const { endpoints, ports, addressType } = object.object;
    return {
      ...this.group(
        object,
        endpoints.flatMap(({ addresses, conditions, ...endpoint }: any) =>
          addresses.map((ip: string) => this.address({ ...endpoint, ip }, ports, conditions, object, gates)),
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
      assumed: false,
    };
  }

  /** Source: Prometheus `discovery/kubernetes/endpoints.go` and `endpointslice.go`, `resolvePodRef`. */
  private address(
    given: any,
    ports: readonly EndpointPort[],
    conditions: Pick<EndpointAddress, 'ready' | 'serving' | 'terminating'>,
    object: SourcedObject,
    gates: DiscoveryGates,
  ): EndpointAddress {
    const { ip, hostname, nodeName, zone, targetRef } = given;
    const known =
      targetRef?.kind === 'Pod' && (gates.podsOfAllNamespaces || targetRef.namespace === namespaceOf(object));
    return {
      address: ip,
      ports,
      ...conditions,
      hostname,
      nodeName,
      zone,
      targetKind: targetRef?.kind,
      targetName: targetRef?.name,
      pod: known ? this.pods.named(targetRef.namespace, targetRef.name) : undefined,
    };
  }
}

/** Whether the controllers of Kubernetes look for the pods of a Service. */
export function hasSelector(service: SourcedObject): boolean {
  return service.object.spec.type !== 'ExternalName' && Object.keys(service.object.spec.selector).length > 0;
}

/** Whether an address of an object refers to a pod of another namespace. */
function refersFrom(object: SourcedObject, { targetRef }: any): boolean {
  return targetRef?.kind === 'Pod' && targetRef.namespace !== '' && targetRef.namespace !== namespaceOf(object);
}

/**
 * Whether a slice is left out for the family of its addresses, so that no pod is scraped at two addresses. Endpoints have
 * no type of address.
 *
 * Source: Prometheus 3.11 `discovery/kubernetes/endpointslice.go`, `nonPrimaryIPFamilySlice`.
 */
export function isOtherFamily(service: SourcedObject, addressType: string | undefined): boolean {
  const { ipFamilies, ipFamilyPolicy } = service.object.spec;
  return (
    (ipFamilyPolicy === 'PreferDualStack' || ipFamilyPolicy === 'RequireDualStack') &&
    ipFamilies.length > 0 &&
    addressType !== undefined &&
    addressType !== ipFamilies[0]
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
