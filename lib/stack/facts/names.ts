/**
 * The names that kube-prometheus-stack gives to its objects, as pure functions of the release name and of the values
 * that override names.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/_helpers.tpl`, and `_helpers.tpl` of the sub-charts. The
 * rules hold since 2020; only the ThanosRuler rule is younger (58.0.1).
 */

const CHART = 'kube-prometheus-stack';

/** Longest `fullname` that the chart produces. */
export const FULLNAME_LENGTH = 26;

/** The values that decide names. An empty string is as good as none, since the templates test for truth. */
export interface NamingValues {
  readonly fullnameOverride?: string;
  readonly nameOverride?: string;
  readonly cleanPrometheusOperatorObjectNames?: boolean;
  readonly operatorFullnameOverride?: string;
  readonly thanosRulerName?: string;
}

/** Names of the parent chart's objects. */
export interface ReleaseNames {
  /** The chart's part of labels such as `app`. */
  readonly app: string;
  /** The prefix of nearly every object. */
  readonly fullname: string;
  /** Operator Deployment, Service and default ServiceAccount. */
  readonly operator: string;
  /** Prometheus or PrometheusAgent object. */
  readonly prometheus: string;
  /** Service and default ServiceAccount of Prometheus; not shortened by clean names. */
  readonly prometheusService: string;
  /** Alertmanager object. */
  readonly alertmanager: string;
  /** Service and default ServiceAccount of Alertmanager; not shortened by clean names. */
  readonly alertmanagerService: string;
  /** ThanosRuler object. */
  readonly thanosRuler: string;
  /** Service, ServiceMonitor and default ServiceAccount of ThanosRuler: the same for two releases in one namespace. */
  readonly thanosRulerService: string;
  /** Admission webhooks and their certificate Secret. */
  readonly admission: string;
}

/** Sprig's `trunc n | trimSuffix "-"`: the first `length` characters, less one hyphen at the end; a second one stays. */
export function cut(text: string, length: number): string {
  const head = text.slice(0, length);
  return head.endsWith('-') ? head.slice(0, -1) : head;
}

/** Names of the parent chart's objects. */
export function releaseNames(release: string, values: NamingValues = {}): ReleaseNames {
  const fullname = fullnameOf(release, values);
  const app = cut(values.nameOverride || CHART, 50);
  const clean = values.cleanPrometheusOperatorObjectNames === true;
  return {
    app,
    fullname,
    operator: values.operatorFullnameOverride ? cut(values.operatorFullnameOverride, 35) : `${fullname}-operator`,
    prometheus: clean ? fullname : `${fullname}-prometheus`,
    prometheusService: `${fullname}-prometheus`,
    alertmanager: clean ? fullname : `${fullname}-alertmanager`,
    alertmanagerService: `${fullname}-alertmanager`,
    // 25 and not 26: the name of the StatefulSet leaves room for one character less.
    thanosRuler: clean ? fullname : `${cut(fullname, 25)}-thanos-ruler`,
    thanosRulerService: values.thanosRulerName || `${app}-thanos-ruler`,
    admission: `${fullname}-admission`,
  };
}

/** The values of a sub-chart that decide its names. */
export interface SubchartNamingValues {
  readonly fullnameOverride?: string;
  readonly nameOverride?: string;
}

/**
 * Name of a sub-chart's objects. The overrides of the parent chart do not reach it.
 *
 * @param subchart `grafana`, `kube-state-metrics`, `prometheus-node-exporter` or `prometheus-windows-exporter`
 */
export function subchartFullname(release: string, subchart: string, values: SubchartNamingValues = {}): string {
  if (values.fullnameOverride) {
    return cut(values.fullnameOverride, 63);
  }
  const name = values.nameOverride || subchart;
  return cut(release.includes(name) ? release : `${release}-${name}`, 63);
}

function fullnameOf(release: string, values: NamingValues): string {
  if (values.fullnameOverride) {
    return cut(values.fullnameOverride, FULLNAME_LENGTH);
  }
  const name = values.nameOverride || CHART;
  return cut(release.includes(name) ? release : `${release}-${name}`, FULLNAME_LENGTH);
}
