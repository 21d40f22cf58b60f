import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { Scheme } from '../../../../imports/monitoring.coreos.com/v1/enums';
import { choice, FLAG, TEXT, TEXTS } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import { COMPONENT_MONITOR, type StackComponentMonitor } from './component-monitor';
import { COMPONENT_SERVICE, type StackComponentService } from './component-service';

/**
 * The ServiceMonitor of etcd. The files are paths in the Prometheus pods; what `secrets` of Prometheus names stands below
 * `/etc/prometheus/secrets/<Secret>/`.
 */
export interface StackKubeEtcdMonitor extends StackComponentMonitor {
  /**
   * How etcd is spoken to. The chart leaves out everything that follows unless it is HTTPS.
   *
   * @default Scheme.HTTP
   */
  readonly scheme?: v1.Scheme;

  /**
   * Whether the certificate of etcd goes unchecked.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * Name that the certificate of etcd is checked against.
   *
   * @default - the address of the target
   */
  readonly serverName?: string;

  /**
   * File with the certificate authority of etcd.
   *
   * @default - the authorities of the image
   */
  readonly caFile?: string;

  /**
   * File with the client certificate.
   *
   * @default - none
   */
  readonly certFile?: string;

  /**
   * File with the key of the client certificate.
   *
   * @default - none
   */
  readonly keyFile?: string;
}

/**
 * etcd: the chart's values below `kubeEtcd`.
 */
export interface StackKubeEtcd {
  /**
   * Whether it is scraped: Service, ServiceMonitor, rules and dashboard.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Addresses of the targets, where they are no pods of the cluster. The chart then writes `Endpoints`, which Argo CD
   * ignores unless told otherwise. Excludes `service.selector`.
   *
   * @default - the pods that `service.selector` takes
   */
  readonly endpoints?: string[];

  /**
   * The Service in kube-system.
   *
   * @default - pods with the label `component: etcd`, port 2381
   */
  readonly service?: StackComponentService;

  /**
   * The ServiceMonitor.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackKubeEtcdMonitor;
}

const KUBE_ETCD_MONITOR: ValueTable<StackKubeEtcdMonitor> = {
  ...COMPONENT_MONITOR,
  scheme: at(
    'scheme',
    choice(() => Scheme),
  ),
  insecureSkipVerify: at('insecureSkipVerify', FLAG),
  serverName: at('serverName', TEXT),
  caFile: at('caFile', TEXT),
  certFile: at('certFile', TEXT),
  keyFile: at('keyFile', TEXT),
};

/** Values below `kubeEtcd`. */
export const KUBE_ETCD: ValueTable<StackKubeEtcd> = {
  enabled: at('enabled', FLAG),
  endpoints: at('endpoints', TEXTS),
  service: group('service', COMPONENT_SERVICE),
  serviceMonitor: group('serviceMonitor', KUBE_ETCD_MONITOR),
};
