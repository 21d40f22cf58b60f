import type { Duration, Size } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import { goDuration } from '../private/go-duration';
import { resourceValues, type StackServiceAccount, volumeClaimValues } from './parts';
import type { Values } from './values';

/**
 * The chart's values below `alertmanager` and `alertmanager.alertmanagerSpec`, by the chart's own names.
 */
export interface StackAlertmanager {
  /**
   * Whether the release runs an Alertmanager (`alertmanager.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * ServiceAccount of the Alertmanager pods (`alertmanager.serviceAccount`).
   *
   * @default - created by the chart, under the name of the Alertmanager Service
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * Number of pods (`replicas`).
   *
   * @default - 1, set by the chart
   */
  readonly replicas?: number;

  /**
   * How long silences and notification states are kept (`retention`).
   *
   * @default - 120 hours, set by the chart
   */
  readonly retention?: Duration;

  /**
   * Size of the volume of each replica (`storage.volumeClaimTemplate`).
   *
   * @default - an emptyDir: silences are lost with the pod
   */
  readonly storage?: Size;

  /**
   * Storage class of that volume. Needs `storage`.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;

  /**
   * CPU and memory of the Alertmanager container (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

/**
 * The Secret that holds Grafana's administrator, the chart's values below `grafana.admin`.
 */
export interface StackGrafanaAdmin {
  /** Name of a Secret in Grafana's namespace. */
  readonly existingSecret: string;

  /**
   * Its key with the user name.
   *
   * @default "admin-user"
   */
  readonly userKey?: string;

  /**
   * Its key with the password.
   *
   * @default "admin-password"
   */
  readonly passwordKey?: string;
}

/**
 * The chart's values below `grafana`, by the chart's own names.
 */
export interface StackGrafana {
  /**
   * Whether the release runs Grafana (`grafana.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Namespace of Grafana, its dashboards and its data sources (`grafana.namespaceOverride`).
   *
   * @default - the namespace of the release
   */
  readonly namespaceOverride?: string;

  /**
   * Where the administrator's password is (`grafana.admin`).
   *
   * @default - a random password that the chart puts into a Secret
   */
  readonly admin?: StackGrafanaAdmin;

  /**
   * CPU and memory of the Grafana container (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

/**
 * The only namespaces that the Operator watches, the chart's values below `prometheusOperator.namespaces`.
 */
export interface StackOperatorNamespaces {
  /**
   * Whether the namespace of the Operator is one of them. Without it the Operator does not see the Prometheus of its own
   * release.
   *
   * @default false
   */
  readonly releaseNamespace?: boolean;

  /**
   * The other namespaces.
   *
   * @default - none
   */
  readonly additional?: string[];
}

/**
 * The chart's values below `prometheusOperator`, by the chart's own names.
 */
export interface StackPrometheusOperator {
  /**
   * Whether the release runs an Operator (`prometheusOperator.enabled`); false where the cluster has one already.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Name of the Operator's Deployment and Service (`prometheusOperator.fullnameOverride`), cut after 35 characters.
   *
   * @default - derived from the release name
   */
  readonly fullnameOverride?: string;

  /**
   * The only namespaces that the Operator watches (`prometheusOperator.namespaces`). Excludes `denyNamespaces`.
   *
   * @default - all
   */
  readonly namespaces?: StackOperatorNamespaces;

  /**
   * Namespaces that the Operator does not watch (`prometheusOperator.denyNamespaces`). Excludes `namespaces`.
   *
   * @default - none
   */
  readonly denyNamespaces?: string[];

  /**
   * CPU and memory of the Operator (`resources`).
   *
   * @default - none
   */
  readonly resources?: ContainerResources;
}

export function alertmanagerValues(props: StackAlertmanager): Values {
  return {
    enabled: props.enabled,
    serviceAccount: props.serviceAccount && { ...props.serviceAccount },
    alertmanagerSpec: {
      replicas: props.replicas,
      retention: props.retention && goDuration(props.retention),
      storage: volumeClaimValues(props.storage, props.storageClassName),
      resources: resourceValues(props.resources),
    },
  };
}

export function grafanaValues(props: StackGrafana): Values {
  return {
    enabled: props.enabled,
    namespaceOverride: props.namespaceOverride,
    admin: props.admin && { ...props.admin },
    resources: resourceValues(props.resources),
  };
}

export function prometheusOperatorValues(props: StackPrometheusOperator): Values {
  return {
    enabled: props.enabled,
    fullnameOverride: props.fullnameOverride,
    namespaces: props.namespaces && { ...props.namespaces },
    denyNamespaces: props.denyNamespaces,
    resources: resourceValues(props.resources),
  };
}
