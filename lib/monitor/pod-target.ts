import type { ApiObject } from 'cdk8s';
import type { Problems } from '../private/problems';
import { nameOf } from './target-object';

/** The template from which the pods of a workload are made; for a bare Pod, the pod itself. */
function podTemplateOf(manifest: any): any {
  switch (manifest.kind) {
    case 'Pod':
      return manifest;
    case 'CronJob':
      return manifest.spec?.jobTemplate?.spec?.template ?? {};
    default:
      return manifest.spec?.template ?? {};
  }
}

/** Labels that the pods of a workload are made with. */
export function podLabelsOf(manifest: any): { [key: string]: string } {
  return podTemplateOf(manifest).metadata?.labels ?? {};
}

/**
 * Selector for the pods of a workload: the one by which the workload itself finds them; without it, all their labels.
 *
 * @returns `undefined` when the pods have no labels; then `problems` says so
 */
export function podSelectorOf(workload: ApiObject, manifest: any, problems: Problems): any {
  const own = manifest.spec?.selector;
  if (manifest.kind !== 'Pod' && own && (own.matchLabels || own.matchExpressions)) {
    return own;
  }
  const labels = podLabelsOf(manifest);
  if (Object.keys(labels).length > 0) {
    return { matchLabels: labels };
  }
  problems.add(
    'workload',
    `the pods of ${nameOf(workload)} have no labels, and a PodMonitor selects pods by their labels.`,
    'add labels to the pod template.',
  );
  return undefined;
}

/** A declared port of a container. */
interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

/** Port names by which exporters publish metrics, where a pod declares several ports. */
const METRICS_PORT_NAMES = ['metrics', 'http-metrics', 'prometheus', 'monitoring'];

/**
 * The field of an endpoint that picks a declared container port: its name or, where it has none, its number.
 *
 * @param wanted what the user asked for; without it the only port, or the one that is named like a metrics port
 * @returns `undefined` when there is none; then `problems` says why
 */
export function podPortOf(
  workload: ApiObject,
  manifest: any,
  wanted: { readonly port?: string; readonly portNumber?: number },
  field: string,
  problems: Problems,
): { readonly port?: string; readonly portNumber?: number } | undefined {
  const ports = containerPorts(manifest);
  const list = ports.length === 0 ? 'no ports' : ports.map(describePort).join(', ');
  const chosen = choose(ports, wanted);
  if (chosen) {
    const { name, containerPort } = chosen;
    return name && wanted.portNumber === undefined ? { port: name } : { portNumber: containerPort };
  }
  const asked = wanted.port ?? wanted.portNumber;
  const sameNumber = ports.find((port) => String(port.containerPort) === wanted.port);
  problems.add(
    `${field}.${wanted.portNumber === undefined ? 'port' : 'portNumber'}`,
    asked === undefined
      ? `the containers of ${nameOf(workload)} declare ${list}, so it is not plain which port serves metrics.`
      : `"${asked}" is not among the declared container ports of ${nameOf(workload)}: ${list}. A PodMonitor finds declared ports only, so Prometheus would drop every target.`,
    fixForPort(sameNumber ? [sameNumber] : ports, wanted),
  );
  return undefined;
}

function fixForPort(ports: ContainerPort[], wanted: { readonly portNumber?: number }): string {
  if (ports.length === 0) {
    return 'declare the port in the container, with a name.';
  }
  const [{ name, containerPort }] = ports;
  const instead = name && wanted.portNumber !== undefined ? ' instead of portNumber' : '';
  return `${name ? `port: '${name}'` : `portNumber: ${containerPort}`}${instead}${ports.length > 1 ? ', or another of these.' : ''}`;
}

function choose(
  ports: ContainerPort[],
  { port, portNumber }: { readonly port?: string; readonly portNumber?: number },
): ContainerPort | undefined {
  if (port !== undefined) {
    return ports.find((candidate) => candidate.name === port);
  }
  if (portNumber !== undefined) {
    return ports.find((candidate) => candidate.containerPort === portNumber);
  }
  return ports.length === 1
    ? ports[0]
    : ports.find((candidate) => candidate.name && METRICS_PORT_NAMES.includes(candidate.name));
}

/** Declared TCP ports of all containers; of init containers, those that keep running beside them. */
function containerPorts(manifest: any): ContainerPort[] {
  const spec = podTemplateOf(manifest).spec ?? {};
  const sidecars = (spec.initContainers ?? []).filter((c: any) => c.restartPolicy === 'Always');
  return [...(spec.containers ?? []), ...sidecars]
    .flatMap((container: any): ContainerPort[] => container.ports ?? [])
    .filter(({ protocol }) => protocol === undefined || protocol === 'TCP');
}

function describePort({ name, containerPort }: ContainerPort): string {
  return name ? `${name} (${containerPort})` : `${containerPort} (without a name)`;
}
