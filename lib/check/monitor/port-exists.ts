import { Level } from '../../report/finding';
import type { ServicePort } from '../../simulator/bag/normalize-service';
import type { JobBreak } from '../../simulator/chain/job-break';
import { hasSelector } from '../../simulator/discovery/manual-endpoints';
import type { RawTarget } from '../../simulator/discovery/raw-target';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { BrokenEndpoint, CheckContext } from '../check-context';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, endpointGroups, liveEndpoints } from '../endpoint-groups';
import { setField } from '../field-edit';
import { listText, quoted, scalar } from '../list-text';
import { nearestName } from '../nearest-name';
import { declaredPorts, portsOfService, sentence, servicePortsText } from '../ports-text';

/**
 * An endpoint of a ServiceMonitor that names a port which no selected Service has; as an info, one that some of the
 * selected Services do not have.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig`: `port` is compared with
 * the name of the Service's port, never with a number or with the name of a container's port.
 *
 * Stays silent where the Services have no endpoints at all, and for a Service whose pods are scraped all the same.
 */
export const portExists: Check = {
  id: 'monitor/port-exists',
  level: Level.ERROR,
  summary: 'no selected Service has a port of this name',
  why: 'Prometheus drops every target of this endpoint, so the app looks unmonitored, not down.',
  *run(context) {
    yield* distinct(context.broken.flatMap((one) => draftOf(one) ?? []));
    yield* distinct(partialDrafts(context));
  },
};

type PortBreak = Extract<JobBreak, { reason: 'port' }>;

function draftOf({ monitor, field, cause, jobs }: BrokenEndpoint): Draft | undefined {
  if (cause.reason !== 'port' || cause.wanted.field !== 'port' || cause.services.length === 0) {
    return undefined;
  }
  const { value } = cause.wanted;
  const path = joinPath(field, 'port');
  const manual = cause.services.filter((service) => !hasSelector(service));
  const listed = manual.length === 0 ? [] : endpointPortNames(jobs[0].targets.lost.map(({ raw }) => raw));
  const owners = cause.services.length === 1 ? nameOf(cause.services[0]) : 'any Service that it selects';
  const of = manual.length === cause.services.length ? `the endpoints of ${owners}` : owners;
  const has =
    manual.length === 0
      ? cause.services.slice(0, 3).map(servicePortsText).join('; ')
      : `the endpoints of ${listText(manual.map(nameOf), 3)} have ${listed.length === 0 ? 'no named port' : `ports ${listText(listed)}`}`;
  return {
    object: monitor,
    field: path,
    message: `Port ${quoted(value)} is not a port of ${of}. ${sentence(has)}.${hint(cause)}`,
    basis: 'present',
    fix:
      manual.length > 0 && listed.length === 0
        ? {
            text: `name: ${scalar(String(value))} on the port in the Endpoints or EndpointSlice of ${nameOf(manual[0])}.`,
          }
        : fixOf(monitor, path, cause, listed),
    related: cause.services
      .slice(0, 3)
      .map((object) =>
        manual.includes(object)
          ? { object, message: 'has endpoints that were written by hand' }
          : { object, field: 'spec.ports', message: 'has other ports' },
      ),
  };
}

/** What was mistaken for the name of the Service's port. */
function hint({ wanted, services, pods }: PortBreak): string {
  const text = String(wanted.value);
  if (/^\d+$/.test(text)) {
    return ' The Operator compares it with names, never with numbers.';
  }
  const published = services.flatMap(portsOfService).some((port) => port.targetPort === text);
  const declared = pods.some((pod) => declaredPorts(pod).some(({ name }) => name === text));
  return published || declared ? ' It is the name of a port of the container, not of the Service.' : '';
}

function fixOf(monitor: SourcedObject, path: string, cause: PortBreak, listed: readonly string[]): Draft['fix'] {
  const text = String(cause.wanted.value);
  const owners = cause.services.flatMap((service) => portsOfService(service).map((port) => ({ service, port })));
  const names = listed.length > 0 ? listed : owners.map(({ port }) => port.name).filter((name) => name !== '');
  const declared = cause.pods.flatMap(declaredPorts).filter(({ name }) => name === text);
  const numbers = declared.map(({ containerPort }) => containerPort);
  const meant = listed.length > 0 ? [] : owners.filter(({ port }) => isMeant(port, text, numbers));
  if (declared.length > 0 && meant.length === 0 && listed.length === 0) {
    // Any other port of the Service would be another port of the app.
    return { text: `targetPort: ${scalar(text)} instead of port; or add a port of this name to the Service.` };
  }
  const [lone] = meant.length > 0 ? meant : owners.length === 1 ? owners : [];
  if (lone !== undefined && lone.port.name === '') {
    const { service, port } = lone;
    const name = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text) ? text : 'metrics';
    const follow = name === text ? '' : `, and port: ${name} here`;
    return { text: `name: ${name} in spec.ports[${port.index}] (${port.port}) of ${nameOf(service)}${follow}.` };
  }
  if (meant.length === 0 && cause.pods.flatMap(declaredPorts).some(({ name }) => name === text)) {
    return { text: `targetPort: ${scalar(text)} instead of port; or add a port of this name to the Service.` };
  }
  const distinctNames = [...new Set(meant.length > 0 ? meant.map(({ port }) => port.name) : names)];
  const right = distinctNames.length === 1 ? distinctNames[0] : nearestName(text, names);
  if (right !== undefined) {
    return { text: `port: ${scalar(right)}`, patch: setField(monitor, path, right) };
  }
  return distinctNames.length === 0
    ? { text: 'add a port with this name to the Service.' }
    : { text: `port: ${distinctNames.map(scalar).join(', or port: ')}` };
}

/** Whether a port of a Service is what a number, or the name of a container's port with these numbers, stands for. */
function isMeant({ port, targetPort }: ServicePort, text: string, declared: readonly number[]): boolean {
  return String(targetPort) === text || String(port) === text || declared.some((number) => number === targetPort);
}

function endpointPortNames(raw: readonly RawTarget[]): string[] {
  const names = raw.map(
    ({ labels }) =>
      labels.__meta_kubernetes_endpoint_port_name ?? labels.__meta_kubernetes_endpointslice_port_name ?? '',
  );
  return [...new Set(names)].filter((name) => name !== '');
}

/** Services that are selected in vain beside others that are not. */
function* partialDrafts(context: CheckContext): Iterable<Draft> {
  const groupsOf = new Map<SourcedObject, EndpointGroup[]>();
  for (const group of liveEndpoints(context)) {
    if (group.targets.services.length > 1 && group.wanted?.field === 'port') {
      groupsOf.set(group.monitor, []);
    }
  }
  for (const group of groupsOf.size === 0 ? [] : endpointGroups(context)) {
    groupsOf.get(group.monitor)?.push(group);
  }
  for (const [monitor, groups] of groupsOf) {
    const found = groups.flatMap(({ targets }) => targets.found);
    const services = new Set(found.map(({ raw }) => raw.service));
    const pods = new Set(found.map(({ raw }) => raw.pod));
    const missed = new Set(
      groups
        .flatMap(({ targets }) => targets.lost)
        .filter(
          ({ raw, outcome }) =>
            outcome.outcome === 'dropped' &&
            outcome.droppedBy.origin.reason === 'port' &&
            raw.pod &&
            !pods.has(raw.pod),
        )
        .flatMap(({ raw }) => raw.service ?? []),
    );
    const vain = [...missed].filter((service) => !services.has(service));
    if (vain.length > 0) {
      const group = groups[0];
      yield {
        object: monitor,
        field: joinPath(group.field, 'port'),
        message: `${nameOf(monitor)} also selects ${listText(vain.map(nameOf), 3)}, without a port that it asks for. ${vain.slice(0, 3).map(servicePortsText).join('; ')}.`,
        why: 'Pods behind that Service are not scraped, though the monitor selects it.',
        basis: 'present',
        level: Level.INFO,
        related: vain.slice(0, 3).map((object) => ({ object, field: 'spec.ports', message: 'has other ports' })),
      };
    }
  }
}
