import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/** Reports a reference that names a Secret and a ConfigMap. */
export function bothSources(field: string, problems: ProblemList): void {
  problems.add('secret-and-config-map', field, {
    message: 'names a Secret and a ConfigMap, and only one of them is allowed.',
    fix: 'keep secret or configMap.',
  });
}

/** Looks up what stands behind a Secret or a ConfigMap, of which a reference may have one. */
export function resolveEither(reference: any, field: string, problems: ProblemList): string | undefined {
  if (present(reference?.secret)) {
    return problems.resolve('Secret', reference.secret, joinPath(field, 'secret'));
  }
  return present(reference?.configMap)
    ? problems.resolve('ConfigMap', reference.configMap, joinPath(field, 'configMap'))
    : undefined;
}

/** Whether a field is there: null is the same as absent. */
export function present(value: unknown): boolean {
  return value !== undefined && value !== null;
}
