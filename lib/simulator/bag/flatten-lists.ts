import type { SourcedObject } from '../kube-object';
import { describe, isMap, type Malformed } from './field-reader';

/**
 * The objects that a client would send one by one: items of `List` and `…List` objects in place of the lists, null
 * documents left out. Order is kept.
 *
 * A list is taken apart once only: YAML aliases can make a list hold itself, or one list many times over.
 */
export function flattenLists(objects: readonly SourcedObject[], malformed: Malformed[]): SourcedObject[] {
  const flat: SourcedObject[] = [];
  const seen = new Set<unknown>();
  // Next item last, so that no depth of nesting can exhaust the call stack.
  const pending = [...objects].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const object: unknown = next.object;
    if (object === null || object === undefined) {
      continue;
    }
    if (!isMap(object)) {
      malformed.push({ object: next, field: '', message: `is ${describe(object)}, and must be an object` });
      continue;
    }
    if (!isList(object)) {
      flat.push(next);
      continue;
    }
    if (seen.has(object)) {
      malformed.push({ object: next, field: 'items', message: 'is a list that stands here twice; it counts once' });
      continue;
    }
    seen.add(object);
    for (let index = object.items.length - 1; index >= 0; index--) {
      pending.push({ object: withTypeOfList(object.items[index], object), source: next.source });
    }
  }
  return flat;
}

/** Whether an object is one that a client takes apart. */
export function isList(object: { readonly [key: string]: any }): boolean {
  return typeof object.kind === 'string' && object.kind.endsWith('List') && Array.isArray(object.items);
}

/** In a typed list (`ServiceList`) the items may leave out their own type. */
export function withTypeOfList(item: any, list: { readonly [key: string]: any }): any {
  const kind = list.kind.slice(0, -'List'.length);
  return kind !== '' && isMap(item) && item.kind === undefined && item.apiVersion === undefined
    ? { apiVersion: list.apiVersion, ...item, kind }
    : item;
}
