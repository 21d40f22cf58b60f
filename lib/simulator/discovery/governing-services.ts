import { FieldReader } from '../bag/field-reader';
import { normalizeService } from '../bag/normalize-service';
import type { Source, SourcedObject } from '../kube-object';
import type { OperatedInstance } from './operated-instances';
import { OPERATED_KINDS, type OperatedKind, portNameOf } from './operated-kinds';

/** Source of a Service that nobody wrote: that of the object for which the Operator makes it. */
interface GoverningSource extends Source {
  readonly madeFor: SourcedObject;
}

/** The object for which the Operator makes a Service; `undefined` for a Service that was given. */
export function madeFor({ source }: SourcedObject): SourcedObject | undefined {
  return (source as Partial<GoverningSource>).madeFor;
}

/**
 * The Services that the Operator makes: one for all instances of a kind in a namespace, but those that name a Service
 * themselves. Of several instances that differ the last one decides, though in a cluster it is the one that changed last.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `sync`; `pkg/prometheus/agent/operator.go`,
 * `syncStatefulSet`; `pkg/k8s/network.go`, `CreateOrUpdateService`.
 */
export function governingServices(instances: readonly OperatedInstance[]): SourcedObject[] {
  const services = new Map<string, SourcedObject>();
  for (const instance of instances) {
    const { kind, spec, metadata } = instance.object.object;
    const daemonSet = kind === 'PrometheusAgent' && spec.mode === 'DaemonSet';
    if (typeof spec.serviceName !== 'string' && !daemonSet) {
      services.set(`${metadata.namespace} ${kind}`, serviceOf(instance, OPERATED_KINDS.get(kind) as OperatedKind));
    }
  }
  return [...services.values()];
}

function serviceOf({ object, labels }: OperatedInstance, { appName, port, service }: OperatedKind): SourcedObject {
  const { spec, metadata } = object.object;
  const source: GoverningSource = { ...object.source, madeFor: object };
  const given = {
    spec: {
      clusterIP: 'None',
      selector: { 'app.kubernetes.io/name': appName },
      ports: [{ name: portNameOf(spec), port, targetPort: portNameOf(spec) }, ...service.morePorts(spec)],
      publishNotReadyAddresses: service.publishNotReadyAddresses,
    },
  };
  return {
    source,
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: service.name,
        namespace: metadata.namespace,
        labels: Object.assign(Object.create(null), {
          'app.kubernetes.io/managed-by': 'prometheus-operator',
          'managed-by': 'prometheus-operator',
          [service.label]: 'true',
          ...labels,
        }),
        annotations: Object.create(null),
      },
      ...normalizeService(given, new FieldReader(object, [])),
    },
  };
}
