import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { type RefusalRules, refuseRelabelConfig } from '../relabel/refuse-relabel-config';

/** Relabelings, as the Operator writes them down, that Prometheus refuses. */
export function checkRefusedRelabelings(list: any, field: string, rules: RefusalRules, problems: ProblemList): void {
  for (const [i, relabeling] of (Array.isArray(list) ? list : []).entries()) {
    for (const problem of refuseRelabelConfig(relabeling ?? {}, rules)) {
      const [name, index] = problem.field.split(/[[\]]/);
      const path = joinPath(joinPath(field, i), name);
      const value = relabeling?.[name];
      if (index === undefined) {
        problems.add('relabeling', path, { ...problem, values: { [name]: value } });
      } else {
        problems.add('source-label', joinPath(path, Number(index)), {
          ...problem,
          values: { label: value[Number(index)] },
        });
      }
    }
  }
}
