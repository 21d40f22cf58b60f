import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import {
  type Container,
  type ContainerOpts,
  type ContainerSecurityContextProps,
  LabelSelector as PodLabelSelector,
  Service,
  type Workload,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { PodMonitor } from '../monitor/pod-monitor';
import { ServiceMonitor } from '../monitor/service-monitor';
import { wire } from '../monitor/wired';
import { AppContainer } from './app-container';
import { createAppNetworkPolicy } from './app-network-policy';
import { AppWorkload } from './app-workload';
import { portsBeside } from './check-app-ports';
import { checkMonitoredApp, checkTypes } from './check-monitored-app';
import { createDiscoveryRole } from './discovery-role';
import { type MonitoredAppProps, MonitorKind } from './monitored-app-props';
import type { NamedPort } from './named-port';

/** The only recommended label without a prop of its own: `labels` may set it. */
const MANAGED_BY = 'app.kubernetes.io/managed-by';

/** Annotated by cdk8s-plus on every pod; a hash of the construct path, which must not end in a selector. */
const ADDRESS_LABEL_PATH = '/spec/selector/cdk8s.io~1metadata.addr';

/**
 * A workload with its Service and its monitor, wired by construction: one named port goes from the container through the
 * Service into the monitor, every object carries the recommended labels, the monitor looks into the right namespace, and
 * the given Prometheus selects it.
 *
 * Built on cdk8s-plus-27; everything underneath can be reached and changed.
 */
export class MonitoredApp extends Construct {
  /** The Deployment, StatefulSet or DaemonSet. */
  public readonly workload: Workload;

  /** The container that runs the image. */
  public readonly container: Container;

  /** The Service, unless `service.enabled` is false. */
  public readonly service?: Service;

  /** The ServiceMonitor, if this kind of monitor was chosen. */
  public readonly serviceMonitor?: ServiceMonitor;

  /** The PodMonitor, if this kind of monitor was chosen. */
  public readonly podMonitor?: PodMonitor;

  /** The generated monitor object, of either kind. */
  public readonly monitor: ApiObject;

  /** The NetworkPolicy, if `networkPolicy` was given. */
  public readonly networkPolicy?: ApiObject;

  /** The Role that lets the Prometheus discover the app, if `discoveryRole` is true. */
  public readonly role?: ApiObject;

  /** The RoleBinding of that Role. */
  public readonly roleBinding?: ApiObject;

  /** Name of the port that serves metrics, the same on the container, on the Service and in the monitor. */
  public readonly metricsPortName: string;

  private readonly appName: string;
  private readonly namespace: string | undefined;
  private readonly labels: { [key: string]: string };
  private readonly podLabels: { [key: string]: string };
  private readonly appPort: NamedPort;
  private readonly metricsPort: NamedPort;

  /**
   * @throws Error with all problems of the props: names, labels and ports that Kubernetes refuses, a timeout above the
   * interval, limits that are no whole numbers, a monitor kind that the app cannot have, a Prometheus that cannot select
   * the monitor, a NetworkPolicy that would have to close and open one port at a time
   */
  public constructor(scope: Construct, id: string, props: MonitoredAppProps) {
    super(scope, id);
    checkTypes(this, props);
    this.appName = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    this.podLabels = {
      'app.kubernetes.io/name': this.appName,
      'app.kubernetes.io/instance': props.instance ?? this.appName,
    };
    this.labels = { [MANAGED_BY]: 'cdk8s', ...props.labels, ...recommendedLabels(props), ...this.podLabels };
    this.appPort = { name: props.portName ?? 'http', number: props.port };
    this.metricsPort = metricsPortOf(props, this.appPort);
    this.metricsPortName = this.metricsPort.name;
    const monitorKind = monitorKindOf(props);
    checkMonitoredApp(
      this,
      {
        name: this.appName,
        namespace: this.namespace,
        labels: this.labels,
        appPort: this.appPort,
        metricsPort: this.metricsPort,
        monitorKind,
      },
      props,
    );

    this.container = this.createContainer(props);
    this.service = props.service?.enabled === false ? undefined : this.createService(props);
    this.workload = this.createWorkload(props);
    if (monitorKind === MonitorKind.SERVICE_MONITOR) {
      this.serviceMonitor = this.createServiceMonitor(props);
    } else {
      this.podMonitor = this.createPodMonitor(props);
    }
    this.monitor = (this.serviceMonitor ?? this.podMonitor)?.apiObject as ApiObject;
    if (props.networkPolicy && props.prometheus) {
      this.networkPolicy = createAppNetworkPolicy(
        this,
        'NetworkPolicy',
        {
          metadata: this.metadata(),
          podLabels: this.podLabels,
          workload: this.workload,
          metricsPort: this.metricsPort,
          prometheus: props.prometheus,
        },
        props.networkPolicy,
      );
    }
    if (props.discoveryRole && props.prometheus) {
      const metadata = { ...this.metadata(), name: `${this.appName}-discovery` };
      const { role, roleBinding } = createDiscoveryRole(this, metadata, props.prometheus, monitorKind);
      this.role = role;
      this.roleBinding = roleBinding;
    }
  }

  private metadata(): { name: string; namespace: string | undefined; labels: { [key: string]: string } } {
    return { name: this.appName, namespace: this.namespace, labels: { ...this.labels } };
  }

  private createContainer(props: MonitoredAppProps): Container {
    const { container = {} } = props;
    const appContainer = new AppContainer(
      {
        name: this.appName,
        ...container,
        image: props.image,
        portNumber: this.appPort.number,
        securityContext: securityContextOf(container, props),
      },
      this.appPort.name,
    );
    if (this.metricsPort !== this.appPort && !this.metricsPort.declaredBeside) {
      appContainer.addPort({ name: this.metricsPort.name, number: this.metricsPort.number });
    }
    return appContainer;
  }

  private createService(props: MonitoredAppProps): Service {
    const { service: options = {}, workload } = props;
    const headless = options.headless ?? workload?._governedByOwnService ?? false;
    const ports = [
      { name: this.appPort.name, port: options.port ?? this.appPort.number, targetPort: this.appPort.number },
    ];
    if (this.metricsPort !== this.appPort) {
      const { name, number } = this.metricsPort;
      ports.push({ name, port: number, targetPort: number });
    }
    const metadata = this.metadata();
    const service = new Service(this, 'Service', {
      metadata: { ...options.metadata, ...metadata, labels: { ...options.metadata?.labels, ...metadata.labels } },
      type: options.type,
      clusterIP: headless ? 'None' : undefined,
      ports,
    });
    for (const [key, value] of Object.entries(this.podLabels)) {
      service.selectLabel(key, value);
    }
    return service;
  }

  private createWorkload(props: MonitoredAppProps): Workload {
    const { workload: kind = AppWorkload.deployment(), securityDefaults = true, replicas } = props;
    const given = kind._props;
    const metadata = this.metadata();
    const governing = kind._governedByOwnService ? this.service : undefined;
    const workload = kind._create(this, 'Workload', {
      ...(replicas === undefined ? {} : { replicas }),
      ...(governing ? { service: governing } : {}),
      metadata: { ...given.metadata, ...metadata, labels: { ...given.metadata?.labels, ...metadata.labels } },
      podMetadata: { ...given.podMetadata, labels: { ...given.podMetadata?.labels, ...this.labels } },
      securityContext: { ...(securityDefaults ? {} : { ensureNonRoot: false }), ...given.securityContext },
      // cdk8s-plus would select by a hash of the construct path, and a selector can never be changed.
      select: false,
      containers: undefined,
      initContainers: given.initContainers?.map((init) => ({
        ...init,
        securityContext: securityContextOf(init, props),
      })),
    });
    workload.select(PodLabelSelector.of({ labels: this.podLabels }));
    workload.attachContainer(this.container);
    for (const sidecar of given.containers ?? []) {
      workload.addContainer({ ...sidecar, securityContext: securityContextOf(sidecar, props) });
    }
    if (governing) {
      // A StatefulSet of cdk8s-plus makes its Service select by that hash too.
      ApiObject.of(governing).addJsonPatch(JsonPatch.remove(ADDRESS_LABEL_PATH));
    }
    return workload;
  }

  private createServiceMonitor(props: MonitoredAppProps): ServiceMonitor {
    const service = this.service as Service;
    return new ServiceMonitor(this, 'ServiceMonitor', this.wired({ ...this.monitorProps(props), service }, service));
  }

  private createPodMonitor(props: MonitoredAppProps): PodMonitor {
    const { workload } = this;
    return new PodMonitor(this, 'PodMonitor', this.wired({ ...this.monitorProps(props), workload }, workload));
  }

  private wired<P extends object>(props: P, target: Service | Workload): P {
    return wire(props, { target: ApiObject.of(target), port: this.metricsPort.name, labels: this.podLabels });
  }

  private monitorProps(props: MonitoredAppProps) {
    const { metrics = {}, prometheus } = props;
    return {
      ...metrics,
      prometheus,
      metadata: this.monitorMetadata(props),
      endpoints: [{ ...metrics, port: this.metricsPort.name }],
    };
  }

  private monitorMetadata(props: MonitoredAppProps): any {
    const metadata = this.metadata();
    return { ...metadata, namespace: props.metrics?.monitorNamespace ?? metadata.namespace };
  }
}

function recommendedLabels({ version, component, partOf }: MonitoredAppProps): { [key: string]: string } {
  return {
    ...(version === undefined ? {} : { 'app.kubernetes.io/version': version }),
    ...(component === undefined ? {} : { 'app.kubernetes.io/component': component }),
    ...(partOf === undefined ? {} : { 'app.kubernetes.io/part-of': partOf }),
  };
}

/** Of any container of the pod: all of them share the security defaults, or none does. */
function securityContextOf(
  container: ContainerOpts,
  { securityDefaults = true }: MonitoredAppProps,
): ContainerSecurityContextProps {
  const relaxed = securityDefaults ? {} : { ensureNonRoot: false, readOnlyRootFilesystem: false };
  return { ...relaxed, ...container.securityContext };
}

/** The very same object when app and metrics share a port; that of an exporter when one beside the app declares it. */
function metricsPortOf({ metrics = {}, workload }: MonitoredAppProps, appPort: NamedPort): NamedPort {
  if (metrics.port === undefined || metrics.port === appPort.number) {
    return appPort;
  }
  const declared = portsBeside(workload?._props.containers).find(({ number }) => number === metrics.port);
  const name = metrics.portName ?? declared?.name ?? 'metrics';
  return { name, number: metrics.port, declaredBeside: declared !== undefined };
}

function monitorKindOf({ metrics, service }: MonitoredAppProps): MonitorKind {
  return metrics?.monitor ?? (service?.enabled === false ? MonitorKind.POD_MONITOR : MonitorKind.SERVICE_MONITOR);
}
