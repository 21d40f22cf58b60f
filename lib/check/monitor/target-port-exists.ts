import { Level } from '../../report/finding';
import type { ContainerPort } from '../../simulator/bag/normalize-pod';
import type { JobBreak } from '../../simulator/chain/job-break';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { BrokenEndpoint } from '../check-context';
import { distinct } from '../draft-of-problem';
import { setField } from '../field-edit';
import { quoted, scalar } from '../list-text';
import { nearestName } from '../nearest-name';
import { declaredPorts, podPortsText, portsOfService, sentence } from '../ports-text';

/**
 * An endpoint with a `targetPort` that no container of the selected pods declares.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig`: the rule reads the ports
 * that containers declare, so an open port that nobody declares does not count, and a number in quotes is a name.
 */
export const targetPortExists: Check = {
  id: 'monitor/target-port-exists',
  level: Level.ERROR,
  summary: 'no container declares the targetPort of the endpoint',
  why: 'Prometheus drops every target of this endpoint, so the app looks unmonitored, not down.',
  *run({ broken }) {
    yield* distinct(broken.flatMap((one) => draftOf(one) ?? []));
  },
};

type PortBreak = Extract<JobBreak, { reason: 'port' }>;

function draftOf({ monitor, field, cause }: BrokenEndpoint): Draft | undefined {
  if (cause.reason !== 'port' || cause.wanted.field !== 'targetPort') {
    return undefined;
  }
  const path = joinPath(field, 'targetPort');
  const { value } = cause.wanted;
  const written = typeof value === 'number' ? String(value) : `"${value}"`;
  const declare = cause.pods.slice(0, 3).map(podPortsText).join('; ');
  return {
    object: monitor,
    field: path,
    message:
      hiddenPort(cause) ??
      `No container of the selected pods declares port ${written}${declare === '' ? '' : `. ${sentence(declare)}`}.${hint(cause)}`,
    basis: 'present',
    fix: fixOf(monitor, path, cause),
    related: [
      ...cause.services.slice(0, 2).map((object) => ({ object, message: 'is selected' })),
      ...cause.pods.slice(0, 2).map((pod) => ({ object: pod.workload, message: 'makes the pods' })),
    ],
  };
}

/**
 * Where a number is declared twice, Prometheus knows the port by one name only (that of the last container, and within
 * a container the first), so the other name fits nothing.
 */
function hiddenPort({ wanted, pods }: PortBreak): string | undefined {
  const hidden = hiddenBy(wanted, pods);
  return hidden === undefined
    ? undefined
    : `Port ${quoted(String(wanted.value))} (${hidden.containerPort}) is declared, and so is the same number ${hidden.name === '' ? 'without a name' : `as ${quoted(hidden.name)}`}, which is what Prometheus goes by.`;
}

function hiddenBy({ value }: PortBreak['wanted'], pods: PortBreak['pods']): ContainerPort | undefined {
  for (const pod of pods) {
    const declared = declaredPorts(pod);
    const own = declared.find(({ name }) => name === value);
    if (own !== undefined) {
      return declared.filter(({ containerPort, name }) => containerPort === own.containerPort && name !== value).at(-1);
    }
  }
  return undefined;
}

function hint({ wanted, services }: PortBreak): string {
  if (typeof wanted.value === 'string' && /^\d+$/.test(wanted.value)) {
    return ' In quotes it is a name, and no container port has a name without a letter.';
  }
  const published = services.flatMap(portsOfService).find(({ port }) => port === wanted.value);
  return published === undefined ? '' : ' It is the number of the Service port, and targetPort is that of a container.';
}

function fixOf(monitor: SourcedObject, path: string, { wanted, services, pods }: PortBreak): Draft['fix'] {
  const declared = pods.flatMap(declaredPorts);
  const text = String(wanted.value);
  const hidden = hiddenBy(wanted, pods);
  if (hidden !== undefined) {
    return {
      text: `targetPort: ${hidden.containerPort}, which fits whatever the name; or declare the port in one container only.`,
      patch: setField(monitor, path, hidden.containerPort),
    };
  }
  if (typeof wanted.value === 'string' && declared.some(({ containerPort }) => String(containerPort) === text)) {
    return { text: `targetPort: ${text}, without quotes`, patch: setField(monitor, path, Number(text)) };
  }
  const published = services
    .flatMap((service) => portsOfService(service).map((port) => ({ service, port })))
    .filter(({ port }) => String(port.port) === text || String(port.targetPort) === text);
  const names = [...new Set(published.map(({ port }) => port.name))].filter((name) => name !== '');
  if (names.length === 1) {
    return {
      text: `port: ${scalar(names[0])} instead of targetPort, which is what ${nameOf(published[0].service)} calls it.`,
    };
  }
  const nearest = nearestName(
    text,
    declared.map(({ name }) => name),
  );
  if (nearest !== undefined) {
    return { text: `targetPort: ${scalar(nearest)}`, patch: setField(monitor, path, nearest) };
  }
  const port = /^\d+$/.test(text) ? `containerPort: ${text}` : `name: ${scalar(text)}`;
  return { text: `declare it in the container: ports: [{ ${port} }]; or ask for a port that is declared.` };
}
