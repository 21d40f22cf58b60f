import type { Container, ContainerPort } from '../bag/normalize-pod';
import type { ServicePort } from '../bag/normalize-service';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { EndpointGroup, EndpointPort } from './endpoint-group';
import { addEndpointLabels, META, type MetaLabels, set } from './meta-labels';
import type { RawTarget, VirtualPod } from './raw-target';
import type { EndpointRole } from './service-endpoints';
import { joinHostPort } from './symbolic';
import type { DiscoveryGates } from './versions';

/** A port with the container that declares it. */
interface DeclaredPort {
  readonly container: Container;
  readonly port: ContainerPort;
  readonly init: boolean;
}

/**
 * Raw targets of one Endpoints object or EndpointSlice: one for each address and port, ready or not; then, for each
 * pod with at least one port among them, one for each other port that a container of it declares.
 *
 * Source: Prometheus `discovery/kubernetes/endpoints.go`, `buildEndpoints`; `endpointslice.go`, `buildEndpointSlice`.
 */
export function endpointTargets(
  group: EndpointGroup,
  role: EndpointRole,
  service: SourcedObject | undefined,
  gates: DiscoveryGates,
  meta: MetaLabels,
): RawTarget[] {
  const targets: RawTarget[] = [];
  // Labels that all ports of a pod have in common lie below those of the target: see `labelNames`.
  const layers = new Map<VirtualPod | undefined, Labels>();
  const sharedOf = (pod: VirtualPod | undefined): Labels => {
    let shared = layers.get(pod);
    if (shared === undefined) {
      shared = Object.assign(meta.ofGroup(group, role, service), pod && meta.ofPod(pod));
      layers.set(pod, shared);
    }
    return shared;
  };
  const covered = new Map<VirtualPod, Set<number | undefined>>();
  const common = { namespace: group.namespace, service, assumed: group.assumed };
  for (const address of group.addresses) {
    const { pod } = address;
    const shared = sharedOf(pod);
    for (const [index, port] of address.ports.entries()) {
      const labels: Labels = Object.create(shared);
      labels.__address__ = port.port === undefined ? address.address : joinHostPort(address.address, port.port);
      addEndpointLabels(labels, role, address, port);
      const declared = pod && declaredPort(pod, port.port, gates);
      if (declared !== undefined) {
        addContainerLabels(labels, declared, role === 'endpoints' ? port.protocol : declared.port.protocol, gates);
      } else if (group.assumed && service !== undefined) {
        addAssumedLabels(labels, service.object.spec.ports[index]);
      }
      targets.push({ ...common, labels, pod, container: declared?.container.name, port: port.port, via: 'endpoint' });
      if (pod !== undefined) {
        remember(covered, pod, port);
      }
    }
  }
  for (const [pod, ports] of covered) {
    for (const declared of pod.ip === '' ? [] : declaredPorts(pod, gates)) {
      const number = declared.port.containerPort;
      if (ports.has(number)) {
        continue;
      }
      const labels: Labels = Object.create(sharedOf(pod));
      labels.__address__ = joinHostPort(pod.ip, number);
      addContainerLabels(labels, declared, declared.port.protocol, gates);
      targets.push({ ...common, labels, pod, container: declared.container.name, port: number, via: 'container' });
    }
  }
  return targets;
}

/**
 * The declaration that names the container of a port: by number, whatever the protocol. Within one container the first
 * counts; of several containers the last, so that a port that two declare goes to the wrong one.
 */
function declaredPort(pod: VirtualPod, number: EndpointPort['port'], gates: DiscoveryGates): DeclaredPort | undefined {
  const { containers, initContainers } = pod.spec;
  const init = gates.initContainers ? searchBackwards(initContainers, number, true) : undefined;
  return init ?? searchBackwards(containers, number, false);
}

function searchBackwards(
  containers: readonly Container[],
  number: EndpointPort['port'],
  init: boolean,
): DeclaredPort | undefined {
  for (let i = containers.length - 1; i >= 0; i--) {
    const port = containers[i].ports.find((one) => one.containerPort === number);
    if (port !== undefined) {
      return { container: containers[i], port, init };
    }
  }
  return undefined;
}

function declaredPorts(pod: VirtualPod, gates: DiscoveryGates): DeclaredPort[] {
  const of = (containers: readonly Container[], init: boolean): DeclaredPort[] =>
    containers.flatMap((container) => container.ports.map((port) => ({ container, port, init })));
  return [...of(pod.spec.containers, false), ...(gates.initContainers ? of(pod.spec.initContainers, true) : [])];
}

function addContainerLabels(labels: Labels, declared: DeclaredPort, protocol: string, gates: DiscoveryGates): void {
  const { container, port, init } = declared;
  set(labels, `${META}pod_container_name`, container.name);
  set(labels, `${META}pod_container_image`, container.image);
  set(labels, `${META}pod_container_port_name`, port.name);
  set(labels, `${META}pod_container_port_number`, String(port.containerPort));
  set(labels, `${META}pod_container_port_protocol`, protocol);
  if (gates.initContainers) {
    // Prometheus 2 has no such label for these roles.
    labels[`${META}pod_container_init`] = String(init);
  }
}

/** What a Service's own `targetPort` tells of containers that are not in the bag. */
function addAssumedLabels(labels: Labels, port: ServicePort): void {
  const label = typeof port.targetPort === 'number' ? 'number' : 'name';
  labels[`${META}pod_container_port_${label}`] = String(port.targetPort);
}

function remember(covered: Map<VirtualPod, Set<number | undefined>>, pod: VirtualPod, port: EndpointPort): void {
  const ports = covered.get(pod);
  if (ports === undefined) {
    covered.set(pod, new Set([port.port]));
  } else {
    ports.add(port.port);
  }
}
