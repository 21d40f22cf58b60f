import type { ContainerResources } from 'cdk8s-plus-27';
import { mergeValues } from '../../values';
import { SCHEDULING, type StackScheduling } from '../scheduling';
import { SERVICE_ACCOUNT, type StackServiceAccount } from '../service-account';
import { type StackSwitch, SWITCH } from '../switch';
import { FLAG, PORT, RESOURCES, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, group, type ValueEntry, type ValueTable } from '../value-table';
import { EXPORTER_PROMETHEUS, type StackExporterPrometheus } from './exporter-monitor';

/**
 * Port of node-exporter.
 */
export interface StackNodeExporterService {
  /**
   * Port on every node, of the container and of the Service. Sets `targetPort` too, since the Service leads nowhere where
   * the two differ. Change it where something else has the port, for example a second node-exporter.
   *
   * @default 9100
   */
  readonly port?: number;

  /**
   * Annotations of the Service.
   *
   * @default - `prometheus.io/scrape: "true"`
   */
  readonly annotations?: { [key: string]: string };
}

/**
 * Image of node-exporter.
 */
export interface StackNodeExporterImage {
  /**
   * Host of the registry. `global.imageRegistry` wins over it.
   *
   * @default "quay.io"
   */
  readonly registry?: string;

  /**
   * Name of the image in the registry.
   *
   * @default "prometheus/node-exporter"
   */
  readonly repository?: string;

  /**
   * Tag of the image.
   *
   * @default - the version that the sub-chart is made for
   */
  readonly tag?: string;

  /**
   * Whether the variant without a shell is taken, whose tag ends in `-distroless`.
   *
   * @default true
   */
  readonly distroless?: boolean;
}

/**
 * node-exporter itself, a DaemonSet: the chart's values below `prometheus-node-exporter`. The namespace has to admit
 * privileged pods, by the label `pod-security.kubernetes.io/enforce: privileged`.
 */
export interface StackPrometheusNodeExporter extends StackScheduling {
  /**
   * Namespace of the DaemonSet.
   *
   * @default - the namespace of the release
   */
  readonly namespaceOverride?: string;

  /**
   * Its port.
   *
   * @default - 9100
   */
  readonly service?: StackNodeExporterService;

  /**
   * Whether the pods use the network of the node. Without it network metrics are those of the pod.
   *
   * @default true
   */
  readonly hostNetwork?: boolean;

  /**
   * Whether the pods see the processes of the node.
   *
   * @default true
   */
  readonly hostPid?: boolean;

  /**
   * Whether the root of the node's file system is mounted. Not possible on some systems, for example Docker Desktop.
   *
   * @default - on
   */
  readonly hostRootFsMount?: StackSwitch;

  /**
   * CPU and memory of the container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * Flags of node-exporter. Replaces the two of the chart that leave out virtual file systems and mounts of containers:
   * repeat `--collector.filesystem.mount-points-exclude` and `--collector.filesystem.fs-types-exclude`.
   *
   * @default - the two of the chart
   */
  readonly extraArgs?: string[];

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;

  /**
   * Labels of the pods. `jobLabel` has to stay `node-exporter`, the job by which rules and dashboards find it.
   *
   * @default - `jobLabel: node-exporter`
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - tells the cluster autoscaler that the pod is safe to evict
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * A proxy that asks the API server whether a client may read the metrics.
   *
   * @default - off
   */
  readonly kubeRbacProxy?: StackSwitch;

  /**
   * The image.
   *
   * @default - as the chart sets it
   */
  readonly image?: StackNodeExporterImage;

  /**
   * The ServiceAccount of the pods.
   *
   * @default - created by the chart
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * How it is scraped.
   *
   * @default - as the chart sets it
   */
  readonly prometheus?: StackExporterPrometheus;

  /**
   * Whether its objects carry `release: <release name>`, by which Prometheus selects. Keep it.
   *
   * @default true
   */
  readonly releaseLabel?: boolean;
}

const SERVICE: ValueTable<StackNodeExporterService> = {
  port: both(at('port', PORT), at('targetPort', PORT)),
  annotations: at('annotations', TEXT_MAP),
};

const IMAGE: ValueTable<StackNodeExporterImage> = {
  registry: at('registry', TEXT),
  repository: at('repository', TEXT),
  tag: at('tag', TEXT),
  distroless: at('distroless', FLAG),
};

/** Values below `prometheus-node-exporter`. */
export const PROMETHEUS_NODE_EXPORTER: ValueTable<StackPrometheusNodeExporter> = {
  ...SCHEDULING,
  namespaceOverride: at('namespaceOverride', TEXT),
  service: group('service', SERVICE),
  hostNetwork: at('hostNetwork', FLAG),
  hostPid: at('hostPID', FLAG),
  hostRootFsMount: group('hostRootFsMount', SWITCH),
  resources: at('resources', RESOURCES),
  extraArgs: at('extraArgs', TEXTS),
  priorityClassName: at('priorityClassName', TEXT),
  podLabels: at('podLabels', TEXT_MAP),
  podAnnotations: at('podAnnotations', TEXT_MAP),
  kubeRbacProxy: group('kubeRBACProxy', SWITCH),
  image: group('image', IMAGE),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  prometheus: group('prometheus', EXPORTER_PROMETHEUS),
  releaseLabel: at('releaseLabel', FLAG),
};

/** The container listens on `service.port`: prometheus-node-exporter `templates/daemonset.yaml`. */
function both(one: ValueEntry, other: ValueEntry): ValueEntry {
  return {
    paths: [...one.paths, ...other.paths],
    problems: one.problems,
    write: (prop) => mergeValues(one.write(prop), other.write(prop)),
  };
}
