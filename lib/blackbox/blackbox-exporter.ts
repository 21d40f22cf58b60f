import { createHash } from 'node:crypto';
import { ApiObject, Chart, JsonPatch, Size } from 'cdk8s';
import {
  type Capability,
  ConfigMap,
  type ContainerProps,
  Cpu,
  Deployment,
  Probe as HealthCheck,
  LabelSelector as PodLabelSelector,
  Secret,
  Service,
  Volume,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { stringify } from 'yaml';
import { AppContainer } from '../app/app-container';
import { ServiceMonitor } from '../monitor/service-monitor';
import { wire } from '../monitor/wired';
import type { IProber } from '../probe/prober';
import type { BlackboxExporterProps } from './blackbox-exporter-props';
import { BlackboxModule } from './blackbox-module';
import { checkExporter } from './check-exporter';
import { mountedSources } from './mounted-files';

/** The same release as that of kube-prometheus; its configuration is what `BlackboxModule` writes. */
const IMAGE = 'quay.io/prometheus/blackbox-exporter:v0.28.0';
const PORT = 9115;
const PORT_NAME = 'http';
const CONFIG_FOLDER = '/etc/blackbox_exporter';
const CONFIG_FILE = 'config.yml';

/** The image knows the user nobody, but runs as root unless it is told otherwise (v0.28 `Dockerfile`). */
const NOBODY = 65534;

/**
 * A blackbox exporter of one's own: a Deployment with its configuration and its Service, to be named by `Probe`s.
 *
 * It runs as nobody, without capabilities, on a file system that it cannot write. A change of its modules rolls the pods.
 */
export class BlackboxExporter extends Construct implements IProber {
  /** The Deployment. */
  public readonly deployment: Deployment;

  /** The Service. */
  public readonly service: Service;

  /** The ConfigMap that holds the modules. */
  public readonly configMap: ConfigMap;

  /** The ServiceMonitor of the exporter itself, if `prometheus` was given. */
  public readonly serviceMonitor?: ServiceMonitor;

  /** Its modules by name, each with what it probes over. */
  public readonly probeModules?: { [name: string]: string };

  private readonly exporterName: string;
  private readonly namespace: string | undefined;
  private readonly labels: { [key: string]: string };
  private readonly podLabels: { [key: string]: string };
  private readonly modules: { [name: string]: BlackboxModule };

  /**
   * @throws Error with all problems of the props: names and labels that Kubernetes refuses, no module, Secrets of another
   * namespace, flags that the construct sets, a Prometheus that cannot select the ServiceMonitor
   */
  public constructor(scope: Construct, id: string, props: BlackboxExporterProps = {}) {
    super(scope, id);
    this.exporterName = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    this.modules = props.modules ?? { http_2xx: BlackboxModule.http() };
    this.podLabels = {
      'app.kubernetes.io/name': 'blackbox-exporter',
      'app.kubernetes.io/instance': this.exporterName,
    };
    const image = props.image ?? IMAGE;
    this.labels = { 'app.kubernetes.io/managed-by': 'cdk8s', ...props.labels, ...versionOf(image), ...this.podLabels };
    checkExporter(
      this,
      { name: this.exporterName, namespace: this.namespace, labels: this.labels, modules: this.modules },
      props,
    );

    this.probeModules = Object.fromEntries(Object.entries(this.modules).map(([name, m]) => [name, m.probesOver]));
    const config = this.renderConfig();
    this.configMap = new ConfigMap(this, 'Config', { metadata: this.metadata(), data: { [CONFIG_FILE]: config } });
    this.deployment = this.createDeployment(image, config, props);
    this.service = this.createService();
    if (props.prometheus) {
      const monitor = {
        service: this.service,
        prometheus: props.prometheus,
        metadata: this.metadata(),
        endpoints: [{ port: PORT_NAME }],
      };
      const target = ApiObject.of(this.service);
      this.serviceMonitor = new ServiceMonitor(
        this,
        'ServiceMonitor',
        wire(monitor, { target, port: PORT_NAME, labels: this.podLabels }),
      );
    }
  }

  /**
   * Where Prometheus finds it: `host:port`.
   *
   * @throws if its namespace is left to the deploying tool
   */
  public get proberAddress(): string {
    if (this.namespace === undefined) {
      throw new Error(
        `the namespace of BlackboxExporter ${this.node.path} is left to the deploying tool, so no address leads from Prometheus to it. Fix: set namespace of the exporter or of its chart.`,
      );
    }
    return `${this.exporterName}.${this.namespace}.svc:${PORT}`;
  }

  private metadata(): { name: string; namespace: string | undefined; labels: { [key: string]: string } } {
    return { name: this.exporterName, namespace: this.namespace, labels: { ...this.labels } };
  }

  private renderConfig(): string {
    const modules = Object.fromEntries(Object.entries(this.modules).map(([name, m]) => [name, m.toConfig()]));
    return stringify({ modules }, { lineWidth: 0 });
  }

  private createDeployment(image: string, config: string, props: BlackboxExporterProps): Deployment {
    const pings = Object.values(this.modules).some(({ probesOver }) => probesOver === 'icmp');
    const deployment = new Deployment(this, 'Deployment', {
      metadata: this.metadata(),
      replicas: props.replicas ?? 1,
      select: false,
      podMetadata: {
        labels: this.labels,
        // The exporter reads its file once; with other pods there is no doubt what they run with.
        annotations: { 'checksum/config': createHash('sha256').update(config).digest('hex') },
      },
      securityContext: {
        user: NOBODY,
        group: NOBODY,
        // Lets the user ping without a capability, which would need root to take effect. Kubernetes counts it as safe:
        // kubernetes `pkg/kubelet/sysctl/safe_sysctls.go`.
        sysctls: pings ? [{ name: 'net.ipv4.ping_group_range', value: `${NOBODY} ${NOBODY}` }] : undefined,
      },
    });
    deployment.select(PodLabelSelector.of({ labels: this.podLabels }));
    deployment.attachContainer(this.createContainer(image, props));
    // cdk8s-plus-27 has no prop for it.
    ApiObject.of(deployment).addJsonPatch(
      JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
    );
    return deployment;
  }

  private createContainer(image: string, props: BlackboxExporterProps): AppContainer {
    const health: Partial<ContainerProps> = {
      liveness: HealthCheck.fromHttpGet('/-/healthy', { port: PORT }),
      readiness: HealthCheck.fromHttpGet('/-/healthy', { port: PORT }),
      startup: HealthCheck.fromHttpGet('/-/healthy', { port: PORT }),
    };
    return new AppContainer(
      {
        name: 'blackbox-exporter',
        image,
        portNumber: PORT,
        args: [`--config.file=${CONFIG_FOLDER}/${CONFIG_FILE}`, ...(props.args ?? [])],
        ...health,
        resources: props.resources ?? {
          cpu: { request: Cpu.millis(10), limit: Cpu.millis(200) },
          memory: { request: Size.mebibytes(32), limit: Size.mebibytes(128) },
        },
        securityContext: { user: NOBODY, group: NOBODY, capabilities: { drop: ['ALL' as Capability] } },
        volumeMounts: [
          {
            path: CONFIG_FOLDER,
            volume: Volume.fromConfigMap(this, 'ConfigVolume', this.configMap, { name: 'config' }),
            readOnly: true,
          },
          ...this.mountedFiles(),
        ],
      },
      PORT_NAME,
    );
  }

  /** Secrets and ConfigMaps that modules refer to, each with the named keys alone. */
  private mountedFiles() {
    const sources = mountedSources(Object.values(this.modules).flatMap(({ files }) => files));
    return sources.map(({ kind, name, keys, folder }, index) => {
      const id = `File${index}`;
      const options = { name: `files-${index}`, items: Object.fromEntries(keys.map((key) => [key, { path: key }])) };
      const volume =
        kind === 'secret'
          ? Volume.fromSecret(this, `${id}Volume`, Secret.fromSecretName(this, id, name), options)
          : Volume.fromConfigMap(this, `${id}Volume`, ConfigMap.fromConfigMapName(this, id, name), options);
      return { path: folder, volume, readOnly: true };
    });
  }

  private createService(): Service {
    const service = new Service(this, 'Service', {
      metadata: this.metadata(),
      ports: [{ name: PORT_NAME, port: PORT, targetPort: PORT }],
    });
    for (const [key, value] of Object.entries(this.podLabels)) {
      service.selectLabel(key, value);
    }
    return service;
  }
}

/** Label for the version that the tag of an image names. */
function versionOf(image: string): { [key: string]: string } {
  const [, version] = /:v?(\d+\.\d+[\w.-]*)$/.exec(image) ?? [];
  return version === undefined || version.length > 63 ? {} : { 'app.kubernetes.io/version': version };
}
