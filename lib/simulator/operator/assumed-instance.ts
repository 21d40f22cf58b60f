import type { KubeObject, SourcedObject } from '../kube-object';

/** Marks an object that nobody wrote; the mark survives copies of the object, and no manifest can carry it. */
const ASSUMED: unique symbol = Symbol('assumed');

/** Marks an instance that stands in for one that is not among the objects. */
export function assume({ object, source }: SourcedObject): SourcedObject {
  const marked: KubeObject & { readonly [ASSUMED]: true } = { ...object, [ASSUMED]: true };
  return { object: marked, source };
}

/** Whether an instance only stands in for one. */
export function isAssumed({ object }: SourcedObject): boolean {
  return (object as { readonly [ASSUMED]?: true })[ASSUMED] === true;
}
