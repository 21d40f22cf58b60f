import type { FieldReader } from './field-reader';
import { normalizeMetadata } from './normalize-metadata';

type Map = { readonly [key: string]: any };

/** A port that a container declares. */
export interface ContainerPort {
  /** Empty for a nameless port. */
  readonly name: string;
  readonly containerPort: number;
  readonly protocol: string;
}

/** A container or init container after defaults. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly ContainerPort[];
  /** `Always` turns an init container into a native sidecar. */
  readonly restartPolicy?: string;
}

/** A bare Pod. */
export function normalizePod(object: Map, reader: FieldReader): any {
  const status = reader.map(object.status, 'status');
  return {
    spec: normalizePodSpec(object.spec, 'spec', reader),
    status: status && {
      ...status,
      phase: reader.text(status.phase, 'status.phase'),
      podIP: reader.text(status.podIP, 'status.podIP'),
      hostIP: reader.text(status.hostIP, 'status.hostIP'),
      podIPs: reader.maps(status.podIPs, 'status.podIPs', (ip, field) => reader.text(ip.ip, `${field}.ip`)),
      conditions: reader.maps(status.conditions, 'status.conditions', (condition, field) => ({
        type: reader.text(condition.type, `${field}.type`),
        status: reader.text(condition.status, `${field}.status`),
      })),
    },
  };
}

/** A workload with `spec.template`. */
export function normalizeWorkload(object: Map, reader: FieldReader): any {
  return { spec: withTemplate(object.spec, 'spec', reader) };
}

/** A CronJob, whose template is one level further down. */
export function normalizeCronJob(object: Map, reader: FieldReader): any {
  const spec = reader.map(object.spec, 'spec') ?? {};
  const job = reader.map(spec.jobTemplate, 'spec.jobTemplate');
  return {
    spec: {
      ...spec,
      jobTemplate: job && { ...job, spec: withTemplate(job.spec, 'spec.jobTemplate.spec', reader) },
    },
  };
}

function withTemplate(value: unknown, field: string, reader: FieldReader): any {
  const spec = reader.map(value, field) ?? {};
  const template = reader.map(spec.template, `${field}.template`);
  const metadata = reader.map(template?.metadata, `${field}.template.metadata`) ?? {};
  return {
    ...spec,
    template: template && {
      ...template,
      metadata: { ...metadata, ...normalizeMetadata(metadata, `${field}.template.metadata`, reader) },
      spec: normalizePodSpec(template.spec, `${field}.template.spec`, reader),
    },
  };
}

/** Source of the defaults: kubernetes `pkg/apis/core/v1/defaults.go` and `zz_generated.defaults.go`. */
export function normalizePodSpec(value: unknown, field: string, reader: FieldReader): any {
  const spec = reader.map(value, field) ?? {};
  return {
    ...spec,
    nodeName: reader.text(spec.nodeName, `${field}.nodeName`),
    hostname: reader.text(spec.hostname, `${field}.hostname`),
    subdomain: reader.text(spec.subdomain, `${field}.subdomain`),
    hostNetwork: reader.flag(spec.hostNetwork, `${field}.hostNetwork`) ?? false,
    containers: containers(spec.containers, `${field}.containers`, reader),
    initContainers: containers(spec.initContainers, `${field}.initContainers`, reader),
  };
}

function containers(value: unknown, field: string, reader: FieldReader): Container[] {
  return reader.maps(value, field, (container, path) => ({
    ...container,
    name: reader.text(container.name, `${path}.name`) ?? '',
    image: reader.text(container.image, `${path}.image`) ?? '',
    restartPolicy: reader.text(container.restartPolicy, `${path}.restartPolicy`),
    ports: reader.maps(container.ports, `${path}.ports`, (port, portPath) => {
      const number = reader.port(port.containerPort, `${portPath}.containerPort`);
      if (number === undefined) {
        return port.containerPort === undefined || port.containerPort === null
          ? reader.report(`${portPath}.containerPort`, 'is missing')
          : undefined;
      }
      return {
        ...port,
        name: reader.text(port.name, `${portPath}.name`) ?? '',
        containerPort: number,
        protocol: reader.text(port.protocol, `${portPath}.protocol`) || 'TCP',
      };
    }),
  }));
}
