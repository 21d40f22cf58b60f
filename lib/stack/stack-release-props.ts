import type { Platform } from './platform';
import type { StackAlertmanager } from './typed/alertmanager';
import type { StackGrafana } from './typed/grafana';
import type { StackPrometheus } from './typed/prometheus/stack-prometheus';
import type { StackPrometheusOperator } from './typed/prometheus-operator';

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
   * The Prometheus Operator.
   *
   * @default - as the chart sets it
   */
  readonly prometheusOperator?: StackPrometheusOperator;

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
