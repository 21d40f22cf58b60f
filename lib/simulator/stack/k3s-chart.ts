import type { SourcedObject } from '../kube-object';
import { chartReference, Declaration, list, map, type Surroundings, text, versionText } from './declaration';
import { setValue, typedValue } from './set-value';
import type { StackReading } from './stack-of';

/**
 * The release of a HelmChart of k3s or RKE2; `undefined` where it is of another chart.
 *
 * Source: k3s-io/helm-controller v0.16 `pkg/controllers/chart/chart.go`.
 */
export function k3sRelease(sourced: SourcedObject, surroundings: Surroundings): StackReading | undefined {
  const declaration = new Declaration(sourced, surroundings, 'k3s');
  const { spec, name, namespace } = declaration;
  const chart = chartReference(spec.chart);
  if (chart === undefined) {
    return undefined;
  }
  declaration.mergeText(spec.valuesContent, 'spec.valuesContent');
  declaration.merge(spec.values, 'spec.values');
  const config = map(surroundings.find('HelmChartConfig.helm.cattle.io', namespace, name));
  declaration.mergeText(map(config.spec).valuesContent, 'HelmChartConfig spec.valuesContent');
  declaration.merge(map(config.spec).values, 'HelmChartConfig spec.values');
  if (list(spec.valuesSecrets).length + list(map(config.spec).valuesSecrets).length > 0) {
    declaration.unknownValues('spec.valuesSecrets', 'the Secrets of valuesSecrets are not read here');
  }
  for (const [path, given] of Object.entries(map(spec.set))) {
    declaration.edit((values) => setValue(values, path, setting(given)), 'spec.set', path);
  }
  return declaration.reading(name, text(spec.targetNamespace) || namespace, versionText(spec.version) ?? chart.version);
}

/** Text stays text, but for what `typedVal` of the helm-controller makes an exception of. */
function setting(given: unknown): unknown {
  if (typeof given !== 'string') {
    return typeof given === 'object' ? null : given;
  }
  return ['true', 'false', 'null'].includes(given.toLowerCase()) ? typedValue(given) : given;
}
