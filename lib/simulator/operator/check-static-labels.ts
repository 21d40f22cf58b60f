import { isLabelName } from '../relabel/label-name';
import { formatVersion, type Version } from '../versions/version';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/**
 * Labels of targets that somebody wrote down, with names that the version of Prometheus does not have.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateStaticConfigLabels`.
 */
export function checkStaticLabels(labels: any, field: string, version: Version, problems: ProblemList): void {
  const scheme = version.major < 3 ? 'legacy' : 'utf8';
  for (const name of Object.keys(labels ?? {}).sort()) {
    if (!isLabelName(name, scheme)) {
      problems.add('static-label', joinPath(field, name), {
        message: `A label cannot be called "${name}" in Prometheus ${formatVersion(version)}.`,
        fix: 'use letters, digits and underscores, without a digit in front.',
        values: { name },
      });
    }
  }
}
