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
    const { field, message, fix } = problem;
    yield {
      object: declaringObject(context, problem),
      field,
      message,
      basis: 'present',
      ...(fix === undefined ? {} : { fix: { text: fix } }),
      ...more(problem),
    };
  }
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
