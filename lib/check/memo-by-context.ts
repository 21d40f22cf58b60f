import type { CheckContext } from './check-context';

/** The same function, which computes its answer once for each context and lets go of it with the context. */
export function memoByContext<T>(compute: (context: CheckContext) => T): (context: CheckContext) => T {
  const known = new WeakMap<CheckContext, { readonly answer: T }>();
  return (context) => {
    let entry = known.get(context);
    if (entry === undefined) {
      entry = { answer: compute(context) };
      known.set(context, entry);
    }
    return entry.answer;
  };
}
