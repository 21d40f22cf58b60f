import { PROMETHEUS_3, type RelabelDialect } from '../../../lib/simulator/relabel/dialect';
import { compileRules, relabel } from '../../../lib/simulator/relabel/relabel';
import type { Labels, RelabelRule } from '../../../lib/simulator/relabel/relabel-rule';
import { type RelabelConfig, toRule } from '../../../lib/simulator/relabel/to-rule';

/** A rule as a user writes it, with the defaults filled in. */
export function rule(config: RelabelConfig): RelabelRule {
  return toRule(config, { reason: 'user', field: 'spec.endpoints[0].relabelings[0]' });
}

/** Labels without a prototype, as the simulator has them. */
export function labelsOf(labels: { [name: string]: string }): Labels {
  return Object.assign(Object.create(null), labels);
}

/** The labels after these rules; `undefined` if a rule drops them. */
export function relabeled(
  labels: { [name: string]: string },
  configs: readonly RelabelConfig[],
  dialect: RelabelDialect = PROMETHEUS_3,
): { [name: string]: string } | undefined {
  const { compiled, invalid } = compileRules(configs.map(rule), dialect);
  if (invalid.length > 0) {
    throw new Error(invalid.map(({ field, problem }) => `${field}: ${problem}`).join('\n'));
  }
  const result = relabel(labelsOf(labels), compiled);
  return 'labels' in result ? { ...result.labels } : undefined;
}
