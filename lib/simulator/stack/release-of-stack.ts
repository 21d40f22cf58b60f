import { type Release, releaseOf } from '../../stack/facts/release';
import { ValueReader } from '../../stack/facts/value-reader';
import { StackProblems, type StackSpec } from './stack-spec';
import { stackVersions } from './stack-versions';

/** The facts of a release, without a word on what is wrong with its values: that is said where its objects are made. */
export function releaseOfStack(stack: StackSpec): Release {
  const { chart } = stackVersions(stack, new StackProblems(stack.source, stack.declaredBy));
  return releaseOf(stack, chart, new ValueReader(stack, stack.values));
}
