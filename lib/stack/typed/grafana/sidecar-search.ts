import { choice, FLAG, JOINED_TEXTS, TEXT } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/** In which objects a sidecar looks. */
export enum StackSidecarResource {
  /** ConfigMaps. */
  CONFIG_MAP = 'configmap',
  /** Secrets. */
  SECRET = 'secret',
  /** Both. */
  BOTH = 'both',
}

/**
 * A sidecar that collects what carries a label.
 */
export interface StackSidecarSearch {
  /**
   * Whether it runs.
   *
   * @default - true for dashboards and data sources, false for alerts
   */
  readonly enabled?: boolean;

  /**
   * Label of the objects that it takes.
   *
   * @default - `grafana_dashboard`, `grafana_datasource` or `grafana_alert`
   */
  readonly label?: string;

  /**
   * Value that the label must have; empty for any.
   *
   * @default - `1` for dashboards and data sources, any for alerts
   */
  readonly labelValue?: string;

  /**
   * Namespaces in which it looks; `ALL` for all of them.
   *
   * @default - all for dashboards, that of Grafana for data sources and alerts
   */
  readonly searchNamespace?: string[];

  /**
   * In which objects it looks.
   *
   * @default StackSidecarResource.BOTH
   */
  readonly resource?: StackSidecarResource;
}

/** Values that all sidecars have. */
export const SIDECAR_SEARCH: ValueTable<StackSidecarSearch> = {
  enabled: at('enabled', FLAG),
  label: at('label', TEXT),
  labelValue: at('labelValue', TEXT),
  searchNamespace: at('searchNamespace', JOINED_TEXTS),
  resource: at(
    'resource',
    choice(() => StackSidecarResource),
  ),
};
