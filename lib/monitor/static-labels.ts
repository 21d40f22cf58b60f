import type { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { isLabelName } from '../simulator/relabel/label-name';
import { parseVersion } from '../simulator/versions/version';

/**
 * Adds to `problems` which labels of static targets the Operator would reject the whole object for.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateStaticConfigLabels`.
 */
export function checkStaticLabels(
  labels: { [key: string]: string },
  field: string,
  prometheus: IPrometheus | undefined,
  problems: Problems,
): void {
  const version = prometheus?.prometheusVersion === undefined ? undefined : parseVersion(prometheus.prometheusVersion);
  const scheme = version && version.major < 3 ? 'legacy' : 'utf8';
  for (const [label, value] of Object.entries(labels)) {
    if (!isLabelName(label, scheme)) {
      problems.add(
        field,
        `"${label}" is no name of a label${scheme === 'legacy' ? ` to Prometheus ${prometheus?.prometheusVersion}` : ''}, and the Operator rejects the whole object for it.`,
        'use letters, digits and underscores, with no digit first.',
      );
    }
    if (typeof value !== 'string') {
      problems.add(
        `${field}.${label}`,
        `${JSON.stringify(value)} is no text, and the API server refuses it.`,
        `'${value}'`,
      );
    }
  }
}
