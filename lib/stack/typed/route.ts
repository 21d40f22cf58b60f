import { choice, FLAG, MAP, MAPS, PORT, TEXT, TEXT_MAP, TEXTS } from './value-kind';
import { at, list, type ValueEntry, type ValueTable } from './value-table';

/**
 * Kinds of routes of the Gateway API.
 */
export enum StackRouteKind {
  /** Routes calls of gRPC. */
  GRPC_ROUTE = 'GRPCRoute',
  /** Routes HTTP requests. */
  HTTP_ROUTE = 'HTTPRoute',
  /** Routes TCP connections. */
  TCP_ROUTE = 'TCPRoute',
  /** Routes TLS connections without opening them. */
  TLS_ROUTE = 'TLSRoute',
  /** Routes UDP packets. */
  UDP_ROUTE = 'UDPRoute',
}

/**
 * What a route hangs on: a Gateway, unless `kind` says otherwise.
 */
export interface StackRouteParent {
  /** Name of the Gateway. */
  readonly name: string;

  /**
   * Namespace of the Gateway.
   *
   * @default - the namespace of the route
   */
  readonly namespace?: string;

  /**
   * Name of one listener of the Gateway.
   *
   * @default - all listeners that allow the route
   */
  readonly sectionName?: string;

  /**
   * Port of the listeners.
   *
   * @default - all
   */
  readonly port?: number;

  /**
   * Kind of the parent.
   *
   * @default "Gateway"
   */
  readonly kind?: string;

  /**
   * API group of the parent.
   *
   * @default "gateway.networking.k8s.io"
   */
  readonly group?: string;
}

/**
 * A route of the Gateway API, one entry of the chart's `route`, whose own entry is `main`.
 */
export interface StackRoute {
  /**
   * Whether the chart creates the route.
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
   * Kind of the route.
   *
   * @default StackRouteKind.HTTP_ROUTE
   */
  readonly kind?: StackRouteKind;

  /**
   * Annotations of the route.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the route.
   *
   * @default - only those of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * Host names.
   *
   * @default - those of the Gateway
   */
  readonly hostnames?: string[];

  /**
   * Gateways that the route hangs on.
   *
   * @default - none: nothing reaches the route
   */
  readonly parentRefs?: StackRouteParent[];

  /**
   * Whether the route answers with a redirect to HTTPS and does nothing else.
   *
   * @default false
   */
  readonly httpsRedirect?: boolean;

  /**
   * Which requests it takes, in the form of the Gateway API.
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
   * More rules, in the form of the Gateway API. They pass through Helm's `tpl`.
   *
   * @default - none
   */
  readonly additionalRules?: { [key: string]: any }[];
}

const ROUTE_PARENT: ValueTable<StackRouteParent> = {
  name: at('name', TEXT),
  namespace: at('namespace', TEXT),
  sectionName: at('sectionName', TEXT),
  port: at('port', PORT),
  kind: at('kind', TEXT),
  group: at('group', TEXT),
};

/** What a route hangs on. */
export function routeParents(path: string): ValueEntry {
  return list(path, ROUTE_PARENT, ['name']);
}

/** Values below one entry of `route`. */
export const ROUTE: ValueTable<StackRoute> = {
  enabled: at('enabled', FLAG),
  apiVersion: at('apiVersion', TEXT),
  kind: at(
    'kind',
    choice(() => StackRouteKind),
  ),
  annotations: at('annotations', TEXT_MAP),
  labels: at('labels', TEXT_MAP),
  hostnames: at('hostnames', TEXTS),
  parentRefs: routeParents('parentRefs'),
  httpsRedirect: at('httpsRedirect', FLAG),
  matches: at('matches', MAPS),
  filters: at('filters', MAPS),
  sessionPersistence: at('sessionPersistence', MAP),
  additionalRules: at('additionalRules', MAPS),
};
