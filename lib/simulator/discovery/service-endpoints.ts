import type { Container, ContainerPort } from '../bag/normalize-pod';
import type { ServicePort } from '../bag/normalize-service';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { EndpointAddress, EndpointGroup, EndpointPort } from './endpoint-group';
import type { PodsOfService } from './pods-of-service';
import type { VirtualPod } from './raw-target';
import { isIp, MADE_UP, secondAddress, symbolicAddress } from './symbolic';
import type { DiscoveryGates } from './versions';
import { isTerminal } from './virtual-pods';

/** The two kinds of objects that list the endpoints of a Service. */
export type EndpointRole = 'endpoints' | 'endpointslice';

/**
 * What the controllers of Kubernetes publish for a Service with a selector: one Endpoints object, or its slices.
 *
 * Sources: kubernetes `pkg/controller/endpoint/endpoints_controller.go`, `syncService`;
 * `staging/src/k8s.io/endpointslice/utils.go`.
 */
export function endpointsOfService(
  service: SourcedObject,
  pods: PodsOfService,
  role: EndpointRole,
  gates: DiscoveryGates,
): EndpointGroup[] {
  if (pods.known === 'none') {
    return [];
  }
  return familiesOf(service, role).map((family) => ({
    name: role === 'endpoints' ? service.object.metadata.name : `${service.object.metadata.name}-${MADE_UP.suffix}`,
    namespace: service.object.metadata.namespace as string,
    labels: labelsOf(service, role, gates),
    annotations: Object.create(null),
    addressType: role === 'endpoints' ? undefined : family,
    addresses:
      pods.known === 'pods'
        ? pods.pods.flatMap((pod) => addressOf(pod, service, role, gates, family) ?? [])
        : assumedAddresses(service),
    assumed: pods.known !== 'pods',
  }));
}

/**
 * The IP families of which there are addresses, the Service's first one first. Endpoints have one only.
 *
 * Source: kubernetes v1.36 `pkg/controller/endpoint/endpoints_controller.go`, `podToEndpointAddressForService`;
 * `staging/src/k8s.io/endpointslice/utils.go`, `getAddressTypesForService`.
 */
function familiesOf(service: SourcedObject, role: EndpointRole): readonly string[] {
  const { ipFamilies } = service.object.spec;
  return role === 'endpoints' ? ipFamilies.slice(0, 1) : ipFamilies;
}

/** Why a pod that a Service selects is not among its endpoints. */
export type NotEligible = 'terminal' | 'no address' | 'other family' | 'terminating';

export function whyNotEligible(pod: VirtualPod, service: SourcedObject, role: EndpointRole): NotEligible | undefined {
  if (isTerminal(pod.phase)) {
    return 'terminal';
  }
  if (pod.ip === '') {
    return 'no address';
  }
  if (familiesOf(service, role).every((family) => addressIn(pod, service, family) === undefined)) {
    return 'other family';
  }
  // Slices list a pod that is being deleted, with a mark.
  return pod.terminating && role === 'endpoints' && !service.object.spec.publishNotReadyAddresses
    ? 'terminating'
    : undefined;
}

/** The number that a port of a Service has in a pod; `undefined` where the pod has no such port. */
export function resolvePort(pod: VirtualPod, port: ServicePort, gates: DiscoveryGates): number | undefined {
  if (typeof port.targetPort === 'number') {
    return port.targetPort;
  }
  for (const container of portOwners(pod, gates.sidecarPorts)) {
    const found = container.ports.find((one) => one.name === port.targetPort && one.protocol === port.protocol);
    if (found !== undefined) {
      return found.containerPort;
    }
  }
  return undefined;
}

/** Named ports of a pod among which a named `targetPort` is looked up. */
export function namedPorts(pod: VirtualPod, gates: DiscoveryGates): readonly ContainerPort[] {
  return portOwners(pod, gates.sidecarPorts)
    .flatMap((container) => container.ports)
    .filter((port) => port.name !== '');
}

/** Containers whose ports a Service can name: those that run all the time. */
function portOwners(pod: VirtualPod, sidecars: boolean): readonly Container[] {
  const { containers, initContainers } = pod.spec;
  return sidecars && initContainers.length > 0
    ? [...containers, ...initContainers.filter((one: Container) => one.restartPolicy === 'Always')]
    : containers;
}

function addressOf(
  pod: VirtualPod,
  service: SourcedObject,
  role: EndpointRole,
  gates: DiscoveryGates,
  family: string,
): EndpointAddress | undefined {
  const address = addressIn(pod, service, family);
  if (address === undefined || whyNotEligible(pod, service, role) !== undefined) {
    return undefined;
  }
  const ports: EndpointPort[] = [];
  for (const port of service.object.spec.ports as readonly ServicePort[]) {
    const number = resolvePort(pod, port, gates);
    if (number !== undefined) {
      ports.push({ name: port.name, protocol: port.protocol, port: number, appProtocol: port.appProtocol });
    }
  }
  const serving = pod.ready === 'true';
  return {
    address,
    ports,
    ready: service.object.spec.publishNotReadyAddresses || (serving && !pod.terminating),
    serving,
    terminating: pod.terminating,
    targetKind: 'Pod',
    targetName: pod.name,
    nodeName: pod.nodeName,
    hostname: hostnameOf(pod, service),
    zone: pod.zone,
    pod,
  };
}

/** The address of a pod in one family; one that nobody knows is there in all. */
function addressIn(pod: VirtualPod, service: SourcedObject, family: string): string | undefined {
  const given = [pod.ip, pod.secondIp ?? ''].filter(isIp);
  if (given.length === 0) {
    return family === service.object.spec.ipFamilies[0] ? pod.ip : secondAddress(pod.ip);
  }
  return given.find((ip) => ip.includes(':') === (family === 'IPv6'));
}

/** One address that stands for all pods that the bag does not show. */
function assumedAddresses(service: SourcedObject): EndpointAddress[] {
  const { name, namespace } = service.object.metadata;
  return [
    {
      address: symbolicAddress(name, 'Service', namespace as string),
      ports: (service.object.spec.ports as readonly ServicePort[]).map((port) => ({
        name: port.name,
        protocol: port.protocol,
        port: typeof port.targetPort === 'number' ? port.targetPort : undefined,
        appProtocol: port.appProtocol,
      })),
      ready: true,
      serving: true,
      terminating: false,
    },
  ];
}

/** The name that DNS gives a pod behind its governing Service. */
function hostnameOf(pod: VirtualPod, service: SourcedObject): string | undefined {
  const { object } = pod.workload;
  if (object.kind === 'StatefulSet') {
    return object.spec.serviceName === service.object.metadata.name ? pod.name : undefined;
  }
  return pod.spec.subdomain === service.object.metadata.name ? pod.spec.hostname : undefined;
}

/** Labels that say what a slice is; those of the Service of the same keys do not count. */
const RESERVED = {
  headless: 'service.kubernetes.io/headless',
  service: 'kubernetes.io/service-name',
  manager: 'endpointslice.kubernetes.io/managed-by',
  endpointsManager: 'endpoints.kubernetes.io/managed-by',
};

/** Keys of the labels that controllers give to what they make for a Service, besides its own. */
export const ADDED_LABELS: ReadonlySet<string> = new Set(Object.values(RESERVED));

/**
 * Both objects take the Service's labels over, so that a selector sent to the API server finds them.
 *
 * Sources: kubernetes v1.36 `pkg/controller/endpoint/endpoints_controller.go`, `syncService`;
 * `staging/src/k8s.io/endpointslice/utils.go`, `setEndpointSliceLabels`.
 */
function labelsOf(service: SourcedObject, role: EndpointRole, gates: DiscoveryGates): Labels {
  const labels: Labels = Object.assign(Object.create(null), service.object.metadata.labels);
  delete labels[RESERVED.headless];
  if (service.object.spec.clusterIP === 'None') {
    labels[RESERVED.headless] = '';
  }
  if (role === 'endpointslice') {
    labels[RESERVED.service] = service.object.metadata.name;
    labels[RESERVED.manager] = 'endpointslice-controller.k8s.io';
  } else if (gates.markedEndpoints) {
    labels[RESERVED.endpointsManager] = 'endpoint-controller';
  }
  return labels;
}
