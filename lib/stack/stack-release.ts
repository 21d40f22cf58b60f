import { type ApiObject, Chart, type Duration, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { selectApiObject } from '../prometheus/select';
import { registerProof } from '../proof/register-proof';
import type { LabelSelector } from '../selection/label-selector';
import type { NamespaceSelector } from '../selection/namespace-selector';
import type { OperatorScope } from '../selection/operator-scope';
import { NEWEST_CHART } from './chart-versions';
import { checkRelease, checkTypedProps, checkTypes } from './check-props';
import { ValuesCheck } from './check-values';
import { declareStack } from './declared-stack';
import { releaseModel } from './model';
import { Platform } from './platform';
import type { PlatformSetting } from './platforms/platform-setting';
import { presetComment } from './preset-comment';
import { releaseValues } from './release-values';
import type { StackReleaseProps } from './stack-release-props';
import { mergeValues, type Values, valueAt } from './values';
import { valuesFileContent, writeOnSynth } from './values-file';

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
  /** URL of Prometheus inside the cluster, without a slash at the end. */
  public readonly prometheusUrl: string;
  /** Version of Prometheus; `undefined` for charts older than those known. */
  public readonly prometheusVersion?: string;
  /** Version of the Prometheus Operator; `undefined` for charts older than those known. */
  public readonly operatorVersion?: string;
  /** True when this chart version is not known exactly, and the newest known one below it stands in for the versions. */
  public readonly versionsAssumed: boolean;
  /** Why nothing is scraped: the values switch Prometheus off; `undefined` when it runs. */
  public readonly inactiveReason?: string;
  /** Name of the ServiceAccount of Prometheus, in `namespace`. */
  public readonly serviceAccountName: string;
  /** Labels that the Prometheus pods carry. */
  public readonly podLabels: { [key: string]: string };
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
  /** Which namespaces the Operator watches; all, when the release runs no Operator of its own. */
  public readonly operatorScope: OperatorScope;

  /** Name of the Alertmanager object; `undefined` when it is switched off. */
  public readonly alertmanagerName?: string;
  /** Namespace of Alertmanager. */
  public readonly alertmanagerNamespace: string;
  /** Name of the Service in front of Alertmanager; `undefined` when it is switched off. */
  public readonly alertmanagerServiceName?: string;
  /** URL of Alertmanager inside the cluster, without a slash at the end; `undefined` when it is switched off. */
  public readonly alertmanagerUrl?: string;

  /** Namespace of Grafana. */
  public readonly grafanaNamespace: string;
  /** Name of the Service in front of Grafana; `undefined` when it is switched off. */
  public readonly grafanaServiceName?: string;
  /** URL of Grafana inside the cluster, without a slash at the end; `undefined` when it is switched off. */
  public readonly grafanaUrl?: string;

  /** Name of the file with the values, in the output folder. */
  public readonly valuesFile: string;

  private readonly values: Values;

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
    check.run();
    const model = releaseModel(this.values, check, this.releaseName, this.releaseNamespace, this.chartVersion);
    problems.throwIfAny();

    this.namespace = model.namespace;
    this.fullname = model.names.fullname;
    this.prometheusName = model.names.prometheus;
    this.prometheusKind = model.agentMode ? 'PrometheusAgent' : 'Prometheus';
    this.prometheusServiceName = model.names.prometheusService;
    this.prometheusUrl = this.urlOf(this.prometheusServiceName, this.namespace, 'prometheus', 9090);
    this.prometheusVersion = model.prometheusVersion;
    this.operatorVersion = model.operatorVersion;
    this.versionsAssumed = model.versionsAssumed;
    this.serviceAccountName = model.serviceAccount;
    this.podLabels = model.podLabels;
    this.scrapeInterval = model.scrapeInterval;
    this.ignoreNamespaceSelectors = model.ignoreNamespaceSelectors;
    this.inactiveReason = model.prometheusEnabled
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

    this.operatorName = model.names.operator;
    this.operatorScope = model.operatorScope;
    this.alertmanagerNamespace = model.alertmanagerNamespace;
    if (model.alertmanagerEnabled) {
      this.alertmanagerName = model.names.alertmanager;
      this.alertmanagerServiceName = model.names.alertmanagerService;
      this.alertmanagerUrl = this.urlOf(
        this.alertmanagerServiceName,
        model.alertmanagerNamespace,
        'alertmanager',
        9093,
      );
    }
    this.grafanaNamespace = model.grafanaNamespace;
    if (model.grafanaEnabled) {
      this.grafanaServiceName = model.grafana;
      this.grafanaUrl = this.urlOf(model.grafana, model.grafanaNamespace, 'grafana', 80);
    }

    writeOnSynth(this, { name: this.valuesFile, content: this.valuesFileContent(preset) });
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

  private urlOf(service: string, namespace: string, component: string, defaultPort: number): string {
    const port = valueAt(this.values, `${component}.service.port`) ?? defaultPort;
    const prefix = String(valueAt(this.values, `${component}.${component}Spec.routePrefix`) ?? '');
    const path = prefix.replace(/^\/+|\/+$/g, '');
    return `http://${service}.${namespace}.svc:${port}${path === '' ? '' : `/${path}`}`;
  }

  private valuesFileContent(preset: PlatformSetting[]): string {
    const subject = {
      release: this.releaseName,
      namespace: this.releaseNamespace,
      chartVersion: this.chartVersion,
    };
    const comment = presetComment(this.platform.name, preset, this.values);
    return valuesFileContent(subject, this.helmInstallCommand(), Yaml.stringify(this.values), comment);
  }
}

function namespaceOfChart(construct: Construct): string | undefined {
  return construct.node.scopes
    .filter((scope) => Chart.isChart(scope))
    .map((chart) => (chart as Chart).namespace)
    .pop();
}
