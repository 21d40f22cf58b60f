import type { KubeObject } from '../../lib/simulator/kube-object';
import { OPERATOR_IMAGE } from '../../lib/simulator/operator/find-operators';
import { controllersOf } from '../scenario/supplements';

/**
 * Arguments of the Operators that a scenario shows; without any, those of one with default settings, and of one for each
 * controller that an instance names.
 */
export function operatorArguments(objects: readonly KubeObject[]): (readonly string[])[] {
  const shown = objects
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap(({ spec }): any[] => spec?.template?.spec?.containers ?? [])
    .filter(({ image }) => OPERATOR_IMAGE.test(String(image)))
    .map(({ args }) => (args ?? []).map(String));
  return shown.length > 0 ? shown : controllersOf(objects).map((id) => (id === '' ? [] : [`--controller-id=${id}`]));
}
