import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Problems } from '../private/problems';
import { nameOf } from './target-object';

/** Labels that tell one app from another, best first; the first that a Service carries decide. */
const IDENTITIES = [
  ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app.kubernetes.io/component'],
  ['k8s-app'],
  ['app', 'release', 'component'],
];

/** Port names by which exporters and charts publish metrics, where a Service has several ports. */
const METRICS_PORT_NAMES = ['metrics', 'http-metrics', 'prometheus', 'monitoring'];

/**
 * Gives a Service that has no label at all one by which a monitor can select it. Services of cdk8s-plus have none.
 */
export function ensureSelectable(service: ApiObject): void {
  const labels = service.metadata.toJson()?.labels ?? {};
  if (Object.keys(labels).length === 0) {
    service.metadata.addLabel('app.kubernetes.io/name', service.name);
  }
}

/**
 * Labels by which a monitor selects this Service and, among the Services beside it, no other.
 *
 * A monitor that matches two Services of the same pods scrapes them twice: typically a ClusterIP Service and its
 * headless twin.
 */
export function selectorLabelsOf(
  service: ApiObject,
  around: IConstruct,
  problems: Problems,
): { [key: string]: string } | undefined {
  const labels: { [key: string]: string } = service.metadata.toJson()?.labels ?? {};
  const twins = around.node
    .findAll()
    .filter(
      (c): c is ApiObject =>
        c !== service &&
        ApiObject.isApiObject(c) &&
        c.kind === 'Service' &&
        c.metadata.namespace === service.metadata.namespace,
    )
    .map((c) => ({ service: c, labels: (c.metadata.toJson()?.labels ?? {}) as { [key: string]: string } }));
  const matching = (selector: { [key: string]: string }) =>
    twins.filter((twin) => Object.entries(selector).every(([key, value]) => twin.labels[key] === value));

  const preferred = IDENTITIES.map((keys) => pick(labels, keys)).find((some) => Object.keys(some).length > 0);
  for (const selector of preferred ? [preferred, labels] : [labels]) {
    if (Object.keys(selector).length > 0 && matching(selector).length === 0) {
      return selector;
    }
  }
  if (Object.keys(labels).length === 0) {
    problems.add(
      'service',
      `${nameOf(service)} has no labels, and a ServiceMonitor selects Services by their labels.`,
      "add a label to the Service's metadata.",
    );
    return undefined;
  }
  problems.add(
    'service',
    `the labels of ${nameOf(service)} are all on ${matching(labels)
      .map((twin) => nameOf(twin.service))
      .join(', ')} too, so both would be scraped.`,
    'give the Service a label of its own, or set selectorLabels to accept that.',
  );
  return undefined;
}

/** A port of a Service, as its manifest has it. */
interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
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
  const ports: ServicePort[] = manifest.spec?.ports ?? [];
  const named = ports.filter((port) => port.name);
  const list = ports.length === 0 ? 'no ports at all' : ports.map(describePort).join(', ');
  if (manifest.spec?.type === 'ExternalName') {
    problems.add(
      field,
      `${nameOf(service)} is of type ExternalName, which never has endpoints, so nothing would be scraped.`,
      'use a v1alpha1.ScrapeConfig or a v1.Probe for a target outside the cluster.',
    );
    return undefined;
  }
  if (ports.length === 0) {
    problems.add(
      field,
      `${nameOf(service)} has no ports${manifest.spec?.clusterIP === 'None' ? ' and is headless' : ''}, so Prometheus finds no target behind it.`,
      'add a named port to the Service, or use a PodMonitor.',
    );
    return undefined;
  }
  if (wanted !== undefined) {
    if (named.some((port) => port.name === wanted)) {
      return wanted;
    }
    const sameNumber = ports.find((port) => String(port.port) === wanted);
    problems.add(
      field,
      `"${wanted}" is no port name of ${nameOf(service)}, which has: ${list}. The Operator matches names, never numbers, so Prometheus would drop every target.`,
      fixForPort(sameNumber, named, wanted),
    );
    return undefined;
  }
  const obvious =
    ports.length === 1 ? ports[0] : named.find((port) => METRICS_PORT_NAMES.includes(port.name as string));
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
      : `port: '${named[0]?.name ?? 'metrics'}', or another name from the list.`,
  );
  return undefined;
}

function fixForPort(sameNumber: ServicePort | undefined, named: ServicePort[], wanted: string): string {
  if (sameNumber?.name) {
    return `port: '${sameNumber.name}'`;
  }
  if (sameNumber) {
    return `name port ${sameNumber.port} in the Service and use that name.`;
  }
  return named.length > 0 ? `port: '${named[0].name}'` : `name a port of the Service "${wanted}".`;
}

function describePort(port: ServicePort): string {
  return port.name ? `${port.name} (${port.port})` : `${port.port} (without a name)`;
}

function pick(labels: { [key: string]: string }, keys: string[]): { [key: string]: string } {
  return Object.fromEntries(keys.filter((key) => labels[key] !== undefined).map((key) => [key, labels[key]]));
}
