import { PORT_INGRESS, type StackPortIngress } from '../ingress';
import { POD_DISRUPTION_BUDGET, type StackPodDisruptionBudget } from '../pod-disruption-budget';
import { ROUTE, type StackRoute } from '../route';
import { SERVICE, type StackService } from '../service';
import { SERVICE_ACCOUNT, type StackServiceAccount } from '../service-account';
import { SELF_MONITOR, type StackSelfMonitor } from '../service-monitor';
import { FLAG, MAPS, PORT, TEXT_MAP } from '../value-kind';
import { at, group, map, type ValueTable } from '../value-table';
import { PROMETHEUS_NETWORK_POLICY, type StackPrometheusNetworkPolicy } from './network-policy';
import {
  INGRESS_PER_REPLICA,
  ROUTE_PER_REPLICA,
  SERVICE_PER_REPLICA,
  type StackIngressPerReplica,
  type StackRoutePerReplica,
  type StackServicePerReplica,
} from './per-replica';
import { type StackVerticalPodAutoscaler, VERTICAL_POD_AUTOSCALER } from './vertical-pod-autoscaler';

/**
 * The Service in front of the Prometheus pods.
 */
export interface StackPrometheusService extends StackService {
  /**
   * Port of the config reloader.
   *
   * @default 8080
   */
  readonly reloaderWebPort?: number;

  /**
   * More ports, in the form of Service.
   *
   * @default - none
   */
  readonly additionalPorts?: { [key: string]: any }[];
}

/**
 * The objects around Prometheus: those that lead to it, and those that guard its pods.
 */
export interface StackPrometheusAccess {
  /**
   * Whether the release runs a Prometheus (`prometheus.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Runs a PrometheusAgent, which scrapes and forwards, and has neither rules nor queries (`prometheus.agentMode`).
   *
   * @default false
   */
  readonly agentMode?: boolean;

  /**
   * Labels of the Prometheus object.
   *
   * @default - only those of the chart
   */
  readonly additionalLabels?: { [key: string]: string };

  /**
   * Annotations of the Prometheus object.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * ServiceAccount of the Prometheus pods (`prometheus.serviceAccount`).
   *
   * @default - created by the chart, under the name of the Prometheus Service
   */
  readonly serviceAccount?: StackServiceAccount;

  /**
   * Service in front of Prometheus (`prometheus.service`).
   *
   * @default - port 9090 inside the cluster
   */
  readonly service?: StackPrometheusService;

  /**
   * How Prometheus itself is scraped (`prometheus.serviceMonitor`).
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackSelfMonitor;

  /**
   * Ingress (`prometheus.ingress`). The first host makes `externalUrl`.
   *
   * @default - none
   */
  readonly ingress?: StackPortIngress;

  /**
   * Routes of the Gateway API by name; the chart's own is `main` (`prometheus.route`). The first host makes
   * `externalUrl`, with http.
   *
   * @default - none
   */
  readonly route?: { [key: string]: StackRoute };

  /**
   * PodDisruptionBudget (`prometheus.podDisruptionBudget`).
   *
   * @default - none
   */
  readonly podDisruptionBudget?: StackPodDisruptionBudget;

  /**
   * Network policy of the Prometheus pods (`prometheus.networkPolicy`).
   *
   * @default - none
   */
  readonly networkPolicy?: StackPrometheusNetworkPolicy;

  /**
   * One Service for each replica (`prometheus.servicePerReplica`).
   *
   * @default - none
   */
  readonly servicePerReplica?: StackServicePerReplica;

  /**
   * One Ingress for each replica (`prometheus.ingressPerReplica`).
   *
   * @default - none
   */
  readonly ingressPerReplica?: StackIngressPerReplica;

  /**
   * One route for each replica, by name; the chart's own is `main` (`prometheus.routePerReplica`).
   *
   * @default - none
   */
  readonly routePerReplica?: { [key: string]: StackRoutePerReplica };

  /**
   * VerticalPodAutoscaler of the Prometheus pods (`prometheus.verticalPodAutoscaler`).
   *
   * @default - none
   */
  readonly verticalPodAutoscaler?: StackVerticalPodAutoscaler;

  /**
   * ServiceMonitors that the chart creates, in its own form. Better create ServiceMonitors of your own, which are
   * checked.
   *
   * @default - none
   */
  readonly additionalServiceMonitors?: { [key: string]: any }[];

  /**
   * PodMonitors that the chart creates, in its own form. Better create PodMonitors of your own, which are checked.
   *
   * @default - none
   */
  readonly additionalPodMonitors?: { [key: string]: any }[];
}

/** Values below `prometheus.service`. */
const PROMETHEUS_SERVICE: ValueTable<StackPrometheusService> = {
  ...SERVICE,
  reloaderWebPort: at('reloaderWebPort', PORT),
  additionalPorts: at('additionalPorts', MAPS),
};

/** Values below `prometheus`, beside `prometheusSpec`. */
export const PROMETHEUS_ACCESS: ValueTable<StackPrometheusAccess> = {
  enabled: at('enabled', FLAG),
  agentMode: at('agentMode', FLAG),
  additionalLabels: at('additionalLabels', TEXT_MAP),
  annotations: at('annotations', TEXT_MAP),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  service: group('service', PROMETHEUS_SERVICE),
  serviceMonitor: group('serviceMonitor', SELF_MONITOR),
  ingress: group('ingress', PORT_INGRESS),
  route: map('route', ROUTE),
  podDisruptionBudget: group('podDisruptionBudget', POD_DISRUPTION_BUDGET),
  networkPolicy: group('networkPolicy', PROMETHEUS_NETWORK_POLICY),
  servicePerReplica: group('servicePerReplica', SERVICE_PER_REPLICA),
  ingressPerReplica: group('ingressPerReplica', INGRESS_PER_REPLICA),
  routePerReplica: map('routePerReplica', ROUTE_PER_REPLICA),
  verticalPodAutoscaler: group('verticalPodAutoscaler', VERTICAL_POD_AUTOSCALER),
  additionalServiceMonitors: at('additionalServiceMonitors', MAPS),
  additionalPodMonitors: at('additionalPodMonitors', MAPS),
};
