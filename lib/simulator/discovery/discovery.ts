import type { Bag } from '../bag/bag';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { EndpointGroup } from './endpoint-group';
import { endpointTargets } from './endpoint-targets';
import { governingServices } from './governing-services';
import { ingressTargets } from './ingress-targets';
import { hasSelector, isOtherFamily, ManualEndpoints } from './manual-endpoints';
import { MetaLabels } from './meta-labels';
import { type NoTargets, type UnresolvedPort, unresolvedPorts, whyNoTargets } from './no-targets';
import type { OperatedInstance } from './operated-instances';
import { operatedPods } from './operated-pods';
import { PodIndex } from './pod-index';
import { podTargets } from './pod-targets';
import { type PodsOfService, podMakers, podsOfService } from './pods-of-service';
import type { RawTarget, VirtualPod } from './raw-target';
import { type EndpointRole, endpointsOfService } from './service-endpoints';
import { ServiceIndex } from './service-index';
import { serviceTargets } from './service-targets';
import { atLeast, type DiscoveryGates, type DiscoveryVersions, gatesOf } from './versions';
import { virtualPods } from './virtual-pods';

/** What the objects of a bag alone do not say. */
export interface DiscoveryOptions {
  /** Whether the bag is all that there is, so that a Service never has pods which it does not show. */
  readonly complete?: boolean;
  /** Objects of which the Operator makes pods and Services. */
  readonly operated?: readonly OperatedInstance[];
  /** Version of Kubernetes, such as `1.33`; the newest unless set. */
  readonly kubernetes?: string;
}

/**
 * What Kubernetes service discovery finds in a bag of objects. Everything is computed when it is asked for, and once
 * only; nothing depends on the order of the objects. Raw targets and their labels are shared: copy before writing.
 */
export class Discovery {
  /** The pods that the bag stands for. */
  public readonly pods: PodIndex;
  /** The Services of the bag, and those that the Operator makes. */
  public readonly services: ServiceIndex;

  private readonly manual: ManualEndpoints;
  private readonly meta = new MetaLabels();
  private readonly views = new Map<string, EndpointDiscovery>();
  private readonly ofService = new Map<SourcedObject, PodsOfService | undefined>();
  private readonly makers = new Map<string, readonly SourcedObject[]>();
  private readonly ofPod = new Map<VirtualPod, readonly RawTarget[]>();
  private readonly ofIngress = new Map<SourcedObject, readonly RawTarget[]>();
  private readonly asAddress = new Map<SourcedObject, readonly RawTarget[]>();

  private readonly complete: boolean;

  constructor(
    public readonly bag: Bag,
    { complete = false, operated = [], kubernetes }: DiscoveryOptions = {},
  ) {
    this.complete = complete;
    this.pods = new PodIndex(virtualPods(bag, operatedPods(operated), atLeast(kubernetes, 1, 35)));
    this.services = new ServiceIndex(bag, governingServices(operated));
    this.manual = new ManualEndpoints(bag, this.pods, this.services);
  }

  /**
   * Discovery with one of the roles that a ServiceMonitor uses. Versions with the same behaviour share one answer.
   *
   * @param everywhere whether all namespaces are searched, and not some one by one
   */
  public endpoints(role: EndpointRole, versions: DiscoveryVersions = {}, everywhere = true): EndpointDiscovery {
    const gates = gatesOf(role, versions, everywhere || !this.manual.refersElsewhere);
    const key = `${role} ${Object.values(gates).join(' ')}`;
    let view = this.views.get(key);
    if (view === undefined) {
      view = new EndpointDiscovery(this, role, gates, this.manual, this.meta);
      this.views.set(key, view);
    }
    return view;
  }

  /** Raw targets of a pod with role `pod`, which a PodMonitor uses. */
  public podTargets(pod: VirtualPod): readonly RawTarget[] {
    return memo(this.ofPod, pod, () => podTargets(pod, this.meta));
  }

  /** Raw targets of an Ingress, for role `ingress`. */
  public ingressTargets(ingress: SourcedObject): readonly RawTarget[] {
    return memo(this.ofIngress, ingress, () => ingressTargets(ingress, this.meta));
  }

  /** Raw targets of a Service, for role `service`. */
  public serviceTargets(service: SourcedObject): readonly RawTarget[] {
    return memo(this.asAddress, service, () => serviceTargets(service, this.meta));
  }

  /** Namespaces in which there may be endpoints. */
  public get namespacesWithServices(): readonly string[] {
    const names = this.services.all.map(({ object }) => object.metadata.namespace as string);
    return [...new Set([...names, ...this.manual.namespaces])].sort();
  }

  /** The pods that a Service selects; `undefined` for a Service whose endpoints are not made from pods. */
  public podsOf(service: SourcedObject): PodsOfService | undefined {
    return memo(this.ofService, service, () =>
      hasSelector(service)
        ? podsOfService(service, this.pods, this.makersIn(namespaceOf(service)), this.complete)
        : undefined,
    );
  }

  /** Objects of a namespace that may make pods which the bag does not show. */
  public makersIn(namespace: string): readonly SourcedObject[] {
    return memo(this.makers, namespace, () => podMakers(this.bag, namespace));
  }
}

/** Raw targets of one Endpoints object, or of the EndpointSlices of one kind of a Service. */
export interface TargetGroup {
  /** Labels of the object itself. */
  readonly labels: Labels;
  readonly targets: readonly RawTarget[];
}

/** Discovery with role `endpoints` or `endpointslice`. */
export class EndpointDiscovery {
  private readonly groups = new Map<SourcedObject, readonly TargetGroup[]>();
  private readonly targets = new Map<SourcedObject, readonly RawTarget[]>();
  private readonly lone = new Map<string, readonly TargetGroup[]>();

  /** Made by `Discovery.endpoints`. */
  constructor(
    private readonly discovery: Discovery,
    public readonly role: EndpointRole,
    private readonly gates: DiscoveryGates,
    private readonly manual: ManualEndpoints,
    private readonly meta: MetaLabels,
  ) {}

  /** Raw targets that carry the labels of a Service. */
  public targetsOf(service: SourcedObject): readonly RawTarget[] {
    return memo(this.targets, service, () => {
      const groups = this.groupsOf(service);
      return groups.length === 1 ? groups[0].targets : groups.flatMap(({ targets }) => targets);
    });
  }

  /** The same, by the Endpoints or EndpointSlices that they come from. */
  public groupsOf(service: SourcedObject): readonly TargetGroup[] {
    return memo(this.groups, service, () =>
      this.published(service)
        .filter(({ addressType }) => !this.gates.primaryFamilyOnly || !isOtherFamily(service, addressType))
        .map((group) => this.targetGroup(group, service)),
    );
  }

  /** What there is for a Service that Prometheus does not see, so that none of it carries the labels of the Service. */
  public groupsBehindHidden(service: SourcedObject): readonly TargetGroup[] {
    return this.published(service).map((group) => this.targetGroup(group, undefined));
  }

  /** Raw targets in a namespace that belong to no Service. */
  public groupsWithoutService(namespace: string): readonly TargetGroup[] {
    return memo(this.lone, namespace, () =>
      this.manual
        .groupsWithoutService(namespace, this.role, this.gates)
        .map((group) => this.targetGroup(group, undefined)),
    );
  }

  /** Namespaces in which somebody wrote Endpoints or EndpointSlices. */
  public get namespacesByHand(): readonly string[] {
    return this.manual.namespaces;
  }

  /** The Services of a namespace for which somebody wrote Endpoints or EndpointSlices. */
  public servicesByHand(namespace: string): readonly SourcedObject[] {
    return this.manual.servicesIn(namespace);
  }

  /** Namespaces in which there may be some. */
  public get namespaces(): readonly string[] {
    return this.discovery.namespacesWithServices;
  }

  /** All Endpoints or EndpointSlices of a namespace. */
  public groupsIn(namespace: string): readonly TargetGroup[] {
    return [
      ...this.discovery.services.in(namespace).flatMap((service) => this.groupsOf(service)),
      ...this.groupsWithoutService(namespace),
    ];
  }

  /** All raw targets of a namespace. */
  public targetsIn(namespace: string): readonly RawTarget[] {
    return [
      ...this.discovery.services.in(namespace).flatMap((service) => this.targetsOf(service)),
      ...this.groupsWithoutService(namespace).flatMap(({ targets }) => targets),
    ];
  }

  /** All Endpoints or EndpointSlices of a Service. */
  private published(service: SourcedObject): readonly EndpointGroup[] {
    const pods = this.discovery.podsOf(service);
    return [
      ...(pods === undefined ? [] : endpointsOfService(service, pods, this.role, this.gates)),
      ...this.manual.groupsOf(service, this.role, this.gates),
    ];
  }

  private targetGroup(group: EndpointGroup, service: SourcedObject | undefined): TargetGroup {
    return {
      labels: group.labels,
      targets: endpointTargets(group, this.role, service, this.gates, this.meta),
    };
  }

  /** Why a Service has no raw target, or only assumed ones; `undefined` where it has real ones. */
  public whyNone(service: SourcedObject): NoTargets | undefined {
    return this.targetsOf(service).some((target) => !target.assumed)
      ? undefined
      : whyNoTargets(service, this.discovery.podsOf(service), this.role, this.gates, this.manual, this.discovery.pods);
  }

  /** The ports of a Service that some pod of it has not, even where other ports give targets. */
  public unresolvedPorts(service: SourcedObject): readonly UnresolvedPort[] {
    return unresolvedPorts(service, this.discovery.podsOf(service), this.role, this.gates);
  }
}

function namespaceOf(service: SourcedObject): string {
  return service.object.metadata.namespace as string;
}

function memo<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined && !known.has(key)) {
    value = make();
    known.set(key, value);
  }
  return value as V;
}
