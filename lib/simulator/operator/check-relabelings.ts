import { formatVersion, type Version } from '../versions/version';
import type { RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/** Reports what is wrong with a list of relabelings. */
export function checkRelabelings(
  relabelings: any,
  field: string,
  prometheusVersion: Version,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  for (const [i, config] of (Array.isArray(relabelings) ? relabelings : []).entries()) {
    for (const problem of relabel.validate(config, formatVersion(prometheusVersion))) {
      const path = joinPath(field, i);
      problems.add('relabeling', problem.field === '' ? path : joinPath(path, problem.field), {
        message: problem.message,
        fix: problem.fix,
        values: { [problem.field]: config?.[problem.field] },
      });
    }
  }
}
