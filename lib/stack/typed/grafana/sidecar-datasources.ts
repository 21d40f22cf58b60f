import type { Duration } from 'cdk8s';
import { choice, DURATION, FLAG, MAP, SECONDS, TEXT, TEXT_MAP } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import { SIDECAR_SEARCH, type StackSidecarSearch } from './sidecar-search';

/** How Grafana sends queries. */
export enum StackHttpMethod {
  /** In the address. */
  GET = 'GET',
  /** In the body, which has no limit of length. */
  POST = 'POST',
}

/** What speaks the API of Alertmanager. */
export enum StackAlertmanagerImplementation {
  /** Alertmanager. */
  PROMETHEUS = 'prometheus',
  /** Mimir. */
  MIMIR = 'mimir',
  /** Cortex. */
  CORTEX = 'cortex',
}

/**
 * From an exemplar to its trace.
 */
export interface StackExemplarTraceDestination {
  /** Id of the data source with the traces. */
  readonly datasourceUid: string;

  /** Label of the exemplar with the id of the trace. */
  readonly traceIdLabelName: string;

  /**
   * Text of the link.
   *
   * @default - given by Grafana
   */
  readonly urlDisplayLabel?: string;
}

/**
 * The data source for the Alertmanager of the release.
 */
export interface StackAlertmanagerDatasource {
  /**
   * Whether there is one. The chart provisions it even where `alertmanager.enabled` is false: switch both off.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Its name.
   *
   * @default "Alertmanager"
   */
  readonly name?: string;

  /**
   * Its id.
   *
   * @default "alertmanager"
   */
  readonly uid?: string;

  /**
   * Its address.
   *
   * @default - the Alertmanager Service of the release
   */
  readonly url?: string;

  /**
   * Whether Grafana sends its own alerts there.
   *
   * @default false
   */
  readonly handleGrafanaManagedAlerts?: boolean;

  /**
   * What answers there.
   *
   * @default StackAlertmanagerImplementation.PROMETHEUS
   */
  readonly implementation?: StackAlertmanagerImplementation;
}

/**
 * The sidecar for data sources, and the data sources that the chart itself provisions through it.
 */
export interface StackSidecarDatasources extends StackSidecarSearch {
  /**
   * Whether the Prometheus of the release is a data source. Without it there is none for Alertmanager either.
   *
   * @default true
   */
  readonly defaultDatasourceEnabled?: boolean;

  /**
   * Whether panels without a data source take it. False where an additional data source is the default.
   *
   * @default true
   */
  readonly isDefaultDatasource?: boolean;

  /**
   * Its name.
   *
   * @default "Prometheus"
   */
  readonly name?: string;

  /**
   * Its id.
   *
   * @default "prometheus"
   */
  readonly uid?: string;

  /**
   * Its address, where queries go elsewhere than to the Prometheus of the release, for example to Thanos.
   *
   * @default - the Prometheus Service of the release
   */
  readonly url?: string;

  /**
   * How long a query may take.
   *
   * @default - 30 seconds, set by Grafana
   */
  readonly timeout?: Duration;

  /**
   * How queries are sent.
   *
   * @default StackHttpMethod.POST
   */
  readonly httpMethod?: StackHttpMethod;

  /**
   * The scrape interval that Grafana assumes for `$__rate_interval`.
   *
   * @default - that of Prometheus
   */
  readonly defaultDatasourceScrapeInterval?: Duration;

  /**
   * From exemplars to traces.
   *
   * @default - no links
   */
  readonly exemplarTraceIdDestinations?: StackExemplarTraceDestination;

  /**
   * Whether each Prometheus pod is a data source of its own too.
   *
   * @default false
   */
  readonly createPrometheusReplicasDatasources?: boolean;

  /**
   * More settings of the data source.
   *
   * @default - none
   */
  readonly extraJsonData?: { [key: string]: any };

  /**
   * Annotations of the ConfigMap with the data sources of the chart.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * The data source for Alertmanager.
   *
   * @default - as the chart sets it
   */
  readonly alertmanager?: StackAlertmanagerDatasource;
}

const EXEMPLAR_TRACE_DESTINATION: ValueTable<StackExemplarTraceDestination> = {
  datasourceUid: at('datasourceUid', TEXT),
  traceIdLabelName: at('traceIdLabelName', TEXT),
  urlDisplayLabel: at('urlDisplayLabel', TEXT),
};

const ALERTMANAGER_DATASOURCE: ValueTable<StackAlertmanagerDatasource> = {
  enabled: at('enabled', FLAG),
  name: at('name', TEXT),
  uid: at('uid', TEXT),
  url: at('url', TEXT),
  handleGrafanaManagedAlerts: at('handleGrafanaManagedAlerts', FLAG),
  implementation: at(
    'implementation',
    choice(() => StackAlertmanagerImplementation),
  ),
};

/** Values below `grafana.sidecar.datasources`. */
export const SIDECAR_DATASOURCES: ValueTable<StackSidecarDatasources> = {
  ...SIDECAR_SEARCH,
  defaultDatasourceEnabled: at('defaultDatasourceEnabled', FLAG),
  isDefaultDatasource: at('isDefaultDatasource', FLAG),
  name: at('name', TEXT),
  uid: at('uid', TEXT),
  url: at('url', TEXT),
  timeout: at('timeout', SECONDS),
  httpMethod: at(
    'httpMethod',
    choice(() => StackHttpMethod),
  ),
  defaultDatasourceScrapeInterval: at('defaultDatasourceScrapeInterval', DURATION),
  exemplarTraceIdDestinations: group('exemplarTraceIdDestinations', EXEMPLAR_TRACE_DESTINATION, [
    'datasourceUid',
    'traceIdLabelName',
  ]),
  createPrometheusReplicasDatasources: at('createPrometheusReplicasDatasources', FLAG),
  extraJsonData: at('extraJsonData', MAP),
  annotations: at('annotations', TEXT_MAP),
  alertmanager: group('alertmanager', ALERTMANAGER_DATASOURCE),
};
