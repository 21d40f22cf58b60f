import { isPlainObject } from '../../private/plain-object';
import { operatedService, type Release, type ServiceAddress, serviceAccountOf } from './release';
import {
  renderedNamespaceSelector,
  renderedSelector,
  SELECTED_KINDS,
  type SelectedKind,
  selectionKeys,
} from './selection';

const SPEC = 'prometheus.prometheusSpec';

/** The two selectors of one kind, as the chart renders them; `undefined` is an absent field. */
export interface RenderedSelection {
  readonly selector: any;
  readonly namespaceSelector: any;
}

/** The Prometheus of a release, or its PrometheusAgent. */
export interface PrometheusFacts {
  readonly enabled: boolean;
  readonly agentMode: boolean;
  readonly kind: 'Prometheus' | 'PrometheusAgent';
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccountName: string;
  readonly serviceName: string;
  readonly service: ServiceAddress;
  /** Where others write samples to; `undefined` where it takes none. */
  readonly remoteWriteUrl: string | undefined;
  readonly otlpUrl: string | undefined;
  readonly shards: number;
  /** As the values say it; the default of the Operator where they do not. */
  readonly scrapeInterval: string;
  readonly ignoreNamespaceSelectors: boolean;
  readonly enforcedNamespaceLabel: string;
  /** Version, or tag of the image; empty where the chart decides. */
  readonly versionText: string;
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml` and `service.yaml`. */
export function prometheusFacts(release: Release): PrometheusFacts {
  const { values, names, objectNamespace: namespace } = release;
  const agentMode = values.flag('prometheus.agentMode', false);
  const serviceName = names.prometheusService;
  const service = operatedService(release, 'prometheus', {
    name: serviceName,
    namespace,
    port: 9090,
    portName: 'http-web',
  });
  return {
    enabled: values.flag('prometheus.enabled', true),
    agentMode,
    kind: agentMode ? 'PrometheusAgent' : 'Prometheus',
    name: names.prometheus,
    namespace,
    serviceAccountName: serviceAccountOf(release, 'prometheus', serviceName),
    serviceName,
    service,
    remoteWriteUrl: flagOf(release, 'enableRemoteWriteReceiver') ? `${service.url}/api/v1/write` : undefined,
    otlpUrl: flagOf(release, 'enableOTLPReceiver') ? `${service.url}/api/v1/otlp/v1/metrics` : undefined,
    shards: values.number(fieldPath(release, 'shards'), 1),
    scrapeInterval: values.text(fieldPath(release, 'scrapeInterval')) || '30s',
    ignoreNamespaceSelectors: flagOf(release, 'ignoreNamespaceSelectors'),
    enforcedNamespaceLabel: values.text(fieldPath(release, 'enforcedNamespaceLabel')),
    versionText: values.text(fieldPath(release, 'version')) || values.text(`${SPEC}.image.tag`),
  };
}

/** The ten selectors, as the chart renders them. A PrometheusAgent evaluates no rules and has no such fields. */
export function renderedSelections(release: Release): { readonly [kind in SelectedKind]: RenderedSelection } {
  const { values } = release;
  const agent = values.flag('prometheus.agentMode', false);
  const entries = SELECTED_KINDS.map((kind): [SelectedKind, RenderedSelection] => {
    const keys = selectionKeys(kind);
    const nilUsesHelmValues = values.flag(`${SPEC}.${keys.nilUsesHelmValues}`, true);
    const selector = renderedSelector(
      kind,
      values.value(`${SPEC}.${keys.selector}`, {}),
      nilUsesHelmValues,
      release.release,
    );
    const namespaceSelector = renderedNamespaceSelector(kind, values.value(`${SPEC}.${keys.namespaceSelector}`, {}));
    return [
      kind,
      kind === 'rule' && agent
        ? { selector: undefined, namespaceSelector: undefined }
        : {
            selector: rawMap(release, keys.selector) ?? selector,
            namespaceSelector: rawMap(release, keys.namespaceSelector) ?? namespaceSelector,
          },
    ];
  });
  return Object.fromEntries(entries) as { [kind in SelectedKind]: RenderedSelection };
}

/** Where a selector is set: a raw field counts more, since the template appends it. */
export function selectorPath(release: Release, field: string): string {
  return rawMap(release, field) === undefined ? `${SPEC}.${field}` : `${SPEC}.additionalConfig.${field}`;
}

function rawMap({ values }: Release, field: string): { [key: string]: any } | undefined {
  const raw = values.value(`${SPEC}.additionalConfig.${field}`);
  return isPlainObject(raw) ? raw : undefined;
}

/** Path of the value that decides a field of the object: a raw field counts more, since the template appends it. */
export function fieldPath({ values }: Release, field: string): string {
  const raw = `${SPEC}.additionalConfig.${field}`;
  return values.value(raw) === undefined ? `${SPEC}.${field}` : raw;
}

function flagOf(release: Release, field: string): boolean {
  return release.values.flag(fieldPath(release, field), false);
}
