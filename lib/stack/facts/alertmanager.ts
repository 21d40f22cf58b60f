import { namespaceAt, operatedService, type Release, type ServiceAddress, serviceAccountOf } from './release';
import { renderedNamespaceSelector, renderedSelector } from './selection';

const SPEC = 'alertmanager.alertmanagerSpec';

/** The Alertmanager of a release. */
export interface AlertmanagerFacts {
  readonly enabled: boolean;
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccountName: string;
  readonly serviceName: string;
  readonly service: ServiceAddress;
  /** Which AlertmanagerConfigs it takes; needs no label of the release. */
  readonly configSelector: any;
  /** In which namespaces; `undefined` is its own. */
  readonly configNamespaceSelector: any;
  /** How the routes of an AlertmanagerConfig are bound to its namespace. */
  readonly configMatcherStrategy: string;
  /** Version, or tag of the image; empty where the chart decides. */
  readonly versionText: string;
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/alertmanager/alertmanager.yaml` and `service.yaml`. */
export function alertmanagerFacts(release: Release): AlertmanagerFacts {
  const { values, names } = release;
  const namespace = namespaceAt(values, 'alertmanager.namespaceOverride', release.objectNamespace);
  const namespaces = `${SPEC}.alertmanagerConfigNamespaceSelector`;
  const name = names.alertmanagerService;
  return {
    enabled: values.flag('alertmanager.enabled', true),
    name: names.alertmanager,
    namespace,
    serviceAccountName: serviceAccountOf(release, 'alertmanager', name),
    serviceName: name,
    service: operatedService(release, 'alertmanager', { name, namespace, port: 9093, portName: 'http-web' }),
    configSelector: mapOr(values.value(`${SPEC}.alertmanagerConfigSelector`), {}),
    configNamespaceSelector: mapOr(values.value(namespaces), values.given(namespaces) ? undefined : {}),
    configMatcherStrategy: values.text(`${SPEC}.alertmanagerConfigMatcherStrategy.type`) || 'OnNamespace',
    versionText: values.text(`${SPEC}.version`) || values.text(`${SPEC}.image.tag`),
  };
}

/** The ThanosRuler of a release. */
export interface ThanosRulerFacts {
  readonly enabled: boolean;
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccountName: string;
  readonly serviceName: string;
  readonly service: ServiceAddress;
  readonly ruleSelector: any;
  readonly ruleNamespaceSelector: any;
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/thanos-ruler/ruler.yaml` and `service.yaml`. */
export function thanosRulerFacts(release: Release): ThanosRulerFacts {
  const { values, names, objectNamespace: namespace } = release;
  const spec = 'thanosRuler.thanosRulerSpec';
  const name = names.thanosRulerService;
  const nilUsesHelmValues = values.flag(`${spec}.ruleSelectorNilUsesHelmValues`, true);
  return {
    enabled: values.flag('thanosRuler.enabled', false),
    name: names.thanosRuler,
    namespace,
    serviceAccountName: serviceAccountOf(release, 'thanosRuler', name),
    serviceName: name,
    service: operatedService(release, 'thanosRuler', { name, namespace, port: 10902, portName: 'web' }),
    ruleSelector: renderedSelector(
      'rule',
      values.value(`${spec}.ruleSelector`, {}),
      nilUsesHelmValues,
      release.release,
    ),
    ruleNamespaceSelector: renderedNamespaceSelector('rule', values.value(`${spec}.ruleNamespaceSelector`, {})),
  };
}

/** An empty map means all; so does one that is not given, where the chart says so. */
function mapOr(value: any, otherwise: any): any {
  return value === undefined ? otherwise : value;
}
