import type { SourcedObject } from '../../simulator/kube-object';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { CheckContext } from '../check-context';

/**
 * Whether values that are not at hand may decide over a selector of an instance: values files and references of an Argo CD
 * Application or a Flux HelmRelease. What the declaration itself sets wins over them.
 */
export function mayBeSetElsewhere(context: CheckContext, instance: SourcedObject, selectorField: string): boolean {
  const stack = modelledFrom(instance);
  const unread = context.prepared.stackProblems.some(
    ({ code, declaredBy }) => code === 'stack/unknown-values' && declaredBy === stack?.declaredBy,
  );
  if (stack === undefined || !unread) {
    return false;
  }
  const selector = selectorField.replace(/^spec\./, '');
  const { prometheusSpec } = (stack.values as { prometheus?: { prometheusSpec?: object } }).prometheus ?? {};
  return ![selector, `${selector}NilUsesHelmValues`].some((name) => name in (prometheusSpec ?? {}));
}
