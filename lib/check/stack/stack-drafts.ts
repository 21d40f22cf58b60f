import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import type { StackProblem } from '../../simulator/stack/stack-spec';
import type { Draft } from '../check';
import type { CheckContext } from '../check-context';

/** The problems of releases that a check is about. */
export function* stackDrafts(
  context: CheckContext,
  isMeant: (problem: StackProblem) => boolean,
  more: (problem: StackProblem) => Partial<Draft> = () => ({}),
): Iterable<Draft> {
  for (const problem of context.prepared.stackProblems.filter(isMeant)) {
    const { field, message, fix, place, level } = problem;
    yield {
      object: declaringObject(context, problem),
      field,
      message,
      basis: 'present',
      ...(fix === undefined ? {} : { fix: { text: fix } }),
      ...(place === undefined ? {} : { place }),
      ...(level === undefined ? {} : { level: Level.WARNING }),
      ...more(problem),
    };
  }
}

/** Codes that have a check of their own. */
const OWN_CHECK = new Set([
  'stack/contradiction',
  'stack/literal-secret',
  'stack/pitfall',
  'stack/unchecked-values',
  'stack/unknown-value',
]);

/** The problems with a code that has a check of its own. */
export function draftsOf(context: CheckContext, code: string): Iterable<Draft> {
  return stackDrafts(context, (problem) => problem.code === code);
}

/** Whether a check of its own tells a problem. */
export function hasOwnCheck({ code }: StackProblem): boolean {
  return OWN_CHECK.has(code);
}

/** The object that declares a release; a stand-in where no object does, as with an option of the command line. */
export function declaringObject(
  { prepared }: CheckContext,
  { source, declaredBy }: Pick<StackProblem, 'source' | 'declaredBy'>,
): SourcedObject {
  return (
    prepared.given.find((one) => one.source === source && DECLARING.has(one.object.kind)) ?? {
      object: { apiVersion: '', kind: 'Release', metadata: { name: declaredBy } },
      source,
    }
  );
}

const DECLARING = new Set(['Application', 'ApplicationSet', 'HelmRelease', 'HelmChart']);
