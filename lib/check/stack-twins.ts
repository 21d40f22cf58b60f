import { isDeepStrictEqual } from 'node:util';
import type { FoundStacks } from '../simulator/stack/find-stacks';
import type { StackProblem, StackSpec } from '../simulator/stack/stack-spec';

/**
 * Leaves out releases that are given already, by an option or a values file: one that says the same of it, or one whose
 * values are not all at hand, as with an Argo CD Application that reads that very values file from git.
 */
export function withoutTwins(found: FoundStacks, given: readonly StackSpec[]): FoundStacks {
  const left = found.stacks.filter((stack) => !given.some((other) => saysLess(stack, other, found.problems)));
  const out = new Set(found.stacks.filter((stack) => !left.includes(stack)));
  const answered = (problem: StackProblem) =>
    problem.code === 'stack/unknown-values' && [...out].some((stack) => isOf(problem, stack));
  return { ...found, stacks: left, problems: found.problems.filter((problem) => !answered(problem)) };
}

function saysLess(stack: StackSpec, other: StackSpec, problems: readonly StackProblem[]): boolean {
  const same =
    stack.release === other.release &&
    stack.namespace === other.namespace &&
    (stack.chartVersion === undefined || stack.chartVersion === other.chartVersion);
  const incomplete = problems.some((problem) => problem.code === 'stack/unknown-values' && isOf(problem, stack));
  return same && (incomplete || isDeepStrictEqual(stack.values, other.values));
}

function isOf(problem: StackProblem, stack: StackSpec): boolean {
  return problem.source === stack.source && problem.declaredBy === stack.declaredBy;
}
