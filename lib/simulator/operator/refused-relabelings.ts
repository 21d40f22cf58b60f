import { isLabelName, readableNames } from '../relabel/label-name';
import { formatVersion, type Version } from '../versions/version';
import type { Instance } from './instance';
import { dialectAt, nameSchemeOf } from './name-scheme';
import type { RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/**
 * Relabelings for which Prometheus refuses its configuration. The Operator checks those of monitors and scrape classes
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

/** Source labels that Prometheus cannot read. */
function checkSourceLabels(relabelings: any, field: string, instance: Instance, problems: ProblemList): void {
  const { version } = instance.settings;
  const names = version === undefined ? 'utf8' : readableNames(version, nameSchemeOf(instance));
  for (const [i, relabeling] of (Array.isArray(relabelings) ? relabelings : []).entries()) {
    const labels: any[] = Array.isArray(relabeling?.sourceLabels) ? relabeling.sourceLabels : [];
    for (const [j, label] of labels.entries()) {
      if (!isLabelName(String(label), names)) {
        const whose = label === '' || names === 'utf8' ? '' : ` of Prometheus ${formatVersion(version as Version)}`;
        problems.add('source-label', joinPath(joinPath(joinPath(field, i), 'sourceLabels'), j), {
          message: `"${label}" is no label name${whose}.`,
          fix: 'use letters, digits and underscores, without a digit in front.',
          values: { label },
        });
      }
    }
  }
}
