import { type ApiObject, Chart, type Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { selectApiObject } from '../prometheus/select';
import { registerProof } from '../proof/register-proof';
import type { LabelSelector } from '../selection/label-selector';
import type { NamespaceSelector } from '../selection/namespace-selector';
import type { OperatorScope } from '../selection/operator-scope';
import { checkRelease, checkTypedProps, checkTypes } from './check-props';
import { ValuesCheck } from './check-values';
import { declareStack } from './declared-stack';
import { NEWEST_CHART } from './facts/chart-versions';
import { ownDashboards } from './facts/own-dashboards';
import type { Release } from './facts/release';
import { releaseModel } from './model';
import { type StackRuleGroup, type StackServiceMonitor, stackRuleGroups, stackServiceMonitors } from './own-objects';
import { Platform } from './platform';
import type { PlatformSetting } from './platforms/platform-setting';
import { presetComment } from './preset-comment';
import { releaseValues } from './release-values';
import type { StackReleaseProps } from './stack-release-props';
import { mergeValues, type Values } from './values';
import { valuesFileContent, writeOnSynth } from './values-file';
import { valuesText } from './values-text';

const CHART_REFERENCE = 'oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack';

/**
 * A Helm release of kube-prometheus-stack: its values, and what it will put into the cluster under which names.
 *
 * It creates no Kubernetes objects. Helm, Argo CD or Flux installs the release from the values file that `app.synth()`
 * writes beside the manifests; `Testing.synth` writes none. Give this object to other constructs, and they arrange
 * themselves so that the Prometheus of the release selects them.
 *
 * Source of names, selectors and defaults: helm-charts, kube-prometheus-stack 88.5.3.
 */
export class StackRelease extends Construct implements IPrometheus {
  /** Name of the Helm release. */
  public readonly releaseName: string;
  /** Namespace of the Helm release, where the sub-charts' objects are. */
  public readonly releaseNamespace: string;
  /** Namespace of Prometheus and of the Operator: `releaseNamespace` unless overridden. */
  public readonly namespace: string;
  /** Exact version of the chart. */
  public readonly chartVersion: string;
  /** The preset in use. */
  public readonly platform: Platform;
  /** Prefix of the names of the parent chart's objects. */
  public readonly fullname: string;

  /** Name of the Prometheus (or PrometheusAgent) object. */
  public readonly prometheusName: string;
  /** Kind of that object: `Prometheus` or `PrometheusAgent`. */
  public readonly prometheusKind: string;
  /** Name of the Service in front of Prometheus, in `namespace`. */
  public readonly prometheusServiceName: string;
  /** Port of that Service. */
  public readonly prometheusServicePort: number;
  /** Name of that port, for a monitor that selects the Service. */
  public readonly prometheusServicePortName: string;
  /** URL of Prometheus inside the cluster, without a slash at the end; `https` where its web server has TLS. */
  public readonly prometheusUrl: string;
  /** URL that takes samples by remote write; `undefined` unless `enableRemoteWriteReceiver` is set. */
  public readonly remoteWriteUrl?: string;
  /** URL that takes metrics by OTLP over HTTP; `undefined` unless `enableOTLPReceiver` is set. */
  public readonly otlpMetricsUrl?: string;
  /** Version of Prometheus; `undefined` for charts older than those known. */
  public readonly prometheusVersion?: string;
  /** Version of the Prometheus Operator; `undefined` for charts older than those known. */
  public readonly operatorVersion?: string;
  /** Version of Alertmanager; `undefined` for charts older than those known. */
  public readonly alertmanagerVersion?: string;
  /** Version of Grafana; `undefined` for charts older than those known. */
  public readonly grafanaVersion?: string;
  /** Version of Thanos in its sidecar and ruler; `undefined` for charts older than those known. */
  public readonly thanosVersion?: string;
  /** The oldest Kubernetes that the chart takes, such as `1.25`; `undefined` for charts older than those known. */
  public readonly minimumKubernetesVersion?: string;
  /** True when this chart version is not known exactly, and the newest known one below it stands in for the versions. */
  public readonly versionsAssumed: boolean;
  /** Why nothing is scraped: the values switch Prometheus off; `undefined` when it runs. */
  public readonly inactiveReason?: string;
  /** Name of the ServiceAccount of Prometheus, in `namespace`. */
  public readonly serviceAccountName: string;
  /** Labels that the Prometheus pods carry. */
  public readonly podLabels: { [key: string]: string };
  /** Number of shards that share the targets. */
  public readonly shards: number;
  /** Time between two scrapes where a monitor sets none. */
  public readonly scrapeInterval: Duration;
  /** When true, monitors reach only their own namespace. */
  public readonly ignoreNamespaceSelectors: boolean;

  /** Which ServiceMonitors it takes, by their labels. */
  public readonly serviceMonitorSelector: LabelSelector;
  /** In which namespaces it looks for ServiceMonitors. */
  public readonly serviceMonitorNamespaceSelector: NamespaceSelector;
  /** Which PodMonitors it takes, by their labels. */
  public readonly podMonitorSelector: LabelSelector;
  /** In which namespaces it looks for PodMonitors. */
  public readonly podMonitorNamespaceSelector: NamespaceSelector;
  /** Which Probes it takes, by their labels. */
  public readonly probeSelector: LabelSelector;
  /** In which namespaces it looks for Probes. */
  public readonly probeNamespaceSelector: NamespaceSelector;
  /** Which ScrapeConfigs it takes, by their labels. */
  public readonly scrapeConfigSelector: LabelSelector;
  /** In which namespaces it looks for ScrapeConfigs. */
  public readonly scrapeConfigNamespaceSelector: NamespaceSelector;
  /** Which PrometheusRules it takes, by their labels; none in agent mode. */
  public readonly ruleSelector: LabelSelector;
  /** In which namespaces it looks for PrometheusRules. */
  public readonly ruleNamespaceSelector: NamespaceSelector;

  /** Name of the Operator's Deployment and Service, in `namespace`. */
  public readonly operatorName: string;
  /** Name of the ServiceAccount of the Operator, in `namespace`. */
  public readonly operatorServiceAccountName: string;
  /** Namespaces whose Prometheus objects the Operator takes care of; empty for all that it watches. */
  public readonly prometheusInstanceNamespaces: string[];
  /** Namespaces whose Alertmanager objects the Operator takes care of; empty for all that it watches. */
  public readonly alertmanagerInstanceNamespaces: string[];
  /** Which namespaces the Operator watches; all, when the release runs no Operator of its own. */
  public readonly operatorScope: OperatorScope;

  /** Name of the Alertmanager object; `undefined` when it is switched off. */
  public readonly alertmanagerName?: string;
  /** Name of the ServiceAccount of Alertmanager; `undefined` when it is switched off. */
  public readonly alertmanagerServiceAccountName?: string;
  /** Labels that the Alertmanager pods carry; `undefined` when it is switched off. */
  public readonly alertmanagerPodLabels?: { [key: string]: string };
  /** Which AlertmanagerConfigs it takes, by their labels. The chart asks for no label by default. */
  public readonly alertmanagerConfigSelector: LabelSelector;
  /** In which namespaces it looks for AlertmanagerConfigs. */
  public readonly alertmanagerConfigNamespaceSelector: NamespaceSelector;
  /**
   * How the routes of an AlertmanagerConfig are bound to its namespace: `OnNamespace`, so that alerts without a label
   * `namespace` never reach them, `OnNamespaceExceptForAlertmanagerNamespace`, or `None`.
   */
  public readonly alertmanagerConfigMatcherStrategy: string;
  /** Namespace of Alertmanager. */
  public readonly alertmanagerNamespace: string;
  /** Name of the Service in front of Alertmanager; `undefined` when it is switched off. */
  public readonly alertmanagerServiceName?: string;
  /** Port of that Service; `undefined` when it is switched off. */
  public readonly alertmanagerServicePort?: number;
  /** URL of Alertmanager inside the cluster, without a slash at the end; `undefined` when it is switched off. */
  public readonly alertmanagerUrl?: string;

  /** Namespace of Grafana. */
  public readonly grafanaNamespace: string;
  /** Name of the Service in front of Grafana; `undefined` when it is switched off. */
  public readonly grafanaServiceName?: string;
  /** Port of that Service; `undefined` when it is switched off. */
  public readonly grafanaServicePort?: number;
  /** URL of Grafana inside the cluster, without a slash at the end; `undefined` when it is switched off. */
  public readonly grafanaUrl?: string;

  /** Label that a ConfigMap with a dashboard must carry; `undefined` when no sidecar of Grafana looks for any. */
  public readonly grafanaDashboardLabel?: string;
  /** Value that the label must have; `undefined` when no sidecar looks for dashboards, or any value will do. */
  public readonly grafanaDashboardLabelValue?: string;
  /** Namespaces in which dashboards are found; `undefined` for all of them. */
  public readonly grafanaDashboardNamespaces?: string[];
  /** Annotation that puts a dashboard into a folder; `undefined` unless the values set up folders. */
  public readonly grafanaFolderAnnotation?: string;
  /** Label that a ConfigMap or Secret with a data source must carry; `undefined` when no sidecar looks for any. */
  public readonly grafanaDatasourceLabel?: string;
  /** Value that the label must have; `undefined` when no sidecar looks for data sources, or any value will do. */
  public readonly grafanaDatasourceLabelValue?: string;
  /** Namespaces in which data sources are found, by default that of Grafana only; `undefined` for all of them. */
  public readonly grafanaDatasourceNamespaces?: string[];

  /** Name of the ThanosRuler object, in `namespace`; `undefined` unless it is switched on. */
  public readonly thanosRulerName?: string;
  /** Name of the Service in front of ThanosRuler; `undefined` unless it is switched on. */
  public readonly thanosRulerServiceName?: string;
  /** URL of ThanosRuler inside the cluster, without a slash at the end; `undefined` unless it is switched on. */
  public readonly thanosRulerUrl?: string;
  /** Name of the Deployment and Service of kube-state-metrics; `undefined` when it is switched off. */
  public readonly kubeStateMetricsName?: string;
  /** Namespace of kube-state-metrics. */
  public readonly kubeStateMetricsNamespace: string;
  /** Name of the DaemonSet and Service of node-exporter; `undefined` when it is switched off. */
  public readonly nodeExporterName?: string;
  /** Namespace of node-exporter. */
  public readonly nodeExporterNamespace: string;

  /** Name of the file with the values, in the output folder. */
  public readonly valuesFile: string;

  private readonly values: Values;
  private readonly release: Release;

  /**
   * @throws if something in the props cannot work; one error names every problem, its field and the fix
   */
  public constructor(scope: Construct, id: string, props: StackReleaseProps = {}) {
    super(scope, id);
    const problems = new Problems(`StackRelease ${this.node.path}`);

    this.releaseName = props.releaseName ?? id;
    this.chartVersion = props.chartVersion ?? NEWEST_CHART;
    this.platform = props.platform ?? Platform.GENERIC;
    this.valuesFile = props.valuesFile ?? `${this.releaseName}.values`;
    const namespace = props.namespace ?? namespaceOfChart(this);
    this.releaseNamespace = namespace ?? '';

    checkRelease(problems, this.releaseName, namespace, this.chartVersion, this.valuesFile);
    if (!checkTypes(problems, props)) {
      // No values can be made of these, so nothing more can be said.
      problems.throwIfAny();
    }
    checkTypedProps(problems, props);
    const { values, preset, bag } = releaseValues(problems, props, this.platform, this.releaseNamespace);
    this.values = values;
    const check = new ValuesCheck(problems, this.values, bag);
    check.run({ release: this.releaseName, namespace: this.releaseNamespace, chart: this.chartVersion });
    const model = releaseModel(this.values, check, this.releaseName, this.releaseNamespace, this.chartVersion);
    problems.throwIfAny();

    const { release, prometheus, alertmanager, grafana, operator, thanosRuler, versions } = model;
    this.namespace = prometheus.namespace;
    this.fullname = release.names.fullname;
    this.prometheusName = prometheus.name;
    this.prometheusKind = prometheus.kind;
    this.prometheusServiceName = prometheus.serviceName;
    this.prometheusServicePort = prometheus.service.port;
    this.prometheusServicePortName = prometheus.service.portName;
    this.prometheusUrl = prometheus.service.url;
    this.remoteWriteUrl = prometheus.remoteWriteUrl;
    this.otlpMetricsUrl = prometheus.otlpUrl;
    this.prometheusVersion = versions.prometheus;
    this.operatorVersion = versions.operator;
    this.alertmanagerVersion = versions.alertmanager;
    this.grafanaVersion = versions.grafana;
    this.thanosVersion = versions.thanos;
    this.minimumKubernetesVersion = versions.kubernetes;
    this.versionsAssumed = versions.assumed;
    this.serviceAccountName = prometheus.serviceAccountName;
    this.podLabels = model.podLabels;
    this.shards = prometheus.shards;
    this.scrapeInterval = model.scrapeInterval;
    this.ignoreNamespaceSelectors = prometheus.ignoreNamespaceSelectors;
    this.inactiveReason = prometheus.enabled
      ? undefined
      : `prometheus.enabled is false in the values of StackRelease ${this.node.path}.`;

    const { serviceMonitor, podMonitor, probe, scrapeConfig, rule } = model.selections;
    this.serviceMonitorSelector = serviceMonitor.selector;
    this.serviceMonitorNamespaceSelector = serviceMonitor.namespaceSelector;
    this.podMonitorSelector = podMonitor.selector;
    this.podMonitorNamespaceSelector = podMonitor.namespaceSelector;
    this.probeSelector = probe.selector;
    this.probeNamespaceSelector = probe.namespaceSelector;
    this.scrapeConfigSelector = scrapeConfig.selector;
    this.scrapeConfigNamespaceSelector = scrapeConfig.namespaceSelector;
    this.ruleSelector = rule.selector;
    this.ruleNamespaceSelector = rule.namespaceSelector;

    this.operatorName = operator.name;
    this.operatorServiceAccountName = operator.serviceAccountName;
    this.prometheusInstanceNamespaces = [...operator.prometheusInstanceNamespaces];
    this.alertmanagerInstanceNamespaces = [...operator.alertmanagerInstanceNamespaces];
    this.operatorScope = model.operatorScope;
    this.alertmanagerNamespace = alertmanager.namespace;
    this.alertmanagerConfigSelector = model.alertmanagerConfigs.selector;
    this.alertmanagerConfigNamespaceSelector = model.alertmanagerConfigs.namespaceSelector;
    this.alertmanagerConfigMatcherStrategy = alertmanager.configMatcherStrategy;
    if (alertmanager.enabled) {
      this.alertmanagerName = alertmanager.name;
      this.alertmanagerServiceAccountName = alertmanager.serviceAccountName;
      this.alertmanagerPodLabels = { 'app.kubernetes.io/name': 'alertmanager', alertmanager: alertmanager.name };
      this.alertmanagerServiceName = alertmanager.serviceName;
      this.alertmanagerServicePort = alertmanager.service.port;
      this.alertmanagerUrl = alertmanager.service.url;
    }
    this.grafanaNamespace = grafana.namespace;
    if (grafana.enabled) {
      this.grafanaServiceName = grafana.name;
      this.grafanaServicePort = grafana.service.port;
      this.grafanaUrl = grafana.service.url;
    }
    this.grafanaDashboardLabel = grafana.dashboards?.label;
    this.grafanaDashboardLabelValue = grafana.dashboards?.labelValue || undefined;
    this.grafanaDashboardNamespaces = grafana.dashboards?.namespaces && [...grafana.dashboards.namespaces];
    this.grafanaFolderAnnotation = grafana.foldersFromFiles ? grafana.folderAnnotation || undefined : undefined;
    this.grafanaDatasourceLabel = grafana.datasources?.label;
    this.grafanaDatasourceLabelValue = grafana.datasources?.labelValue || undefined;
    this.grafanaDatasourceNamespaces = grafana.datasources?.namespaces && [...grafana.datasources.namespaces];
    if (thanosRuler.enabled) {
      this.thanosRulerName = thanosRuler.name;
      this.thanosRulerServiceName = thanosRuler.serviceName;
      this.thanosRulerUrl = thanosRuler.service.url;
    }
    this.kubeStateMetricsName = model.kubeStateMetrics.enabled ? model.kubeStateMetrics.name : undefined;
    this.kubeStateMetricsNamespace = model.kubeStateMetrics.namespace;
    this.nodeExporterName = model.nodeExporter.enabled ? model.nodeExporter.name : undefined;
    this.nodeExporterNamespace = model.nodeExporter.namespace;
    this.release = release;

    writeOnSynth(this, { name: this.valuesFile, content: () => this.valuesFileContent(preset) });
    declareStack(this, {
      release: this.releaseName,
      namespace: this.releaseNamespace,
      chartVersion: this.chartVersion,
      values: this.values,
      source: { construct: this.node.path },
      declaredBy: `StackRelease ${this.node.path}`,
    });
    if (props.proof !== false) {
      registerProof(this.node.root, 'by itself');
    }
  }

  /** The ServiceMonitors that the chart makes for its own parts. */
  public get ownServiceMonitors(): StackServiceMonitor[] {
    return stackServiceMonitors(this.release);
  }

  /** The groups of rules that the chart brings, without those of `additionalPrometheusRulesMap`. */
  public get ruleGroups(): StackRuleGroup[] {
    return stackRuleGroups(this.release);
  }

  /** Names of the alerts in these groups, sorted, each once: an alert of your own should have another name. */
  public get alertNames(): string[] {
    return [...new Set(this.ruleGroups.flatMap(({ alertNames }) => alertNames))].sort();
  }

  /** Names of the dashboards that the chart brings, sorted; each is a ConfigMap with the key `<name>.json`. */
  public get dashboards(): string[] {
    return ownDashboards(this.release);
  }

  /**
   * The values for Helm: what differs from the defaults of the chart, with sorted keys. Each call gives a new object.
   */
  public toHelmValues(): any {
    return mergeValues(this.values);
  }

  /**
   * The command that installs or upgrades this release.
   *
   * @param valuesFile path of the values file; the default is its name, for a shell in the output folder
   */
  public helmInstallCommand(valuesFile: string = this.valuesFile): string {
    return [
      `helm upgrade --install ${this.releaseName} ${CHART_REFERENCE} \\`,
      `  --version ${this.chartVersion} --namespace ${this.releaseNamespace} --create-namespace \\`,
      `  --values ${valuesFile} --wait --timeout 10m`,
    ].join('\n');
  }

  /**
   * Makes the Prometheus of this release take the object: adds the labels that its selector for this kind asks for.
   *
   * @param apiObject a ServiceMonitor, PodMonitor, Probe, ScrapeConfig or PrometheusRule, generated, raw or included
   * @throws if labels cannot suffice, or nothing is scraped (`inactiveReason`)
   */
  public select(apiObject: ApiObject): void {
    selectApiObject(this, apiObject);
  }

  private valuesFileContent(preset: PlatformSetting[]): string {
    const subject = {
      release: this.releaseName,
      namespace: this.releaseNamespace,
      chartVersion: this.chartVersion,
    };
    const comment = presetComment(this.platform.name, preset, this.values);
    return valuesFileContent(subject, this.helmInstallCommand(), valuesText(this.values), comment);
  }
}

function namespaceOfChart(construct: Construct): string | undefined {
  return construct.node.scopes
    .filter((scope) => Chart.isChart(scope))
    .map((chart) => (chart as Chart).namespace)
    .pop();
}
