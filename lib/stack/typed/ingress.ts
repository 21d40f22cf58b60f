import { HttpIngressPathType } from 'cdk8s-plus-27';
import { choice, FLAG, PORT, TEXT, TEXT_MAP, TEXTS } from './value-kind';
import { at, list, type ValueTable } from './value-table';

/**
 * The certificate of an Ingress.
 */
export interface StackIngressTls {
  /**
   * Name of a Secret of type `kubernetes.io/tls`, in the namespace of the Ingress.
   *
   * @default - the certificate that the ingress controller has by default
   */
  readonly secretName?: string;

  /**
   * Host names that the certificate is for.
   *
   * @default - all
   */
  readonly hosts?: string[];
}

/**
 * What all Ingresses of the chart have in common.
 */
export interface StackIngressOptions {
  /**
   * Whether the chart creates the Ingress.
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
   * Annotations of the Ingress.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the Ingress.
   *
   * @default - only those of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * Host names.
   *
   * @default - none: the Ingress takes every host
   */
  readonly hosts?: string[];

  /**
   * How paths are compared.
   *
   * @default - set by the chart: `ImplementationSpecific`, for Grafana `Prefix`
   */
  readonly pathType?: HttpIngressPathType;

  /**
   * Certificates.
   *
   * @default - none: plain HTTP
   */
  readonly tls?: StackIngressTls[];
}

/**
 * An Ingress of the parent chart.
 */
export interface StackIngress extends StackIngressOptions {
  /**
   * Paths below each host.
   *
   * @default - the route prefix
   */
  readonly paths?: string[];
}

/**
 * An Ingress of the parent chart that can lead to another port of the Service.
 */
export interface StackPortIngress extends StackIngress {
  /**
   * Number of the port of the Service.
   *
   * @default - the first port of the Service
   */
  readonly servicePort?: number;
}

/**
 * An Ingress of a sub-chart with one path.
 */
export interface StackPathIngress extends StackIngressOptions {
  /**
   * Path below each host.
   *
   * @default "/"
   */
  readonly path?: string;
}

const INGRESS_TLS: ValueTable<StackIngressTls> = {
  secretName: at('secretName', TEXT),
  hosts: at('hosts', TEXTS),
};

const INGRESS_OPTIONS: ValueTable<StackIngressOptions> = {
  enabled: at('enabled', FLAG),
  ingressClassName: at('ingressClassName', TEXT),
  annotations: at('annotations', TEXT_MAP),
  labels: at('labels', TEXT_MAP),
  hosts: at('hosts', TEXTS),
  pathType: at(
    'pathType',
    choice(() => HttpIngressPathType),
  ),
  tls: list('tls', INGRESS_TLS),
};

/** Values below `ingress`. */
export const INGRESS: ValueTable<StackIngress> = { ...INGRESS_OPTIONS, paths: at('paths', TEXTS) };

/** Values below `ingress`, with a port. */
export const PORT_INGRESS: ValueTable<StackPortIngress> = { ...INGRESS, servicePort: at('servicePort', PORT) };

/** Values below `ingress` of Grafana. */
export const PATH_INGRESS: ValueTable<StackPathIngress> = { ...INGRESS_OPTIONS, path: at('path', TEXT) };
