import { isDnsLabel } from '../../private/kubernetes-names';
import { type ReleaseNames, releaseNames, type SubchartNamingValues, subchartFullname } from './names';
import type { ReleaseSubject, ValueReader } from './value-reader';

/** What all objects of a release have in common. */
export interface Release extends ReleaseSubject {
  readonly values: ValueReader;
  /** Full version of the chart. */
  readonly chartVersion: string;
  readonly names: ReleaseNames;
  /** Namespace of the parent chart's objects; the Helm release itself is in that of the subject. */
  readonly objectNamespace: string;
  /** Labels of the parent chart's objects, without `app`. */
  readonly labels: { readonly [key: string]: string };
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/_helpers.tpl`, `kube-prometheus-stack.labels`. */
export function releaseOf({ release, namespace }: ReleaseSubject, chartVersion: string, values: ValueReader): Release {
  const names = releaseNames(release, {
    fullnameOverride: values.text('fullnameOverride'),
    nameOverride: values.text('nameOverride'),
    cleanPrometheusOperatorObjectNames: values.flag('cleanPrometheusOperatorObjectNames', false),
    operatorFullnameOverride: values.text('prometheusOperator.fullnameOverride'),
    thanosRulerName: values.text('thanosRuler.name'),
  });
  return {
    release,
    namespace,
    values,
    chartVersion,
    names,
    objectNamespace: namespaceAt(values, 'namespaceOverride', namespace),
    labels: {
      'app.kubernetes.io/managed-by': 'Helm',
      'app.kubernetes.io/instance': release,
      'app.kubernetes.io/version': chartVersion,
      'app.kubernetes.io/part-of': names.app,
      chart: `kube-prometheus-stack-${chartVersion}`,
      heritage: 'Helm',
      ...values.labels('commonLabels'),
      release,
    },
  };
}

/** A namespace that the values may override; one that cannot be does not count. */
export function namespaceAt(values: ValueReader, path: string, otherwise: string): string {
  const text = values.text(path);
  return isDnsLabel(text) ? text : otherwise;
}

/** A sub-chart: what its objects are called, and where they are. */
export interface Subchart {
  readonly enabled: boolean;
  /** Name of its workload, its Service and its ServiceMonitor. */
  readonly name: string;
  readonly namespace: string;
}

/** The value that switches each sub-chart on, and whether it is. */
const SUBCHARTS = {
  grafana: ['grafana.enabled', true],
  'kube-state-metrics': ['kubeStateMetrics.enabled', true],
  'prometheus-node-exporter': ['nodeExporter.enabled', true],
  'prometheus-windows-exporter': ['windowsMonitoring.enabled', false],
} as const;
export type SubchartName = keyof typeof SUBCHARTS;

/** Source: `Chart.yaml`, conditions of the dependencies, and `templates/_helpers.tpl` of each. */
export function subchartOf({ release, namespace, values }: Release, subchart: SubchartName): Subchart {
  const naming: SubchartNamingValues = {
    fullnameOverride: values.text(`${subchart}.fullnameOverride`),
    nameOverride: values.text(`${subchart}.nameOverride`),
  };
  const [path, byDefault] = SUBCHARTS[subchart];
  return {
    enabled: values.flag(path, byDefault),
    name: subchartFullname(release, subchart, naming),
    // The namespaceOverride of the parent does not reach it.
    namespace: namespaceAt(values, `${subchart}.namespaceOverride`, namespace),
  };
}

/** The value that switches a sub-chart on. */
export function switchOf(subchart: SubchartName): string {
  return SUBCHARTS[subchart][0];
}

/** A Service as an address inside the cluster. */
export interface ServiceAddress {
  readonly port: number;
  readonly portName: string;
  /** Without a slash at the end. */
  readonly url: string;
}

/** The Service of a component whose pods the Operator makes. */
export function operatedService(
  { values }: Release,
  component: 'prometheus' | 'alertmanager' | 'thanosRuler',
  at: { readonly name: string; readonly namespace: string; readonly port: number; readonly portName: string },
): ServiceAddress {
  const spec = `${component}.${component}Spec`;
  const tls = Object.keys(values.map(`${spec}.web.tlsConfig`)).length > 0;
  const port = values.number(`${component}.service.port`, at.port);
  const path = values.text(`${spec}.routePrefix`).replace(/^\/+|\/+$/g, '');
  return {
    port,
    portName: values.textOr(`${spec}.portName`, at.portName),
    url: `${tls ? 'https' : 'http'}://${at.name}.${at.namespace}.svc:${port}${path === '' ? '' : `/${path}`}`,
  };
}

/** Name of a ServiceAccount that the values may replace. */
export function serviceAccountOf({ values }: Release, component: string, byDefault: string): string {
  const created = values.flag(`${component}.serviceAccount.create`, true);
  return values.text(`${component}.serviceAccount.name`) || (created ? byDefault : 'default');
}
