import type { ServicePort } from '../bag/normalize-service';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import { META, type MetaLabels, set } from './meta-labels';
import type { RawTarget } from './raw-target';
import { symbolicAddress } from './symbolic';

/**
 * Raw targets of a Service for role `service`: its name with each of its ports, whatever is behind it.
 *
 * Source: prometheus v3.15 `discovery/kubernetes/service.go`, `buildService`.
 */
export function serviceTargets(service: SourcedObject, meta: MetaLabels): RawTarget[] {
  const { metadata, spec } = service.object;
  const namespace = metadata.namespace as string;
  const isAlias = spec.type === 'ExternalName';
  const common = meta.ofObject('service', service);
  set(common, `${META}service_type`, spec.type);
  if (isAlias) {
    set(common, `${META}service_external_name`, spec.externalName);
  } else {
    set(common, `${META}service_cluster_ip`, spec.clusterIP || symbolicAddress(metadata.name, 'Service', namespace));
  }
  return spec.ports.map(({ name, port, protocol }: ServicePort): RawTarget => {
    const labels: Labels = Object.assign(Object.create(null), common);
    labels.__address__ = `${metadata.name}.${namespace}.svc:${port}`;
    set(labels, `${META}service_port_name`, name);
    set(labels, `${META}service_port_number`, String(port));
    set(labels, `${META}service_port_protocol`, protocol);
    return { labels, namespace, service, port, via: 'address', assumed: false };
  });
}
