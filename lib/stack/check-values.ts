import { isDnsLabel, isPortNumber, whyNoLabelKey, whyNoLabelValue } from '../private/kubernetes-names';
import { isPlainObject } from '../private/plain-object';
import type { Problems } from '../private/problems';
import { parsePrometheusDuration } from '../private/prometheus-duration';
import { checkAlertmanager } from './checks/alertmanager';
import { checkControlPlane } from './checks/control-plane';
import { checkExporters } from './checks/exporters';
import { checkGrafana } from './checks/grafana';
import { checkNetworking } from './checks/networking';
import { checkOperator } from './checks/operator';
import { checkPrometheus } from './checks/prometheus';
import { checkSwitches } from './checks/switches';
import { checkThanosRuler } from './checks/thanos-ruler';
import { SELECTED_KINDS, selectionKeys, truthy } from './facts/selection';
import { literalSecrets } from './literal-secrets';
import { hasValueAt, type Values, valueAt } from './values';

const SPEC = 'prometheus.prometheusSpec';

/** Nodes that templates look into; anything but a map there ends the rendering. */
const MAPS = [
  'commonLabels',
  'crds',
  'defaultRules',
  'prometheus',
  SPEC,
  `${SPEC}.podMetadata`,
  `${SPEC}.podMetadata.labels`,
  `${SPEC}.externalLabels`,
  'prometheus.serviceAccount',
  'prometheus.service',
  'alertmanager',
  'alertmanager.alertmanagerSpec',
  'alertmanager.serviceAccount',
  'alertmanager.service',
  'grafana',
  'grafana.admin',
  'grafana.service',
  'prometheusOperator',
  'prometheusOperator.admissionWebhooks',
  'prometheusOperator.serviceAccount',
  'prometheusOperator.tls',
  'kubeControllerManager',
  'kubeScheduler',
  'kubeEtcd',
  'kubeProxy',
  'coreDns',
  'kubeDns',
  'kubeApiServer',
  'kubelet',
];

/** Values that templates test for truth, where any text counts as true. */
export const BOOLEANS = [
  'cleanPrometheusOperatorObjectNames',
  'crds.enabled',
  'defaultRules.create',
  'prometheus.enabled',
  'prometheus.agentMode',
  'prometheus.serviceAccount.create',
  ...SELECTED_KINDS.map((kind) => `${SPEC}.${selectionKeys(kind).nilUsesHelmValues}`),
  `${SPEC}.ignoreNamespaceSelectors`,
  'alertmanager.enabled',
  'alertmanager.serviceAccount.create',
  'grafana.enabled',
  'prometheusOperator.enabled',
  'prometheusOperator.hostNetwork',
  'prometheusOperator.admissionWebhooks.enabled',
  'prometheusOperator.namespaces.releaseNamespace',
  'prometheusOperator.serviceAccount.create',
  'prometheusOperator.tls.enabled',
  'kubeControllerManager.enabled',
  'kubeScheduler.enabled',
  'kubeEtcd.enabled',
  'kubeProxy.enabled',
  'coreDns.enabled',
  'kubeDns.enabled',
  'kubeApiServer.enabled',
  'kubelet.enabled',
  'kubeStateMetrics.enabled',
  'nodeExporter.enabled',
  'thanosRuler.enabled',
  'windowsMonitoring.enabled',
];

/** Values that are texts: names, prefixes, image tags. */
const TEXTS = [
  'fullnameOverride',
  'nameOverride',
  'prometheusOperator.fullnameOverride',
  'prometheus.serviceAccount.name',
  'alertmanager.serviceAccount.name',
  'grafana.fullnameOverride',
  'grafana.nameOverride',
  'grafana.admin.existingSecret',
  'prometheusOperator.image.tag',
  `${SPEC}.image.tag`,
  `${SPEC}.version`,
  `${SPEC}.routePrefix`,
  'alertmanager.alertmanagerSpec.routePrefix',
];

/** Values that are ports of Services. */
const PORTS = ['prometheus.service.port', 'alertmanager.service.port', 'grafana.service.port'];

/** Maps of labels that end up on Kubernetes objects. */
const LABELS = ['commonLabels', `${SPEC}.podMetadata.labels`];

/** Values that become the namespace of something. */
const NAMESPACES = ['namespaceOverride', 'alertmanager.namespaceOverride', 'grafana.namespaceOverride'];

/** Values that count pods, with the least that makes sense. */
const COUNTS: ReadonlyArray<readonly [path: string, least: number]> = [
  [`${SPEC}.replicas`, 0],
  [`${SPEC}.shards`, 1],
  ['alertmanager.alertmanagerSpec.replicas', 0],
];

/** Reads merged values and reports what is wrong with them. */
export class ValuesCheck {
  public constructor(
    private readonly problems: Problems,
    private readonly values: Values,
    private readonly bag: Values,
  ) {}

  /** Types of the values that the model reads, and combinations that cannot work. */
  public run(): void {
    this.types();
    this.durations();
    this.secrets();
    this.labels();
    this.operatorNamespaces();
    this.webhooks();
    this.scrapeConfigs();
    checkSwitches(this);
    checkNetworking(this);
    checkPrometheus(this);
    checkThanosRuler(this);
    checkAlertmanager(this);
    checkGrafana(this);
    checkExporters(this);
    checkControlPlane(this);
    checkOperator(this);
  }

  /** The value at a path; null counts as absent. */
  public value(path: string): any {
    return valueAt(this.values, path);
  }

  /** The map at a path; empty where there is none. */
  public map(path: string): Values {
    const value = this.value(path);
    return isPlainObject(value) ? value : {};
  }

  /** The list at a path; empty where there is none. */
  public list(path: string): any[] {
    const value = this.value(path);
    return Array.isArray(value) ? value : [];
  }

  /** The path of a value as the caller wrote it: in the bag, or in the typed props. */
  public field(path: string): string {
    return hasValueAt(this.bag, path)
      ? `values.${path}`
      : path
          .replace(/\.(prometheusSpec|alertmanagerSpec|thanosRulerSpec)\b/, '')
          .replace('grafana\\.ini', 'grafanaIni')
          .replace(/^(?:kube-state-metrics|prometheus-(?:node|windows)-exporter)\b/, (subChart) =>
            subChart.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          );
  }

  public add(path: string, message: string, fix: string): void {
    this.problems.add(this.field(path), message, fix);
  }

  /** As `add`, for a place inside the value at `path`. */
  public addBelow(path: string, below: string, message: string, fix: string): void {
    this.problems.add(`${this.field(path)}${below}`, message, fix);
  }

  /** Whether the release sets this value; otherwise the default of the chart holds. */
  public given(path: string): boolean {
    return hasValueAt(this.values, path);
  }

  private types(): void {
    for (const path of MAPS.filter((candidate) => hasValueAt(this.values, candidate))) {
      const value = valueAt(this.values, path);
      if (!isPlainObject(value)) {
        this.add(
          path,
          `${JSON.stringify(value ?? null)} stands where the chart needs a map.`,
          'give a map, or leave it out.',
        );
      }
    }
    for (const path of BOOLEANS) {
      const value = valueAt(this.values, path);
      if (typeof value !== 'boolean' && truthy(value)) {
        this.add(
          path,
          `${JSON.stringify(value)} is not a boolean, and Helm templates take it for true.`,
          value === 'false' || value === 'true' ? `${value}, without quotes.` : 'true or false.',
        );
      }
    }
    for (const path of TEXTS) {
      const value = valueAt(this.values, path) ?? undefined;
      if (value !== undefined && typeof value !== 'string') {
        this.add(
          path,
          `${JSON.stringify(value)} is not a string.`,
          typeof value === 'object' ? 'give a text.' : `"${value}"`,
        );
      }
    }
    for (const path of NAMESPACES) {
      const value = valueAt(this.values, path) ?? '';
      if (value !== '' && !isDnsLabel(value)) {
        this.add(
          path,
          `${JSON.stringify(value)} is not a valid namespace name.`,
          'use lower-case letters, digits and hyphens.',
        );
      }
    }
    for (const path of PORTS) {
      const value = valueAt(this.values, path) ?? undefined;
      if (value !== undefined && !isPortNumber(value)) {
        this.add(path, `${JSON.stringify(value)} is no port number.`, 'give a whole number from 1 to 65535.');
      }
    }
    for (const [path, least] of COUNTS) {
      const value = valueAt(this.values, path);
      if (value !== undefined && (!Number.isInteger(value) || value < least)) {
        this.add(path, `${JSON.stringify(value)} is not a number of pods.`, `give a whole number, ${least} or more.`);
      }
    }
  }

  private durations(): void {
    const paths = ['scrapeInterval', 'scrapeTimeout', 'evaluationInterval'].map((key) => `${SPEC}.${key}`);
    const [interval, timeout] = paths.map((path) => {
      const value = valueAt(this.values, path) ?? '';
      const duration = value === '' ? undefined : parsePrometheusDuration(String(value));
      if (value !== '' && !(duration && duration.toMilliseconds() > 0)) {
        this.add(
          path,
          `${JSON.stringify(value)} is not a Prometheus duration above zero, so the API server refuses the Prometheus object.`,
          'give a duration with a unit, for example 30s.',
        );
      }
      return duration;
    });
    const intervalOrDefault = interval?.toMilliseconds() ?? 30_000;
    if (timeout && timeout.toMilliseconds() > intervalOrDefault) {
      const text = interval ? valueAt(this.values, paths[0]) : '30s (the default)';
      this.add(
        paths[1],
        `${valueAt(this.values, paths[1])} is above the scrape interval, ${text}, and Prometheus refuses such a configuration.`,
        `give at most ${interval ? text : '30s'}, or raise ${this.field(paths[0])}.`,
      );
    }
  }

  private secrets(): void {
    for (const { path, fix } of literalSecrets(this.values)) {
      this.add(path, 'a literal secret would end up in the values file and in the Secret of the release.', fix);
    }
  }

  private labels(): void {
    for (const path of LABELS) {
      const labels = valueAt(this.values, path);
      for (const [key, value] of Object.entries(isPlainObject(labels) ? labels : {})) {
        const why = whyNoLabel(key, value);
        if (why) {
          this.addBelow(path, `.${key}`, `${why}, so the API server refuses the object.`, 'rewrite it.');
        }
      }
    }
    if (hasValueAt(this.values, 'commonLabels.release')) {
      this.add(
        'commonLabels.release',
        'the chart writes this label itself, so the key would stand twice and the YAML is refused.',
        'remove it.',
      );
    }
  }

  private operatorNamespaces(): void {
    const only = 'prometheusOperator.namespaces';
    const deny = 'prometheusOperator.denyNamespaces';
    for (const path of [`${only}.additional`, deny]) {
      const list = valueAt(this.values, path) ?? [];
      if (!Array.isArray(list) || !list.every(isDnsLabel)) {
        this.add(path, `${JSON.stringify(list)} is not a list of namespace names.`, 'give a list of plain names.');
      }
    }
    if (truthy(valueAt(this.values, only)) && truthy(valueAt(this.values, deny))) {
      this.add(deny, `the Operator does not start with both this and ${this.field(only)}.`, 'keep one of the two.');
    }
  }

  private webhooks(): void {
    const operator = 'prometheusOperator';
    if (!this.flag(`${operator}.enabled`, true) || !this.flag(`${operator}.tls.enabled`, true)) {
      return;
    }
    if (!this.flag(`${operator}.admissionWebhooks.enabled`, true)) {
      this.add(
        `${operator}.admissionWebhooks.enabled`,
        'without webhooks nobody creates the certificate that the Operator mounts, so it stays in ContainerCreating.',
        'set prometheusOperator.tls.enabled to false as well.',
      );
    }
    if (
      this.flag(`${operator}.hostNetwork`, false) &&
      (valueAt(this.values, `${operator}.tls.internalPort`) ?? 10250) === 10250
    ) {
      this.add(
        `${operator}.hostNetwork`,
        'on the host network port 10250 belongs to the kubelet.',
        'set prometheusOperator.tls.internalPort to another port, for example 8443.',
      );
    }
  }

  private scrapeConfigs(): void {
    const path = `${SPEC}.additionalScrapeConfigs`;
    if (truthy(valueAt(this.values, path)) && this.flag(`${path}Secret.enabled`, false)) {
      this.add(
        `${path}Secret`,
        'together with additionalScrapeConfigs the chart writes the same key twice.',
        'keep one of the two.',
      );
    }
  }

  /** The truth of a value as a template sees it, with the default of the chart. */
  public flag(path: string, chartDefault: boolean): boolean {
    return hasValueAt(this.values, path) ? truthy(valueAt(this.values, path)) : chartDefault;
  }
}

/** A value with a Helm template in it is not known before the install. */
function whyNoLabel(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return `${JSON.stringify(value)} is not a string`;
  }
  const whyNoKey = whyNoLabelKey(key);
  const whyNoValue = value.includes('{{') ? undefined : whyNoLabelValue(value);
  return whyNoKey ? `the key ${whyNoKey}` : whyNoValue && `"${value}" ${whyNoValue}`;
}
