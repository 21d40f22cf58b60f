import type { FieldReader } from './field-reader';
import { normalizeMetadata } from './normalize-metadata';
import { normalizePodSpec } from './normalize-pod';

type Map = { readonly [key: string]: any };

/** Prometheus or PrometheusAgent. */
export function normalizePrometheus(object: Map, reader: FieldReader): any {
  const { spec } = normalizeOperated(object, reader);
  // Default of the CRD: prometheus-operator v0.93 `CommonPrometheusFields.ScrapeInterval`.
  return { spec: { ...spec, scrapeInterval: reader.text(spec.scrapeInterval, 'spec.scrapeInterval') ?? '30s' } };
}

/** An object of which the Operator makes a workload; its pods take these fields over. */
export function normalizeOperated(object: Map, reader: FieldReader): { spec: any } {
  const spec = reader.map(object.spec, 'spec') ?? {};
  const podMetadata = reader.map(spec.podMetadata, 'spec.podMetadata');
  const { containers, initContainers } = normalizePodSpec(
    { containers: spec.containers, initContainers: spec.initContainers },
    'spec',
    reader,
  );
  return {
    spec: {
      ...spec,
      ...(podMetadata && {
        podMetadata: { ...podMetadata, ...normalizeMetadata(podMetadata, 'spec.podMetadata', reader) },
      }),
      ...(spec.containers !== undefined && { containers }),
      ...(spec.initContainers !== undefined && { initContainers }),
    },
  };
}
