import type { Container, ContainerPort } from '../simulator/bag/normalize-pod';
import type { ServicePort } from '../simulator/bag/normalize-service';
import type { VirtualPod } from '../simulator/discovery/raw-target';
import type { SourcedObject } from '../simulator/kube-object';
import { nameOf } from '../simulator/operator/problem';
import { listText } from './list-text';

/** The ports of a Service. */
export function portsOfService(service: SourcedObject): readonly ServicePort[] {
  return service.object.spec.ports;
}

/** The ports that the containers of a pod declare; those of init containers last. */
export function declaredPorts(pod: VirtualPod): readonly ContainerPort[] {
  const { containers, initContainers } = pod.spec;
  return [...containers, ...initContainers].flatMap((container: Container) => container.ports);
}

/** `http (80) and metrics (9090)`. */
export function portsText(ports: readonly { readonly name: string; readonly number: number }[]): string {
  const texts = ports.map(({ name, number }) => (name === '' ? `${number} (without a name)` : `${name} (${number})`));
  return texts.length === 0 ? 'none' : listText(texts, 8);
}

/** `Service shop/web has ports http (80) and metrics (9090)`. */
export function servicePortsText(service: SourcedObject): string {
  const ports = portsOfService(service).map(({ name, port }) => ({ name, number: port }));
  return `${nameOf(service)} has ${plural(ports.length)} ${portsText(ports)}`;
}

/** `the pods of Deployment shop/web declare ports http (8080)`. */
export function podPortsText(pod: VirtualPod): string {
  const ports = declaredPorts(pod).map(({ name, containerPort }) => ({ name, number: containerPort }));
  return `${podsText(pod)} declare ${ports.length === 0 ? 'no port' : `${plural(ports.length)} ${portsText(ports)}`}`;
}

/** `the pods of Deployment shop/web`. */
export function podsText({ workload }: VirtualPod): string {
  return workload.object.kind === 'Pod' ? `the containers of ${nameOf(workload)}` : `the pods of ${nameOf(workload)}`;
}

/** ` (spec.replicas: 0)`, for the pods of a workload that has none now; else nothing. */
export function idleText({ idle, workload }: VirtualPod): string {
  return idle === undefined ? '' : ` (${idle}: ${workload.object.spec[idle.slice('spec.'.length)]})`;
}

/** A text as the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plural(count: number): string {
  return count === 1 ? 'port' : 'ports';
}
