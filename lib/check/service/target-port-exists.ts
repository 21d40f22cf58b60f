import { Level } from '../../report/finding';
import type { Container } from '../../simulator/bag/normalize-pod';
import type { DeadPort } from '../../simulator/chain/job-break';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { distinct } from '../draft-of-problem';
import { setField } from '../field-edit';
import { quoted, scalar } from '../list-text';
import { nearestName } from '../nearest-name';
import { podPortsText, sentence } from '../ports-text';
import { deadServices, isSpare, selectedByText } from '../selected-services';

/**
 * A port of a Service that a monitor asks for, with a `targetPort` that no pod of the Service has.
 *
 * Mirrors: kubernetes `staging/src/k8s.io/endpointslice/util/controller_utils.go`, `FindPort`: a name is looked up among
 * the ports of containers with the same protocol, and among those of native sidecars since Kubernetes 1.32 (Endpoints)
 * and 1.33 (EndpointSlices).
 *
 * Stays silent for numbers, which need no declaration, and for ports that no monitor asks for.
 */
export const serviceTargetPortExists: Check = {
  id: 'service/target-port-exists',
  level: Level.ERROR,
  summary: 'no pod has the targetPort of the Service',
  why: 'The pods are left out of the endpoints of this port, so Prometheus finds no target, and callers get no answer.',
  *run(context) {
    yield* distinct(drafts(context));
  },
};

function* drafts(context: CheckContext): Iterable<Draft> {
  for (const dead of deadServices(context)) {
    for (const port of dead.why?.reason === 'port not found' ? dead.why.ports : []) {
      const level = isSpare(dead) ? Level.WARNING : undefined;
      yield draftOf({ service: dead.service, port }, selectedByText(dead.groups), level);
    }
  }
  for (const { monitor, cause } of context.broken) {
    for (const dead of cause.reason === 'dead port' ? cause.ports : []) {
      yield draftOf(dead, `${nameOf(monitor)} asks for it`);
    }
  }
}

function draftOf({ service, port: { port, pods } }: DeadPort, who: string, level?: Level): Draft {
  const name = String(port.targetPort);
  const [{ pod }] = pods;
  const field = joinPath(joinPath('spec.ports', port.index), 'targetPort');
  const containers: readonly Container[] = [...pod.spec.containers, ...pod.spec.initContainers];
  const declared = containers.flatMap((container) => container.ports.map((one) => ({ container, port: one })));
  const sidecar = declared.find(
    (one) => one.port.name === name && one.container.restartPolicy === 'Always' && one.port.protocol === port.protocol,
  );
  const protocol = declared.find((one) => one.port.name === name && one.port.protocol !== port.protocol);
  const init = declared.find(
    (one) =>
      one.port.name === name &&
      one.port.protocol === port.protocol &&
      pod.spec.initContainers.includes(one.container) &&
      one.container.restartPolicy !== 'Always',
  );
  const number = declared.find((one) => String(one.port.containerPort) === name);
  const usable = declared
    .map((one) => one.port)
    .filter((one) => one.name !== '' && one.name !== name && one.protocol === port.protocol);
  const lone = new Set(usable.map((one) => one.name)).size === 1 ? usable[0].name : undefined;
  const right =
    nearestName(
      name,
      usable.map((one) => one.name),
    ) ?? lone;
  const what = port.name === '' ? `Port ${port.port}` : `Port ${quoted(port.name)} (${port.port})`;
  const start = `${what} of ${nameOf(service)} leads to targetPort ${quoted(name)}, and ${who}.`;
  const common = {
    object: service,
    field,
    basis: 'present',
    related: [{ object: pod.workload, message: 'makes the pods' }],
  } as const;
  if (sidecar !== undefined) {
    return {
      ...common,
      level: Level.WARNING,
      message: `${start} Only native sidecar ${quoted(sidecar.container.name)} has a port of this name, and Kubernetes finds those since 1.32 (Endpoints) or 1.33 (EndpointSlices).`,
      fix: {
        text: `targetPort: ${sidecar.port.containerPort}`,
        patch: setField(service, field, sidecar.port.containerPort),
      },
    };
  }
  if (init !== undefined) {
    return {
      ...common,
      ...(level === undefined ? {} : { level }),
      message: `${start} Only init container ${quoted(init.container.name)} has a port of this name, and Kubernetes looks at containers that keep running.`,
      fix: {
        text: `declare it in the container that listens: ports: [{ name: ${scalar(name)}, containerPort: ${init.port.containerPort} }]; or restartPolicy: Always, where the init container is a sidecar.`,
      },
    };
  }
  const fix =
    number !== undefined
      ? { text: `targetPort: ${name}, without quotes`, patch: setField(service, field, Number(name)) }
      : protocol !== undefined
        ? {
            text: `protocol: ${protocol.port.protocol} in the Service, or protocol: ${port.protocol} in the container.`,
          }
        : right !== undefined
          ? { text: `targetPort: ${scalar(right)}`, patch: setField(service, field, right) }
          : { text: `name: ${scalar(name)} on the port of the container; or the number as targetPort.` };
  const why =
    protocol === undefined
      ? ''
      : ` It is there for ${protocol.port.protocol}, and the Service asks for ${port.protocol}.`;
  return {
    ...common,
    ...(level === undefined ? {} : { level }),
    message: `${start} ${sentence(podPortsText(pod))}.${why}`,
    fix,
  };
}
