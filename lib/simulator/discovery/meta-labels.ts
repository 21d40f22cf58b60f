import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { EndpointAddress, EndpointGroup, EndpointPort } from './endpoint-group';
import type { VirtualPod } from './raw-target';
import type { EndpointRole } from './service-endpoints';

/** Begins all labels that Kubernetes service discovery sets. */
export const META = '__meta_kubernetes_';

/**
 * Name of a Prometheus label for a Kubernetes key: what is no ASCII letter, digit or underscore becomes an underscore.
 *
 * Source: Prometheus `util/strutil/strconv.go`, `SanitizeLabelName`.
 */
export function sanitizeLabelName(key: string): string {
  return key.replace(/[^a-zA-Z0-9_]/gu, '_');
}

/** Names of the two labels that a Kubernetes label or annotation becomes. */
interface LabelNames {
  readonly value: string;
  readonly present: string;
}

/**
 * The `__meta_kubernetes_…` labels of discovery, as Prometheus documents them under `kubernetes_sd_config`.
 * A label with an empty value is left out, since Prometheus does not tell it from one that is not there.
 *
 * Source: Prometheus 3 `discovery/kubernetes`, `addObjectMetaLabels`, `podLabels`, `buildEndpoints`,
 * `buildEndpointSlice`.
 */
export class MetaLabels {
  private readonly names = new Map<string, Map<string, LabelNames>>();
  private readonly pods = new Map<VirtualPod, Labels>();

  /** Labels of a pod, shared by all its targets: copy before writing. */
  public ofPod(pod: VirtualPod): Labels {
    let labels = this.pods.get(pod);
    if (labels === undefined) {
      labels = Object.create(null) as Labels;
      this.addMetadata(labels, 'pod', pod.name, pod.labels, pod.annotations);
      set(labels, `${META}pod_ip`, pod.ip);
      set(labels, `${META}pod_ready`, pod.ready);
      set(labels, `${META}pod_phase`, pod.phase);
      set(labels, `${META}pod_node_name`, pod.nodeName);
      set(labels, `${META}pod_host_ip`, pod.hostIp);
      set(labels, `${META}pod_uid`, pod.uid);
      set(labels, `${META}pod_controller_kind`, pod.controller?.kind);
      set(labels, `${META}pod_controller_name`, pod.controller?.name);
      this.pods.set(pod, labels);
    }
    return labels;
  }

  /** Labels of a group of endpoints, with those of its Service; new ones each time. */
  public ofGroup(group: EndpointGroup, role: EndpointRole, service: SourcedObject | undefined): Labels {
    const labels = Object.create(null) as Labels;
    set(labels, `${META}namespace`, group.namespace);
    this.addMetadata(labels, role, group.name, group.labels, group.annotations);
    if (role === 'endpointslice') {
      set(labels, `${META}endpointslice_address_type`, group.addressType);
    }
    if (service !== undefined) {
      const { name, labels: own, annotations } = service.object.metadata;
      this.addMetadata(labels, 'service', name, own as Labels, annotations as Labels);
    }
    return labels;
  }

  /** Labels of an object itself; new ones each time. */
  public ofObject(role: 'ingress' | 'service', { object: { metadata } }: SourcedObject): Labels {
    const labels = Object.create(null) as Labels;
    set(labels, `${META}namespace`, metadata.namespace);
    this.addMetadata(labels, role, metadata.name, metadata.labels as Labels, metadata.annotations as Labels);
    return labels;
  }

  private addMetadata(target: Labels, role: string, name: string, labels: Labels, annotations: Labels): void {
    set(target, `${META}${role}_name`, name);
    this.addAll(target, `${META}${role}_label`, labels);
    this.addAll(target, `${META}${role}_annotation`, annotations);
  }

  private addAll(target: Labels, prefix: string, values: Labels): void {
    const keys = Object.keys(values);
    for (const key of keys.length > 1 ? keys.sort() : keys) {
      const { value, present } = this.namesFor(prefix, key);
      set(target, value, values[key]);
      target[present] = 'true';
    }
  }

  /** Few keys are on many objects, and putting their names together takes longer than anything else here. */
  private namesFor(prefix: string, key: string): LabelNames {
    let names = this.names.get(prefix);
    if (names === undefined) {
      names = new Map();
      this.names.set(prefix, names);
    }
    let known = names.get(key);
    if (known === undefined) {
      const suffix = sanitizeLabelName(key);
      known = { value: `${prefix}_${suffix}`, present: `${prefix}present_${suffix}` };
      names.set(key, known);
    }
    return known;
  }
}

/** Adds what an address and a port say of themselves. */
export function addEndpointLabels(
  labels: Labels,
  role: EndpointRole,
  address: EndpointAddress,
  port: EndpointPort,
): void {
  if (role === 'endpoints') {
    const prefix = `${META}endpoint_`;
    set(labels, `${prefix}port_name`, port.name);
    set(labels, `${prefix}port_protocol`, port.protocol);
    set(labels, `${prefix}ready`, address.ready === undefined ? undefined : String(address.ready));
    set(labels, `${prefix}address_target_kind`, address.targetKind);
    set(labels, `${prefix}address_target_name`, address.targetName);
    set(labels, `${prefix}node_name`, address.nodeName);
    set(labels, `${prefix}hostname`, address.hostname);
    return;
  }
  const prefix = `${META}endpointslice_`;
  set(labels, `${prefix}port_name`, port.name);
  set(labels, `${prefix}port_protocol`, port.protocol);
  set(labels, `${prefix}port`, port.port === undefined ? undefined : String(port.port));
  set(labels, `${prefix}port_app_protocol`, port.appProtocol);
  for (const condition of ['ready', 'serving', 'terminating'] as const) {
    const holds = address[condition];
    set(labels, `${prefix}endpoint_conditions_${condition}`, holds === undefined ? undefined : String(holds));
  }
  set(labels, `${prefix}address_target_kind`, address.targetKind);
  set(labels, `${prefix}address_target_name`, address.targetName);
  set(labels, `${prefix}endpoint_node_name`, address.nodeName);
  set(labels, `${prefix}endpoint_hostname`, address.hostname);
  set(labels, `${prefix}endpoint_zone`, address.zone);
}

/** Sets a label, unless it has no value. */
export function set(labels: Labels, name: string, value: string | undefined): void {
  if (value !== undefined && value !== '') {
    labels[name] = value;
  }
}
