import type { Container, ContainerPort } from '../bag/normalize-pod';
import type { Labels } from '../relabel/relabel-rule';
import { META, type MetaLabels, set } from './meta-labels';
import type { RawTarget, VirtualPod } from './raw-target';
import { joinHostPort } from './symbolic';

/**
 * Raw targets of a pod for role `pod`: one for each port that a container or init container declares, and one with a
 * bare address, of IPv6 without brackets, for each that declares none. Phase and readiness do not matter here.
 *
 * Source: Prometheus `discovery/kubernetes/pod.go`, `buildPod`.
 */
export function podTargets(pod: VirtualPod, meta: MetaLabels): RawTarget[] {
  if (pod.ip === '') {
    return [];
  }
  const common: Labels = Object.assign(Object.create(null), meta.ofPod(pod));
  set(common, `${META}namespace`, pod.namespace);
  return [
    ...pod.spec.containers.flatMap((container: Container) => containerTargets(pod, container, false, common)),
    ...pod.spec.initContainers.flatMap((container: Container) => containerTargets(pod, container, true, common)),
  ];
}

function containerTargets(pod: VirtualPod, container: Container, init: boolean, common: Labels): RawTarget[] {
  const ports: readonly (ContainerPort | undefined)[] = container.ports.length === 0 ? [undefined] : container.ports;
  return ports.map((port) => {
    const labels: Labels = Object.assign(Object.create(null), common);
    labels.__address__ = port === undefined ? pod.ip : joinHostPort(pod.ip, port.containerPort);
    set(labels, `${META}pod_container_name`, container.name);
    set(labels, `${META}pod_container_id`, containerId(pod, container, init));
    set(labels, `${META}pod_container_image`, container.image);
    labels[`${META}pod_container_init`] = String(init);
    if (port !== undefined) {
      set(labels, `${META}pod_container_port_name`, port.name);
      set(labels, `${META}pod_container_port_number`, String(port.containerPort));
      set(labels, `${META}pod_container_port_protocol`, port.protocol);
    }
    return {
      labels,
      namespace: pod.namespace,
      pod,
      container: container.name,
      port: port?.containerPort,
      via: 'container',
      assumed: false,
    };
  });
}

/** A container that runs has an identity, which nobody knows before. */
function containerId(pod: VirtualPod, container: Container, init: boolean): string {
  return `unknown://${pod.ip}/${init ? 'init/' : ''}${container.name}`;
}
