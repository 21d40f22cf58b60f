import type { SourcedObject } from '../kube-object';
import { describeInstance, type Instance } from './instance';
import type { ObjectLookup } from './object-lookup';
import { joinPath, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

const METHODS: readonly unknown[] = ['ManagedIdentity', 'SDK', 'WorkloadIdentity'];

/**
 * Secrets of a ScrapeConfig that the Operator does not ask for when it takes the object, and cannot do without when it writes
 * the configuration: it then writes none at all.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateAzureSDConfigs`, which goes on with the
 * next one where the method is none with a secret; `pkg/prometheus/promcfg.go`, `generateScrapeConfig`.
 */
export function generationFailuresOf(
  monitor: SourcedObject,
  instance: Instance,
  objects: ObjectLookup,
): readonly Problem[] {
  const { kind, spec = {} } = monitor.object;
  const configs: any[] = kind === 'ScrapeConfig' && Array.isArray(spec.azureSDConfigs) ? spec.azureSDConfigs : [];
  const consequence = `The Operator fails on ${describeInstance(instance.object)} as a whole for it, so no change of any monitor takes effect.`;
  const problems = new ProblemList(monitor, 'poison', consequence, namespaceOf(monitor.object), objects);
  return configs.flatMap((config, i) => {
    if (!METHODS.includes(config?.authenticationMethod) || !present(config.clientSecret)) {
      return [];
    }
    const field = joinPath(joinPath('spec.azureSDConfigs', i), 'clientSecret');
    const before = problems.found.length;
    problems.resolve('Secret', config.clientSecret, field);
    return problems.found.slice(before).map((problem) => ({ ...problem, code: 'poison/operator-failure' }));
  });
}
