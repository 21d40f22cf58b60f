import { type ContainerOpts, type ContainerPort, ServiceType } from 'cdk8s-plus-27';
import { isPortNumber, whyNoPortName } from '../private/kubernetes-names';
import type { Problems } from '../private/problems';
import type { AppFacts } from './check-monitored-app';
import type { MonitoredAppProps } from './monitored-app-props';
import type { NamedPort } from './named-port';

/** Adds to `problems` what is wrong with the numbers and names of ports, alone and together. */
export function checkPorts({ appPort, metricsPort }: AppFacts, props: MonitoredAppProps, problems: Problems): void {
  const { metrics, container, service, workload } = props;
  if (appPort.number === undefined) {
    problems.add('port', 'is missing, so there is nothing to publish.', 'port: 8080, or where the container listens.');
  } else {
    checkNumber('port', appPort.number, problems);
  }
  checkPortName('portName', appPort.name, problems);
  checkNumber('service.port', service?.port, problems);
  if (metricsPort !== appPort) {
    checkNumber('metrics.port', metricsPort.number, problems);
    checkPortName('metrics.portName', metricsPort.name, problems);
    if (metricsPort.name === appPort.name) {
      problems.add(
        'metrics.portName',
        `"${metricsPort.name}" is the name of the app's port too, and Kubernetes refuses two ports of one name.`,
        "metrics: { portName: 'metrics' }, or another portName for the app.",
      );
    }
    if (service?.port === metricsPort.number) {
      problems.add(
        'service.port',
        `${service.port} is the metrics port too, and a Service cannot publish two ports under one number.`,
        'publish the app under another number.',
      );
    }
  } else if (metrics?.portName !== undefined && metrics.portName !== appPort.name) {
    problems.add(
      'metrics.portName',
      `"${metrics.portName}" names a port of its own for metrics, but app and metrics share port ${appPort.number}, which is named "${appPort.name}".`,
      `portName: '${metrics.portName}', or set metrics.port to another number.`,
    );
  }
  for (const field of ['port', 'portNumber'] as const) {
    if (container?.[field] !== undefined) {
      problems.add(
        `container.${field}`,
        'would be a second main port of the container.',
        'set `port` of the app instead.',
      );
    }
  }
  checkFurtherPorts('container', container?.ports, [appPort, metricsPort], problems);
  const own = metricsPort.declaredBeside ? [appPort] : [appPort, metricsPort];
  for (const [index, sidecar] of (workload?._props.containers ?? []).entries()) {
    // Containers of a pod share its address, so what holds for one container holds for all.
    checkFurtherPorts(`workload.containers[${index}]`, sidecar.ports, own, problems);
    if (metricsPort.declaredBeside) {
      checkExporter(`workload.containers[${index}]`, sidecar, metricsPort, problems);
    }
  }
}

/** Declared ports over TCP of containers beside that of the app. */
export function portsBeside(containers: readonly ContainerOpts[] = []): { number: number; name?: string }[] {
  return containers.flatMap(({ ports = [], portNumber, port }) => [
    ...ports.filter(overTcp),
    ...[portNumber ?? port].filter((number) => number !== undefined).map((number) => ({ number })),
  ]);
}

/** The metrics port of an exporter needs the name by which the Service and the monitor know it. */
function checkExporter(field: string, exporter: ContainerOpts, metricsPort: NamedPort, problems: Problems): void {
  const declared = portsBeside([exporter]).find(({ number }) => number === metricsPort.number);
  if (declared && declared.name !== metricsPort.name) {
    problems.add(
      `${field}.ports`,
      `declares the metrics port ${metricsPort.number} ${declared.name ? `as "${declared.name}"` : 'without a name'}, but its name is "${metricsPort.name}" for the Service and the monitor.`,
      declared.name
        ? `metrics: { portName: '${declared.name}' }, or leave metrics.portName out.`
        : `ports: [{ name: '${metricsPort.name}', number: ${metricsPort.number} }]`,
    );
  }
}

function overTcp({ protocol }: ContainerPort): boolean {
  return protocol === undefined || protocol === 'TCP';
}

function checkFurtherPorts(
  field: string,
  ports: readonly ContainerPort[] | undefined,
  own: NamedPort[],
  problems: Problems,
): void {
  for (const [index, port] of (ports ?? []).entries()) {
    const taken = own.find(({ name, number }) => name === port.name || (overTcp(port) && number === port.number));
    if (taken) {
      problems.add(
        `${field}.ports[${index}]`,
        `${port.name ? `"${port.name}" ` : ''}(${port.number}) collides with the app's own port "${taken.name}" (${taken.number}).`,
        'leave it out, or use another number and name.',
      );
    }
    if (port.name !== undefined && whyNoPortName(port.name)) {
      problems.add(
        `${field}.ports[${index}].name`,
        `"${port.name}" ${whyNoPortName(port.name)}.`,
        'use another short name.',
      );
    }
  }
}

function checkNumber(field: string, port: number | undefined, problems: Problems): void {
  if (port !== undefined && !isPortNumber(port)) {
    problems.add(field, `${JSON.stringify(port)} is no port number.`, 'use a whole number from 1 to 65535.');
  }
}

function checkPortName(field: string, name: string, problems: Problems): void {
  const why = whyNoPortName(name);
  if (why) {
    problems.add(field, `"${name}" ${why}.`, `${field.split('.').pop()}: 'metrics', or another short name.`);
  }
}

/** Adds to `problems` what Kubernetes refuses of the Service. */
export function checkService({ port, service = {}, workload }: MonitoredAppProps, problems: Problems): void {
  const { type } = service;
  if (service.enabled === false) {
    if (workload?._governedByOwnService) {
      problems.add(
        'service.enabled',
        'is false, but a StatefulSet needs a Service that gives its pods their names.',
        'keep the Service, or pass another one: AppWorkload.statefulSet({ service }).',
      );
    }
    for (const field of ['port', 'type', 'headless'] as const) {
      if (service[field] !== undefined) {
        problems.add(`service.${field}`, 'has no effect, since service.enabled is false.', 'leave it out.');
      }
    }
    return;
  }
  if (type === ServiceType.EXTERNAL_NAME) {
    problems.add(
      'service.type',
      'ExternalName leads out of the cluster and never to the pods of the app.',
      'leave it out, or use another type.',
    );
  }
  const headless = service.headless ?? workload?._governedByOwnService ?? false;
  if (headless && service.port !== undefined && service.port !== port) {
    problems.add(
      'service.port',
      `is ${service.port}, but the Service is headless${service.headless === undefined ? ', since it governs a StatefulSet' : ''}: its name leads straight to the pods, which listen at ${port}.`,
      'leave it out, or set headless: false.',
    );
  }
  if (headless && (type === ServiceType.NODE_PORT || type === ServiceType.LOAD_BALANCER)) {
    problems.add(
      'service.type',
      `is ${type}, but the Service is headless${service.headless === undefined ? ', since it governs a StatefulSet' : ''}, and Kubernetes refuses the two together.`,
      service.headless === undefined
        ? 'leave type out, and publish the pods by a further Service; or set headless: false.'
        : 'leave out type or headless.',
    );
  }
}
