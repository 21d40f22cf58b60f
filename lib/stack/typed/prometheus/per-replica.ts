import { HttpIngressPathType, ServiceType } from 'cdk8s-plus-27';
import { routeParents, StackRouteKind, type StackRouteParent } from '../route';
import { choice, FLAG, MAP, MAPS, PORT, TEXT, TEXT_MAP, TEXTS } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * One Service for each replica.
 */
export interface StackServicePerReplica {
  /**
   * Whether the chart creates the Services.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Type of the Services.
   *
   * @default ServiceType.CLUSTER_IP
   */
  readonly type?: ServiceType;

  /**
   * Port of the Services.
   *
   * @default 9090
   */
  readonly port?: number;

  /**
   * Port on every node of the Services, with the type `NodePort`.
   *
   * @default 30091
   */
  readonly nodePort?: number;

  /**
   * Annotations of the Services.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Networks that reach the load balancer.
   *
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];
}

/**
 * A certificate for each replica.
 */
export interface StackTlsSecretPerReplica {
  /**
   * Whether each replica has a certificate of its own.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Beginning of the names of the Secrets; a hyphen and the number of the replica follow.
   *
   * @default "prometheus"
   */
  readonly prefix?: string;
}

/**
 * One Ingress for each replica. Needs `servicePerReplica`.
 */
export interface StackIngressPerReplica {
  /**
   * Whether the chart creates the Ingresses.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Name of the IngressClass.
   *
   * @default - the cluster's default class
   */
  readonly ingressClassName?: string;

  /**
   * Annotations of the Ingresses.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the Ingresses.
   *
   * @default - only those of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * Beginning of the host names, before the number of the replica.
   *
   * @default - none
   */
  readonly hostPrefix?: string;

  /**
   * End of the host names, after the number of the replica.
   *
   * @default - none
   */
  readonly hostDomain?: string;

  /**
   * Paths below each host.
   *
   * @default - the route prefix
   */
  readonly paths?: string[];

  /**
   * How paths are compared.
   *
   * @default HttpIngressPathType.IMPLEMENTATION_SPECIFIC
   */
  readonly pathType?: HttpIngressPathType;

  /**
   * Name of the Secret with a certificate for all hosts.
   *
   * @default - none
   */
  readonly tlsSecretName?: string;

  /**
   * A certificate for each replica instead.
   *
   * @default - none
   */
  readonly tlsSecretPerReplica?: StackTlsSecretPerReplica;
}

/**
 * One route of the Gateway API for each replica. Needs `servicePerReplica`.
 */
export interface StackRoutePerReplica {
  /**
   * Whether the chart creates the routes.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * Version of the Gateway API.
   *
   * @default "gateway.networking.k8s.io/v1"
   */
  readonly apiVersion?: string;

  /**
   * Kind of the routes.
   *
   * @default StackRouteKind.HTTP_ROUTE
   */
  readonly kind?: StackRouteKind;

  /**
   * Annotations of the routes.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the routes.
   *
   * @default - only those of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * Beginning of the host names, before the number of the replica.
   *
   * @default - none
   */
  readonly hostPrefix?: string;

  /**
   * End of the host names, after the number of the replica.
   *
   * @default - none
   */
  readonly hostDomain?: string;

  /**
   * Gateways that the routes hang on.
   *
   * @default - none: nothing reaches the routes
   */
  readonly parentRefs?: StackRouteParent[];

  /**
   * Whether the routes answer with a redirect to HTTPS and do nothing else.
   *
   * @default false
   */
  readonly httpsRedirect?: boolean;

  /**
   * Which requests they take, in the form of the Gateway API.
   *
   * @default - all paths
   */
  readonly matches?: { [key: string]: any }[];

  /**
   * What is done to requests, in the form of the Gateway API.
   *
   * @default - nothing
   */
  readonly filters?: { [key: string]: any }[];

  /**
   * How requests of one client stay together, in the form of the Gateway API.
   *
   * @default - they do not
   */
  readonly sessionPersistence?: { [key: string]: any };

  /**
   * More rules, in the form of the Gateway API.
   *
   * @default - none
   */
  readonly additionalRules?: { [key: string]: any }[];
}

/** Values below `servicePerReplica`. */
export const SERVICE_PER_REPLICA: ValueTable<StackServicePerReplica> = {
  enabled: at('enabled', FLAG),
  type: at(
    'type',
    choice(() => ServiceType),
  ),
  port: at('port', PORT),
  nodePort: at('nodePort', PORT),
  annotations: at('annotations', TEXT_MAP),
  loadBalancerSourceRanges: at('loadBalancerSourceRanges', TEXTS),
};

/** Values below `tlsSecretPerReplica`. */
const TLS_SECRET_PER_REPLICA: ValueTable<StackTlsSecretPerReplica> = {
  enabled: at('enabled', FLAG),
  prefix: at('prefix', TEXT),
};

/** Values below `ingressPerReplica`. */
export const INGRESS_PER_REPLICA: ValueTable<StackIngressPerReplica> = {
  enabled: at('enabled', FLAG),
  ingressClassName: at('ingressClassName', TEXT),
  annotations: at('annotations', TEXT_MAP),
  labels: at('labels', TEXT_MAP),
  hostPrefix: at('hostPrefix', TEXT),
  hostDomain: at('hostDomain', TEXT),
  paths: at('paths', TEXTS),
  pathType: at(
    'pathType',
    choice(() => HttpIngressPathType),
  ),
  tlsSecretName: at('tlsSecretName', TEXT),
  tlsSecretPerReplica: group('tlsSecretPerReplica', TLS_SECRET_PER_REPLICA),
};

/** Values below one entry of `routePerReplica`. */
export const ROUTE_PER_REPLICA: ValueTable<StackRoutePerReplica> = {
  enabled: at('enabled', FLAG),
  apiVersion: at('apiVersion', TEXT),
  kind: at(
    'kind',
    choice(() => StackRouteKind),
  ),
  annotations: at('annotations', TEXT_MAP),
  labels: at('labels', TEXT_MAP),
  hostPrefix: at('hostPrefix', TEXT),
  hostDomain: at('hostDomain', TEXT),
  parentRefs: routeParents('parentRefs'),
  httpsRedirect: at('httpsRedirect', FLAG),
  matches: at('matches', MAPS),
  filters: at('filters', MAPS),
  sessionPersistence: at('sessionPersistence', MAP),
  additionalRules: at('additionalRules', MAPS),
};
