import type { SourcedObject } from '../../simulator/kube-object';
import type { CheckContext } from '../check-context';
import { memoByContext } from '../memo-by-context';

/** Whether a monitor or a Prometheus of its namespace refers to a Secret or ConfigMap. */
export function isReferenced({ object }: SourcedObject, context: CheckContext): boolean {
  return namesIn(context).has(`${object.metadata.namespace}/${object.metadata.name}`);
}

/** Names that stand beside a key, which is how all these references look, with their namespaces. */
const namesIn = memoByContext(({ simulation }): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { object } of [...simulation.monitors, ...simulation.instances.map((instance) => instance.object)]) {
    const values: unknown[] = [object.spec];
    for (let value = values.pop(); value !== undefined; value = values.pop()) {
      if (typeof value === 'object' && value !== null) {
        const { name, key } = value as { readonly [field: string]: unknown };
        if (typeof name === 'string' && typeof key === 'string') {
          names.add(`${object.metadata.namespace}/${name}`);
        }
        values.push(...Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null));
      }
    }
  }
  return names;
});
