import { isMap, type Walk } from './finding';

/** Fields that `kubectl scale` sets, by kind. */
const SCALED: { readonly [kind: string]: string } = {
  Alertmanager: 'replicas',
  Prometheus: 'shards',
  PrometheusAgent: 'shards',
  ThanosRuler: 'replicas',
};

/**
 * The API server looks at the field of a scale subresource beside the schema, which says nothing of bounds.
 *
 * Sources: kubernetes v1.36 apiextensions-apiserver `pkg/registry/customresource/validator.go`, `ValidateScaleSpec`;
 * prometheus-operator v0.93.0 `pkg/apis/monitoring`, `+kubebuilder:subresource:scale`.
 */
export function checkScale(kind: string, { spec }: { readonly spec?: unknown }, walk: Walk): void {
  const field = Object.hasOwn(SCALED, kind) ? SCALED[kind] : undefined;
  const value = field !== undefined && isMap(spec) ? spec[field] : undefined;
  if (field !== undefined && typeof value === 'number' && Number.isInteger(value) && value < 0) {
    walk.findings.push({
      code: 'out-of-bounds',
      path: ['spec', field],
      node: { type: 'integer', format: 'int32' },
      value,
      limit: 0,
    });
  }
}
