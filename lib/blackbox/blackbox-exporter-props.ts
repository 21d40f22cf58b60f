import type { ContainerResources } from 'cdk8s-plus-27';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { BlackboxModule } from './blackbox-module';

/** Properties for `BlackboxExporter`. */
export interface BlackboxExporterProps {
  /**
   * Modules by name; a Probe names one of them.
   *
   * @default - `http_2xx`, which asks a URL and wants a status from 200 to 299
   */
  readonly modules?: { [name: string]: BlackboxModule };

  /**
   * Who scrapes the metrics of the exporter itself (not those of what it probes). It makes sure that this instance selects
   * the ServiceMonitor.
   *
   * @default - nobody: there is no ServiceMonitor
   */
  readonly prometheus?: IPrometheus;

  /**
   * Name of all objects, and value of `app.kubernetes.io/instance`.
   *
   * @default - the construct id
   */
  readonly name?: string;

  /**
   * Namespace of all objects.
   *
   * @default - the namespace of the chart; without one, no Probe can name the exporter
   */
  readonly namespace?: string;

  /**
   * Container image.
   *
   * @default "quay.io/prometheus/blackbox-exporter:v0.28.0"
   */
  readonly image?: string;

  /**
   * Number of pods.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * What the container asks for and may use.
   *
   * @default - 10m of CPU and 32Mi of memory, up to 200m and 128Mi
   */
  readonly resources?: ContainerResources;

  /**
   * Further flags of the exporter, for example `--log.level=debug`; not `--config.file` and not `--web.listen-address`.
   *
   * @default - none
   */
  readonly args?: string[];

  /**
   * Further labels of all objects.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };
}
