import { PATH_INGRESS, type StackPathIngress } from '../ingress';
import { ROUTE, type StackRoute } from '../route';
import { SERVICE, type StackService } from '../service';
import { SERVICE_ACCOUNT, type StackServiceAccount } from '../service-account';
import { group, map, type ValueTable } from '../value-table';
import { GRAFANA_MONITOR, GRAFANA_RBAC, type StackGrafanaMonitor, type StackGrafanaRbac } from './grafana-parts';
import { GRAFANA_NETWORK_POLICY, type StackGrafanaNetworkPolicy } from './network-policy';

/**
 * What leads to Grafana, and what Grafana may do in the cluster.
 */
export interface StackGrafanaAccess {
  /**
   * The Service of Grafana.
   *
   * @default - port 80
   */
  readonly service?: StackService;

  /**
   * The Ingress of Grafana.
   *
   * @default - none
   */
  readonly ingress?: StackPathIngress;

  /**
   * Routes of the Gateway API by name; the chart's own is `main`.
   *
   * @default - none
   */
  readonly route?: { [key: string]: StackRoute };

  /**
   * The ServiceMonitor of Grafana.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackGrafanaMonitor;

  /**
   * The network policy of Grafana.
   *
   * @default - none
   */
  readonly networkPolicy?: StackGrafanaNetworkPolicy;

  /**
   * The ServiceAccount of Grafana.
   *
   * @default - created by the chart
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * What the sidecars may read.
   *
   * @default - ConfigMaps and Secrets of the whole cluster
   */
  readonly rbac?: StackGrafanaRbac;
}

/** Values below `grafana`. */
export const GRAFANA_ACCESS: ValueTable<StackGrafanaAccess> = {
  service: group('service', SERVICE),
  ingress: group('ingress', PATH_INGRESS),
  route: map('route', ROUTE),
  serviceMonitor: group('serviceMonitor', GRAFANA_MONITOR),
  networkPolicy: group('networkPolicy', GRAFANA_NETWORK_POLICY),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  rbac: group('rbac', GRAFANA_RBAC),
};
