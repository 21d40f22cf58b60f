import type { Container, ContainerPort } from '../bag/normalize-pod';
import type { ServicePort } from '../bag/normalize-service';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { EndpointAddress, EndpointGroup, EndpointPort } from './endpoint-group';
import type { PodsOfService } from './pods-of-service';
import type { VirtualPod } from './raw-target';
import { MADE_UP, secondAddress, symbolicAddress } from './symbolic';
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
  const families = role === 'endpoints' ? [undefined] : sliceFamilies(service, gates);
  return families.map((addressType, index) => ({
    name: role === 'endpoints' ? service.object.metadata.name : `${service.object.metadata.name}-${MADE_UP.suffix}`,
    namespace: service.object.metadata.namespace as string,
    labels: labelsOf(service, role),
    annotations: Object.create(null),
    addressType,
    addresses:
      pods.known === 'pods'
        ? pods.pods.flatMap((pod) => addressOf(pod, service, role, gates, index > 0) ?? [])
        : assumedAddresses(service),
    assumed: pods.known !== 'pods',
  }));
}

/** Why a pod that a Service selects is not among its endpoints. */
export function whyNotEligible(
  pod: VirtualPod,
  service: SourcedObject,
  role: EndpointRole,
): 'terminal' | 'no address' | 'terminating' | undefined {
  if (isTerminal(pod.phase)) {
    return 'terminal';
  }
  if (pod.ip === '') {
    return 'no address';
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
  second: boolean,
): EndpointAddress | undefined {
  if (whyNotEligible(pod, service, role) !== undefined) {
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
    address: second ? (pod.secondIp ?? secondAddress(pod.ip)) : pod.ip,
    ports,
    ready: service.object.spec.publishNotReadyAddresses || (serving && !pod.terminating),
    serving,
    terminating: pod.terminating,
    targetKind: 'Pod',
    targetName: pod.name,
    nodeName: pod.nodeName,
    hostname: hostnameOf(pod, service),
    pod,
  };
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

/** Both objects take the Service's labels over, so that a selector sent to the API server finds them. */
function labelsOf(service: SourcedObject, role: EndpointRole): Labels {
  const labels: Labels = Object.assign(Object.create(null), service.object.metadata.labels);
  if (service.object.spec.clusterIP === 'None') {
    labels['service.kubernetes.io/headless'] = '';
  }
  if (role === 'endpointslice') {
    labels['kubernetes.io/service-name'] = service.object.metadata.name;
    labels['endpointslice.kubernetes.io/managed-by'] = 'endpointslice-controller.k8s.io';
  }
  return labels;
}

/**
 * The IP families of which Prometheus reads slices, the Service's first one first. What `PreferDualStack` comes to
 * depends on the cluster, so only `RequireDualStack` counts as two.
 */
function sliceFamilies(service: SourcedObject, gates: DiscoveryGates): string[] {
  const { ipFamilies, ipFamilyPolicy } = service.object.spec;
  const first = ipFamilies[0] ?? 'IPv4';
  return ipFamilyPolicy === 'RequireDualStack' && !gates.primaryFamilyOnly
    ? [first, ipFamilies[1] ?? (first === 'IPv4' ? 'IPv6' : 'IPv4')]
    : [first];
}
