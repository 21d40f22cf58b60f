import type { KubeObject } from '../../simulator/kube-object';
import type { CheckContext } from '../check-context';

/** Objects of some kinds that the API server refuses, so that nobody after it knows of them. */
export function refusedOf({ prepared }: CheckContext, kinds: readonly string[]): KubeObject[] {
  return [...prepared.refused].filter(({ kind }) => kinds.includes(kind));
}
