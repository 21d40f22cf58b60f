import type { SourcedObject } from '../../simulator/kube-object';
import type { StackProblem } from '../../simulator/stack/stack-spec';
import type { CheckContext } from '../check-context';

/** The object that declares a release; a stand-in where no object does, as with an option of the command line. */
export function declaringObject({ prepared }: CheckContext, { source, declaredBy }: StackProblem): SourcedObject {
  return (
    prepared.given.find((one) => one.source === source && DECLARING.has(one.object.kind)) ?? {
      object: { apiVersion: '', kind: 'Release', metadata: { name: declaredBy } },
      source,
    }
  );
}

const DECLARING = new Set(['Application', 'ApplicationSet', 'HelmRelease', 'HelmChart']);
