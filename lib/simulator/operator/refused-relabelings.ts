import { formatVersion } from '../versions/version';
import type { Instance } from './instance';
import { dialectAt } from './name-scheme';
import type { RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

const LEGACY_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Relabelings for which Prometheus refuses its configuration. The Operator compares those of monitors and scrape classes
 * itself, with less care, and leaves those of remote write alone.
 *
 * Source: prometheus v3.15 `model/relabel/relabel.go`, `Config.Validate`; prometheus-operator v0.93
 * `pkg/prometheus/promcfg.go`, `generateRelabelConfig`.
 */
export function checkRefusedRelabelings(
  relabelings: any,
  field: string,
  instance: Instance,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  checkSourceLabels(relabelings, field, instance, problems);
  const dialect = dialectAt(instance);
  for (const [i, relabeling] of (Array.isArray(relabelings) ? relabelings : []).entries()) {
    for (const problem of relabel.refuse(relabeling ?? {}, dialect)) {
      problems.add('relabeling', joinPath(joinPath(field, i), problem.field), {
        message: problem.message,
        fix: problem.fix,
        values: { action: relabeling?.action },
      });
    }
  }
}

/**
 * Source labels are read by the names that the version has, whatever `nameValidationScheme` says.
 *
 * Source: prometheus/common v0.71 `model/labels.go`, `LabelName.UnmarshalYAML`; v0.54 there.
 */
function checkSourceLabels(relabelings: any, field: string, instance: Instance, problems: ProblemList): void {
  const { version } = instance.settings;
  // It is Prometheus itself that reads these, so a suffix such as "-distroless" does not count.
  const legacy =
    version && version.major < 3 && dialectAt(instance).nameValidation === 'legacy'
      ? formatVersion(version)
      : undefined;
  for (const [i, relabeling] of (Array.isArray(relabelings) ? relabelings : []).entries()) {
    const labels: any[] = Array.isArray(relabeling?.sourceLabels) ? relabeling.sourceLabels : [];
    for (const [j, label] of labels.entries()) {
      if (label === '' || (legacy !== undefined && !LEGACY_NAME.test(String(label)))) {
        problems.add('source-label', joinPath(joinPath(joinPath(field, i), 'sourceLabels'), j), {
          message: `"${label}" is no label name${label === '' || !legacy ? '' : ` of Prometheus ${legacy}`}.`,
          fix: 'use letters, digits and underscores, without a digit in front.',
          values: { label },
        });
      }
    }
  }
}
