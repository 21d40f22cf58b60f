import type { RelabelConfig } from '../../../../imports/monitoring.coreos.com/v1/shared';
import type { LabelSelector } from '../../../selection/label-selector';
import { RELABELINGS } from '../bound-kind';
import { OWN_LABEL_SELECTOR } from '../label-selector-kind';
import { MONITOR, type StackMonitor } from '../service-monitor';
import { FLAG, PORT, TEXT_MAP } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * A port of the Service of kube-dns.
 */
export interface StackKubeDnsPort {
  /**
   * Port of the Service.
   *
   * @default - 10054 for dnsmasq, 10055 for skydns
   */
  readonly port?: number;

  /**
   * Port of the pods behind it.
   *
   * @default - 10054 for dnsmasq, 10055 for skydns
   */
  readonly targetPort?: number;
}

/**
 * The Service in kube-system through which kube-dns is scraped.
 */
export interface StackKubeDnsService {
  /**
   * Port of dnsmasq.
   *
   * @default - 10054
   */
  readonly dnsmasq?: StackKubeDnsPort;

  /**
   * Port of skydns.
   *
   * @default - 10055
   */
  readonly skydns?: StackKubeDnsPort;

  /**
   * Labels of the pods behind it.
   *
   * @default - `k8s-app: kube-dns`
   */
  readonly selector?: { [key: string]: string };
}

/**
 * The ServiceMonitor of kube-dns. `relabelings` and `metricRelabelings` are those of skydns.
 */
export interface StackKubeDnsMonitor extends StackMonitor {
  /**
   * Which Services in kube-system are scraped.
   *
   * @default - the Service that the chart creates
   */
  readonly selector?: LabelSelector;

  /**
   * Label changes before the scrape of dnsmasq.
   *
   * @default - none
   */
  readonly dnsmasqRelabelings?: RelabelConfig[];

  /**
   * Label changes of the samples of dnsmasq.
   *
   * @default - none
   */
  readonly dnsmasqMetricRelabelings?: RelabelConfig[];
}

/**
 * The older cluster DNS, kube-dns: the chart's values below `kubeDns`. Either this or `coreDns`.
 */
export interface StackKubeDns {
  /**
   * Whether it is scraped: Service and ServiceMonitor.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The Service in kube-system.
   *
   * @default - as the chart sets it
   */
  readonly service?: StackKubeDnsService;

  /**
   * The ServiceMonitor.
   *
   * @default - as the chart sets it
   */
  readonly serviceMonitor?: StackKubeDnsMonitor;
}

const KUBE_DNS_PORT: ValueTable<StackKubeDnsPort> = {
  port: at('port', PORT),
  targetPort: at('targetPort', PORT),
};

const KUBE_DNS_SERVICE: ValueTable<StackKubeDnsService> = {
  dnsmasq: group('dnsmasq', KUBE_DNS_PORT),
  skydns: group('skydns', KUBE_DNS_PORT),
  selector: at('selector', TEXT_MAP),
};

const KUBE_DNS_MONITOR: ValueTable<StackKubeDnsMonitor> = {
  ...MONITOR,
  selector: at('selector', OWN_LABEL_SELECTOR),
  dnsmasqRelabelings: at('dnsmasqRelabelings', RELABELINGS),
  dnsmasqMetricRelabelings: at('dnsmasqMetricRelabelings', RELABELINGS),
};

/** Values below `kubeDns`. */
export const KUBE_DNS: ValueTable<StackKubeDns> = {
  enabled: at('enabled', FLAG),
  service: group('service', KUBE_DNS_SERVICE),
  serviceMonitor: group('serviceMonitor', KUBE_DNS_MONITOR),
};
