import { Level } from '../../report/finding';
import type { JobBreak } from '../../simulator/chain/job-break';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath } from '../../simulator/operator/problem';
import type { Simulation } from '../../simulator/simulation';
import type { Check, Draft } from '../check';
import type { BrokenEndpoint } from '../check-context';
import { distinct } from '../draft-of-problem';
import { removeField, setField } from '../field-edit';
import { quoted, scalar } from '../list-text';
import { nearestName } from '../nearest-name';
import { declaredPorts, podPortsText, portsOfService, sentence } from '../ports-text';

/**
 * An endpoint of a PodMonitor that asks for a port which no container of the selected pods declares.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generatePodMonitorConfig`, and Prometheus
 * `discovery/kubernetes/pod.go`, `buildPod`: only declared ports count, and `port` is compared with their names.
 */
export const podPortExists: Check = {
  id: 'monitor/pod-port-exists',
  level: Level.ERROR,
  summary: 'no container declares the port that the PodMonitor asks for',
  why: 'Prometheus drops every target of this endpoint, so the app looks unmonitored, not down.',
  *run({ broken, simulation }) {
    yield* distinct(broken.flatMap((one) => draftOf(one, simulation) ?? []));
  },
};

type PortBreak = Extract<JobBreak, { reason: 'port' }>;

function draftOf({ monitor, field, cause }: BrokenEndpoint, simulation: Simulation): Draft | undefined {
  if (cause.reason !== 'port' || cause.wanted.field === 'targetPort' || cause.services.length > 0) {
    return undefined;
  }
  const path = joinPath(field, cause.wanted.field);
  const declare = cause.pods.slice(0, 3).map(podPortsText).join('; ');
  const what =
    cause.wanted.field === 'port' ? `a port named ${quoted(cause.wanted.value)}` : `port ${cause.wanted.value}`;
  return {
    object: monitor,
    field: path,
    message: `No container of the selected pods declares ${what}. ${sentence(declare)}.${hint(cause, simulation)}`,
    basis: 'present',
    fix: fixOf(monitor, field, cause),
    related: cause.pods.slice(0, 3).map((pod) => ({ object: pod.workload, message: 'makes the pods' })),
  };
}

function hint({ wanted, pods }: PortBreak, simulation: Simulation): string {
  const text = String(wanted.value);
  const before = pods.slice(0, 3).flatMap((pod) => simulation.servicesOfPod.of(pod));
  return before.flatMap(portsOfService).some(({ name, port }) => name === text || String(port) === text)
    ? ' It is a port of the Service before them, which a PodMonitor does not look at.'
    : '';
}

function fixOf(monitor: SourcedObject, field: string, { wanted, pods }: PortBreak): Draft['fix'] {
  const text = String(wanted.value);
  const declared = pods.flatMap(declaredPorts);
  const path = joinPath(field, 'port');
  const same = declared.find(({ containerPort }) => String(containerPort) === text);
  if (wanted.field === 'port' && same !== undefined) {
    return same.name === ''
      ? {
          text: `portNumber: ${text} instead of port`,
          patch: [...removeField(monitor, path), ...setField(monitor, joinPath(field, 'portNumber'), Number(text))],
        }
      : { text: `port: ${scalar(same.name)}`, patch: setField(monitor, path, same.name) };
  }
  const names = [...new Set(declared.map(({ name }) => name))].filter((name) => name !== '');
  const right =
    wanted.field === 'port'
      ? names.length === 1 && declared.length === 1
        ? names[0]
        : nearestName(text, names)
      : undefined;
  if (right !== undefined) {
    return { text: `port: ${scalar(right)}`, patch: setField(monitor, path, right) };
  }
  const missing = wanted.field === 'port' ? `name: ${scalar(text)}` : `containerPort: ${text}`;
  return { text: `declare it in the container: ports: [{ ${missing} }]; or ask for a port that is declared.` };
}
