import type { Platform } from './platform';
import type { StackAlertmanager } from './typed/alertmanager/stack-alertmanager';
import type { StackKubeApiServer } from './typed/control-plane/kube-api-server';
import type { StackCoreDns, StackKubeComponent, StackKubeProxy } from './typed/control-plane/kube-component';
import type { StackKubeDns } from './typed/control-plane/kube-dns';
import type { StackKubeEtcd } from './typed/control-plane/kube-etcd';
import type { StackKubelet } from './typed/control-plane/kubelet';
import type { StackCrds } from './typed/crds';
import type { StackCustomRule, StackKubernetesServiceMonitors, StackPrometheusRules } from './typed/custom-rule';
import type { StackDefaultRules } from './typed/default-rules';
import type { StackKubeStateMetrics } from './typed/exporters/kube-state-metrics';
import type { StackNodeExporter, StackWindowsMonitoring } from './typed/exporters/node-exporter';
import type { StackPrometheusNodeExporter } from './typed/exporters/prometheus-node-exporter';
import type { StackPrometheusWindowsExporter } from './typed/exporters/prometheus-windows-exporter';
import type { StackGlobal } from './typed/global';
import type { StackGrafana } from './typed/grafana/stack-grafana';
import type { StackPrometheus } from './typed/prometheus/stack-prometheus';
import type { StackPrometheusOperator } from './typed/prometheus-operator';
import type { StackThanosRuler } from './typed/thanos-ruler';

/**
 * Properties for `StackRelease`.
 *
 * Values come from three places, the later ones winning: the preset of `platform`, the typed props, `values`.
 */
export interface StackReleaseProps {
  /**
   * Name of the Helm release. The names of nearly all objects and the label `release`, by which the chart selects,
   * derive from it. At most 53 characters.
   *
   * @default - the id of this construct
   */
  readonly releaseName?: string;

  /**
   * Namespace of the Helm release.
   *
   * @default - the namespace of the chart that this construct is in
   */
  readonly namespace?: string;

  /**
   * Exact version of the chart kube-prometheus-stack. Not 63.x, which selects in another way.
   *
   * @default - the newest version that this library knows
   */
  readonly chartVersion?: string;

  /**
   * Where the cluster runs; a preset switches off what the platform hides.
   *
   * @default Platform.GENERIC
   */
  readonly platform?: Platform;

  /**
   * Replaces the prefix of all names of the parent chart; cut after 26 characters. On a live release a change means new,
   * empty volumes.
   *
   * @default - derived from the release name
   */
  readonly fullnameOverride?: string;

  /**
   * Replaces the chart's part in names and in the `app` labels.
   *
   * @default "kube-prometheus-stack"
   */
  readonly nameOverride?: string;

  /**
   * Namespace of the parent chart's objects. Grafana, kube-state-metrics and node-exporter stay in `namespace`.
   *
   * @default - the namespace of the release
   */
  readonly namespaceOverride?: string;

  /**
   * Names the Prometheus and Alertmanager objects without the suffixes `-prometheus` and `-alertmanager`.
   *
   * @default false
   */
  readonly cleanPrometheusOperatorObjectNames?: boolean;

  /**
   * Labels on all objects of the parent chart. Not `release`, which the chart sets itself.
   *
   * @default - none
   */
  readonly commonLabels?: { [key: string]: string };

  /**
   * Version of Kubernetes that the templates see as that of the cluster.
   *
   * @default - the version of the cluster
   */
  readonly kubeVersionOverride?: string;

  /**
   * Version of Kubernetes that decides which rules and dashboards the chart renders.
   *
   * @default - the version of the cluster
   */
  readonly kubeTargetVersionOverride?: string;

  /**
   * The CustomResourceDefinitions of the Operator.
   *
   * @default - as the chart sets it
   */
  readonly crds?: StackCrds;

  /**
   * What all charts of the release share: registry, credentials, permissions.
   *
   * @default - as the chart sets it
   */
  readonly global?: StackGlobal;

  /**
   * Objects that the release creates in addition. They pass through Helm's `tpl`, and nothing checks them; prefer objects of
   * your own chart.
   *
   * @default - none
   */
  readonly extraManifests?: { [key: string]: any }[];

  /**
   * The recording and alerting rules of the chart.
   *
   * @default - as the chart sets it
   */
  readonly defaultRules?: StackDefaultRules;

  /**
   * Changes of single alerts of the chart, by their names.
   *
   * @default - none
   */
  readonly customRules?: { [key: string]: StackCustomRule };

  /**
   * PrometheusRules that the chart creates beside its own, by names; prefer objects of your own chart, which are checked.
   *
   * @default - none
   */
  readonly additionalPrometheusRulesMap?: { [key: string]: StackPrometheusRules };

  /**
   * The monitors of the control plane and of the kubelets, all at once.
   *
   * @default - as the chart sets it
   */
  readonly kubernetesServiceMonitors?: StackKubernetesServiceMonitors;

  /**
   * Prometheus and what it selects.
   *
   * @default - as the chart sets it
   */
  readonly prometheus?: StackPrometheus;

  /**
   * Alertmanager.
   *
   * @default - as the chart sets it
   */
  readonly alertmanager?: StackAlertmanager;

  /**
   * Grafana.
   *
   * @default - as the chart sets it
   */
  readonly grafana?: StackGrafana;

  /**
   * How the API server is scraped.
   *
   * @default - as the chart sets it
   */
  readonly kubeApiServer?: StackKubeApiServer;

  /**
   * How the kubelet is scraped.
   *
   * @default - as the chart sets it
   */
  readonly kubelet?: StackKubelet;

  /**
   * How the controller manager is scraped.
   *
   * @default - as the chart sets it
   */
  readonly kubeControllerManager?: StackKubeComponent;

  /**
   * How CoreDNS is scraped.
   *
   * @default - as the chart sets it
   */
  readonly coreDns?: StackCoreDns;

  /**
   * How kube-dns is scraped.
   *
   * @default - as the chart sets it
   */
  readonly kubeDns?: StackKubeDns;

  /**
   * How etcd is scraped.
   *
   * @default - as the chart sets it
   */
  readonly kubeEtcd?: StackKubeEtcd;

  /**
   * How the scheduler is scraped.
   *
   * @default - as the chart sets it
   */
  readonly kubeScheduler?: StackKubeComponent;

  /**
   * How kube-proxy is scraped.
   *
   * @default - as the chart sets it
   */
  readonly kubeProxy?: StackKubeProxy;

  /**
   * kube-state-metrics: its switch, and the values of the sub-chart `kube-state-metrics`.
   *
   * @default - as the chart sets it
   */
  readonly kubeStateMetrics?: StackKubeStateMetrics;

  /**
   * Whether there are metrics of nodes.
   *
   * @default - as the chart sets it
   */
  readonly nodeExporter?: StackNodeExporter;

  /**
   * node-exporter itself, the sub-chart `prometheus-node-exporter`.
   *
   * @default - as the chart sets it
   */
  readonly prometheusNodeExporter?: StackPrometheusNodeExporter;

  /**
   * Whether there are metrics of Windows nodes.
   *
   * @default - as the chart sets it
   */
  readonly windowsMonitoring?: StackWindowsMonitoring;

  /**
   * windows-exporter itself, the sub-chart `prometheus-windows-exporter`.
   *
   * @default - as the chart sets it
   */
  readonly prometheusWindowsExporter?: StackPrometheusWindowsExporter;

  /**
   * The Prometheus Operator.
   *
   * @default - as the chart sets it
   */
  readonly prometheusOperator?: StackPrometheusOperator;

  /**
   * Thanos Ruler.
   *
   * @default - none
   */
  readonly thanosRuler?: StackThanosRuler;

  /**
   * Any other value of the chart, by its path there. Merged last, as Helm merges: maps key by key, lists replaced, null
   * removes a default. Names and selectors set here count like those set by typed props.
   *
   * @default - none
   */
  readonly values?: { [key: string]: any };

  /**
   * Name of the file with the values, which `app.synth()` writes into the output folder. Not one that ends like a
   * manifest (.yaml, .yml, .json, .jsonnet).
   *
   * @default - the release name, followed by `.values`
   */
  readonly valuesFile?: string;

  /**
   * Whether the app proves, whenever it is synthesized, that what it monitors will be scraped; see `Proof`.
   *
   * @default true
   */
  readonly proof?: boolean;
}
