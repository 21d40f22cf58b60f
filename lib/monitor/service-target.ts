import type { ApiObject } from 'cdk8s';
import type { Problems } from '../private/problems';
import type { ServicesByLabel } from './services-of-chart';
import { nameOf } from './target-object';

const NAME_LABEL = 'app.kubernetes.io/name';

/** Labels that tell one app from another, best first; the first that a Service carries decide. */
const IDENTITIES = [
  [NAME_LABEL, 'app.kubernetes.io/instance', 'app.kubernetes.io/component'],
  ['k8s-app'],
  ['app', 'release', 'component'],
];

/** Port names by which exporters and charts publish metrics, where a Service has several ports. */
const METRICS_PORT_NAMES = ['metrics', 'http-metrics', 'prometheus', 'monitoring'];

/**
 * Gives a Service without a label of its own one by which a monitor can select it. Services of cdk8s-plus have none, and
 * labels of the chart are on every Service of the chart.
 */
export function ensureSelectable(service: ApiObject): void {
  const labels = labelsOf(service);
  const ofChart = service.chart.labels;
  const own = Object.keys(labels).filter((key) => ofChart[key] !== labels[key]);
  if (own.length === 0 && labels[NAME_LABEL] === undefined) {
    service.metadata.addLabel(NAME_LABEL, service.name);
  }
}

/**
 * Selector by which a monitor finds this Service and, among the Services beside it, no other that it would scrape.
 *
 * A monitor that matches two Services of the same pods scrapes them twice: typically a ClusterIP Service and its
 * headless twin.
 *
 * @param labels labels of the Service, as they go out
 * @param ports names of the ports that are scraped; `undefined` among them for one that is found by its number. A
 * Service that has none of them may match: the Operator drops its targets.
 */
export function serviceSelectorOf(
  service: ApiObject,
  labels: { [key: string]: string },
  services: ServicesByLabel,
  ports: (string | undefined)[],
  problems: Problems,
): any {
  if (Object.keys(labels).length === 0) {
    problems.add(
      'service',
      `${nameOf(service)} has no labels, and a ServiceMonitor selects Services by their labels.`,
      "add a label to the Service's metadata.",
    );
    return undefined;
  }
  const preferred = IDENTITIES.map((keys) => pick(labels, keys)).find((some) => Object.keys(some).length > 0);
  for (const matchLabels of preferred ? [preferred, labels] : [labels]) {
    if (twinsOf(service, services, matchLabels, ports).length === 0) {
      return { matchLabels };
    }
  }
  // The twins have all labels of this Service; perhaps each has one more.
  const twins = twinsOf(service, services, labels, ports);
  const extraLabels = twins.map((twin) => Object.keys(labelsOf(twin)).find((key) => labels[key] === undefined));
  if (extraLabels.every((key) => key !== undefined)) {
    const keys = [...new Set(extraLabels)].sort();
    return { matchLabels: labels, matchExpressions: keys.map((key) => ({ key, operator: 'DoesNotExist' })) };
  }
  addTwinProblem(service, twins, problems);
  return undefined;
}

/** Adds to `problems` that other Services beside this one carry all of these labels and would be scraped too. */
export function checkTwins(
  service: ApiObject,
  matchLabels: { [key: string]: string },
  services: ServicesByLabel,
  ports: (string | undefined)[],
  problems: Problems,
): void {
  const twins = twinsOf(service, services, matchLabels, ports);
  if (twins.length > 0) {
    addTwinProblem(service, twins, problems);
  }
}

function addTwinProblem(service: ApiObject, twins: ApiObject[], problems: Problems): void {
  problems.add(
    'service',
    `the labels of ${nameOf(service)} are all on ${twins.map((twin) => nameOf(twin)).join(', ')} too, so both would be scraped.`,
    'give the Service a label of its own, or set selectorLabels to accept that.',
  );
}

function labelsOf({ metadata }: ApiObject): { [key: string]: string } {
  return metadata.toJson()?.labels ?? {};
}

/** Other Services of the namespace that the labels match and that have one of the ports. */
function twinsOf(
  service: ApiObject,
  services: ServicesByLabel,
  selector: { [key: string]: string },
  ports: (string | undefined)[],
): ApiObject[] {
  const [[firstKey, firstValue], ...others] = Object.entries(selector);
  const { namespace } = service.metadata;
  return services(firstKey, firstValue)
    .filter(
      ({ metadata }) =>
        metadata.namespace === namespace &&
        metadata !== service.metadata &&
        others.every(([key, value]) => metadata.getLabel(key) === value),
    )
    .filter((twin) => {
      const names: (string | undefined)[] = (twin.toJson().spec?.ports ?? []).map((port: ServicePort) => port.name);
      return ports.some((port) => port === undefined || names.includes(port));
    });
}

/** A port of a Service, as its manifest has it. */
interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
}

/**
 * Adds to `problems` why nothing behind the Service can be a target, whatever port is asked for.
 *
 * @returns whether there can be a target
 */
export function hasTargets(service: ApiObject, manifest: any, field: string, problems: Problems): boolean {
  if (manifest.spec?.type === 'ExternalName') {
    problems.add(
      field,
      `${nameOf(service)} is of type ExternalName, which never has endpoints, so nothing would be scraped.`,
      'use a ScrapeConfig or a Probe for a target outside the cluster.',
    );
    return false;
  }
  if ((manifest.spec?.ports ?? []).length === 0) {
    problems.add(
      field,
      `${nameOf(service)} has no ports${manifest.spec?.clusterIP === 'None' ? ' and is headless' : ''}, so Prometheus finds no target behind it.`,
      'add a named port to the Service, or use a PodMonitor.',
    );
    return false;
  }
  return true;
}

/**
 * Name of the Service port that an endpoint means.
 *
 * @param wanted what the user asked for; without it the only port, or the one that is named like a metrics port
 * @returns `undefined` when there is none; then `problems` says why
 */
export function portNameOf(
  service: ApiObject,
  manifest: any,
  wanted: string | undefined,
  field: string,
  problems: Problems,
): string | undefined {
  if (!hasTargets(service, manifest, field, problems)) {
    return undefined;
  }
  const ports: ServicePort[] = manifest.spec.ports;
  const usable = ports.filter(speaksTcp);
  const named = usable.filter((port) => port.name);
  const list = ports.map(describePort).join(', ');
  if (wanted !== undefined) {
    if (named.some((port) => port.name === wanted)) {
      return wanted;
    }
    const otherProtocol = ports.find((port) => port.name === wanted)?.protocol;
    const sameNumber = usable.find((port) => String(port.port) === wanted);
    problems.add(
      field,
      otherProtocol
        ? `"${wanted}" of ${nameOf(service)} speaks ${otherProtocol}, and Prometheus scrapes over TCP only. It has: ${list}.`
        : `"${wanted}" is no port name of ${nameOf(service)}, which has: ${list}. The Operator matches names, never numbers, so Prometheus would drop every target.`,
      fixForPort(sameNumber, named, wanted, otherProtocol !== undefined),
    );
    return undefined;
  }
  if (usable.length === 0) {
    problems.add(
      field,
      `${nameOf(service)} has no port that speaks TCP, and Prometheus scrapes over TCP only: ${list}.`,
      'add a TCP port with a name to the Service.',
    );
    return undefined;
  }
  const obvious =
    usable.length === 1 ? usable[0] : named.find((port) => METRICS_PORT_NAMES.includes(port.name as string));
  if (obvious?.name) {
    return obvious.name;
  }
  problems.add(
    field,
    obvious
      ? `the only port of ${nameOf(service)} (${obvious.port}) has no name, and a ServiceMonitor refers to ports by name.`
      : `${nameOf(service)} has several ports and none has a name that says it serves metrics: ${list}.`,
    obvious
      ? `name the port in the Service, for example "metrics".`
      : named.length > 0
        ? `port: '${named[0].name}', or another name from the list.`
        : 'name the port that serves metrics in the Service, for example "metrics".',
  );
  return undefined;
}

function fixForPort(sameNumber: ServicePort | undefined, named: ServicePort[], wanted: string, taken: boolean): string {
  if (sameNumber?.name) {
    return `port: '${sameNumber.name}'`;
  }
  if (sameNumber) {
    return `name port ${sameNumber.port} in the Service and use that name.`;
  }
  if (named.length > 0) {
    return `port: '${named[0].name}'${named.length > 1 ? ', or another name from the list' : ''}`;
  }
  return taken ? 'add a TCP port with a name to the Service.' : `name a port of the Service "${wanted}".`;
}

function describePort(port: ServicePort): string {
  const protocol = speaksTcp(port) ? '' : `, ${port.protocol}`;
  return port.name ? `${port.name} (${port.port}${protocol})` : `${port.port} (without a name${protocol})`;
}

/** Kubernetes takes a port without a protocol for TCP. */
function speaksTcp({ protocol }: ServicePort): boolean {
  return protocol === undefined || protocol === 'TCP';
}

function pick(labels: { [key: string]: string }, keys: string[]): { [key: string]: string } {
  return Object.fromEntries(keys.filter((key) => labels[key] !== undefined).map((key) => [key, labels[key]]));
}
