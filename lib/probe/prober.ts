import { isIP } from 'node:net';
import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Scheme } from '../../imports/monitoring.coreos.com/v1/enums';
import { findTargetObject, nameOf, SERVICE } from '../monitor/target-object';
import { isPortNumber, whyNoDnsLabel } from '../private/kubernetes-names';
import { Problems } from '../private/problems';

/**
 * Anything that probes others on behalf of Prometheus, as the blackbox exporter does: Prometheus asks it for
 * `<path>?target=<target>&module=<module>`, and what it answers are the metrics.
 */
export interface IProber {
  /**
   * Where Prometheus finds it: `host:port`, without a scheme and without a path. The host must be one that means the same
   * in every namespace, since it is resolved where Prometheus runs.
   */
  readonly proberAddress: string;

  /**
   * How Prometheus speaks with it.
   *
   * @default - HTTPS if the Probe has `tls`, else left to Prometheus (HTTP)
   */
  readonly proberScheme?: Scheme;

  /**
   * Path at which it probes.
   *
   * @default - left to the API server (`/probe`)
   */
  readonly proberPath?: string;

  /**
   * Its modules by name, each with what it probes over: `http`, `tcp`, `dns`, `icmp`, `grpc`. A Probe that names another
   * module is an error.
   *
   * @default - unknown: any module may be named
   */
  readonly probeModules?: { [name: string]: string };
}

/** Options for `Prober`. */
export interface ProberOptions {
  /**
   * How Prometheus speaks with it.
   *
   * @default - HTTPS if the Probe has `tls`, else left to Prometheus (HTTP)
   */
  readonly scheme?: Scheme;

  /**
   * Path at which it probes.
   *
   * @default - left to the API server (`/probe`)
   */
  readonly path?: string;
}

/** Options for `Prober.service`. */
export interface ProberServiceOptions extends ProberOptions {
  /**
   * Number of the Service port.
   *
   * @default - the only TCP port of the Service
   */
  readonly port?: number;

  /**
   * Which Service, where the construct holds several: `Service/blackbox`, or `blackbox`.
   *
   * @default - there must be just one
   */
  readonly resource?: string;
}

/**
 * A prober that exists already, or that is made by other means than `BlackboxExporter`.
 *
 * The Operator takes nothing but a host with a port: a scheme or a path in it would have the whole Probe rejected
 * (prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateProberURL`).
 */
export class Prober implements IProber {
  /**
   * A prober at an address.
   *
   * @param address `host:port`
   * @throws if it is none, for example because of a scheme
   */
  public static of(address: string, options: ProberOptions = {}): Prober {
    const why = whyNoAddress(address);
    if (why) {
      throw new Error(`Prober.of: "${address}" ${why.message} Fix: ${why.fix}`);
    }
    return new Prober(() => address, options);
  }

  /**
   * A prober behind a Service of the cluster, by name.
   *
   * @param serviceName name of the Service
   * @param namespace namespace of the Service
   * @param port number of the Service port
   * @throws if no Service can have that name, that namespace or that port
   */
  public static inCluster(serviceName: string, namespace: string, port: number, options: ProberOptions = {}): Prober {
    const problems = new Problems('Prober.inCluster');
    const whyNoName = whyNoDnsLabel(serviceName, true);
    const whyNoNamespace = whyNoDnsLabel(namespace);
    if (whyNoName) {
      problems.add('serviceName', `"${serviceName}" ${whyNoName}.`, 'give metadata.name of the Service.');
    }
    if (whyNoNamespace) {
      problems.add('namespace', `"${namespace}" ${whyNoNamespace}.`, 'give metadata.namespace of the Service.');
    }
    if (!isPortNumber(port)) {
      problems.add('port', `${port} is no port number.`, 'a whole number from 1 to 65535.');
    }
    problems.throwIfAny();
    return new Prober(() => `${serviceName}.${namespace}.svc:${port}`, options);
  }

  /**
   * A prober behind a Service of this app: any construct that is or holds the Service. Its namespace and its port are read
   * when the app is synthesized.
   *
   * @throws if the construct does not hold exactly one Service that could be meant
   */
  public static service(service: IConstruct, options: ProberServiceOptions = {}): Prober {
    const problems = new Problems('Prober.service');
    const object = findTargetObject(service, SERVICE, options.resource, 'service', problems) as ApiObject;
    problems.throwIfAny();
    return new Prober(() => addressOf(object, options.port), options);
  }

  public readonly proberScheme?: Scheme;
  public readonly proberPath?: string;

  private constructor(
    private readonly address: () => string,
    { scheme, path }: ProberOptions,
  ) {
    if (path !== undefined && !path.startsWith('/')) {
      throw new Error(
        `Prober: path "${path}" does not begin with a slash, so the URL of the prober would be broken. Fix: path: '/${path}'`,
      );
    }
    this.proberScheme = scheme;
    this.proberPath = path;
  }

  /**
   * Where Prometheus finds it: `host:port`.
   *
   * @throws for a Service of this app that has no namespace, or no such port
   */
  public get proberAddress(): string {
    return this.address();
  }
}

/** @throws if nothing leads from Prometheus to the Service */
function addressOf(service: ApiObject, wanted: number | undefined): string {
  const { metadata, spec } = service.toJson();
  const { name, namespace } = metadata;
  if (namespace === undefined) {
    throw new Error(
      `the namespace of ${nameOf(service)} is left to the deploying tool, so no address leads from Prometheus to it. Fix: give the Service a namespace (of its chart, or metadata.namespace).`,
    );
  }
  const ports: number[] = (spec?.ports ?? [])
    .filter((port: any) => (port.protocol ?? 'TCP') === 'TCP')
    .map((port: any) => port.port);
  if (wanted === undefined ? ports.length === 1 : ports.includes(wanted)) {
    return `${name}.${namespace}.svc:${wanted ?? ports[0]}`;
  }
  const why = wanted === undefined ? 'leaves open which port is meant' : `has no port ${wanted}`;
  const has = ports.length > 0 ? `its TCP ports are ${ports.join(', ')}` : 'it has no TCP port';
  const fix = ports.length > 0 ? `Prober.service(service, { port: ${ports[0]} })` : 'give the Service a port';
  throw new Error(`${nameOf(service)} ${why}: ${has}. Fix: ${fix}.`);
}

/** Why the Operator, or our own wish to have a port, refuses an address; `undefined` when it is fine. */
export function whyNoAddress(address: string): { readonly message: string; readonly fix: string } | undefined {
  if (typeof address !== 'string') {
    return { message: 'is no text.', fix: "write host and port, for example 'blackbox-exporter.monitoring.svc:9115'." };
  }
  const [, scheme = '', rest] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(address) as RegExpExecArray;
  const [authority] = rest.split('/');
  if (scheme !== '' || authority !== rest) {
    return {
      message: `has a ${scheme ? 'scheme' : 'path'}, and the Operator rejects a Probe with it.`,
      fix: `write '${authority}'${scheme.toLowerCase() === 'https' ? ', with { scheme: v1.Scheme.HTTPS }' : ''}${authority !== rest ? `, with { path: '${rest.slice(authority.length)}' }` : ''}.`,
    };
  }
  const [, host, port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(rest) ?? [];
  if (host === undefined) {
    return {
      message: 'is not host and port.',
      fix: "write both, for example 'blackbox-exporter.monitoring.svc:9115'.",
    };
  }
  if (!isHost(host)) {
    return {
      message: `has "${host}" for a host, which is none, and the Operator rejects a Probe with it.`,
      fix: 'correct the host.',
    };
  }
  return isPortNumber(Number(port))
    ? undefined
    : { message: `has ${port} for a port, and the Operator rejects a Probe with it.`, fix: 'a port from 1 to 65535.' };
}

/** Source: asaskevich/govalidator `validator.go`, `IsHost`. */
function isHost(text: string): boolean {
  return (
    isIP(text.replace(/^\[(.*)\]$/, '$1')) !== 0 ||
    (text.length <= 255 && /^\w[\w-]{0,62}(\.\w[\w-]{0,62})*[._]?$/.test(text))
  );
}
