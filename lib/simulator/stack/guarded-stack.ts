import { guardValues } from '../../stack/guard/guard';
import type { ValueSteps } from '../../stack/guard/guard-problem';
import type { StackProblem, StackProblems, StackSpec, ValuePlace } from './stack-spec';
import type { StackVersions } from './stack-versions';

/** Problems of the model that the guard tells better where it has something to say of the same value. */
const TOLD_BY_GUARD = new Set(['stack/bad-namespace', 'stack/flag-is-text', 'stack/no-map', 'stack/wrong-type']);

/**
 * What the guard says of the values of a release, followed by what the model has found beside it. A release of which the
 * chart was left open gets warnings where another chart might read a key.
 */
export function withGuard(
  stack: StackSpec,
  versions: StackVersions,
  problems: StackProblems,
  found: readonly StackProblem[],
): readonly StackProblem[] {
  const told = new Set<string>();
  for (const problem of guardValues({
    release: stack.release,
    namespace: stack.namespace,
    chart: versions.chart,
    chartAssumed: versions.open,
    values: stack.values,
    partial: stack.partial === true,
    argo: stack.declaredBy.startsWith('Argo CD'),
  })) {
    if (problem.code === 'stack/wrong-type') {
      told.add(problem.path);
    }
    const place = placeOf(stack, problem.steps);
    problems.guarded({
      code: problem.code,
      certainty: 'certain',
      field: problem.path,
      message: sentence(problem.path, problem.message),
      fix: problem.fix,
      ...(place === undefined ? {} : { place }),
      ...(problem.level === 'warning' ? { level: problem.level } : {}),
    });
  }
  return [...problems.list, ...found.filter(({ code, field }) => !TOLD_BY_GUARD.has(code) || !told.has(field))];
}

/** A message that goes on where the path ends, or that begins anew. */
function sentence(path: string, message: string): string {
  return path === '' ? message : `${path}${/^(is|has|[a-z]+s) /.test(message) ? '' : ':'} ${message}`;
}

/** Where a value was given last; `undefined` where that is not known. */
function placeOf({ origins = [] }: StackSpec, steps: ValueSteps): ValuePlace | undefined {
  const origin = [...origins].reverse().find(({ values }) => holds(values, steps));
  if (origin === undefined) {
    return undefined;
  }
  const { source, field } = origin;
  return { source, field: `${field}${fieldText(steps, field === '')}` };
}

function holds(values: unknown, steps: ValueSteps): boolean {
  let node: any = values;
  for (const step of steps) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) {
      return false;
    }
    node = node[step];
  }
  return true;
}

function fieldText(steps: ValueSteps, first: boolean): string {
  return steps
    .map((step, index) => {
      if (typeof step === 'number') {
        return `[${step}]`;
      }
      const name = /^[A-Za-z_][A-Za-z0-9_]*$/.test(step);
      return name ? `${first && index === 0 ? '' : '.'}${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
}
