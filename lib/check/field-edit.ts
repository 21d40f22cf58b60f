import type { PatchOperation } from '../report/finding';
import type { SourcedObject } from '../simulator/kube-object';

/** Keys and indexes of a field path such as `spec.endpoints[0].port` or `metadata.labels["app.kubernetes.io/name"]`. */
export function pathSegments(field: string): (string | number)[] {
  const segments: (string | number)[] = [];
  for (const [, name, index, quoted] of field.matchAll(/([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    segments.push(name ?? (index === undefined ? JSON.parse(quoted) : Number(index)));
  }
  return segments;
}

/** Patch that sets a field, with the maps around it that are not there yet. */
export function setField({ object, given = object }: SourcedObject, field: string, value: unknown): PatchOperation[] {
  const segments = pathSegments(field);
  const operations: PatchOperation[] = [];
  let parent: any = given;
  for (const [i, segment] of segments.slice(0, -1).entries()) {
    parent = own(parent, segment);
    if (parent === undefined || parent === null) {
      const rest = segments.slice(i + 1).reverse();
      const nested = rest.reduce<unknown>((inner, key) => ({ [key]: inner }), value);
      return [{ op: 'add', path: pointer(segments.slice(0, i + 1)), value: nested }];
    }
  }
  const there = own(parent, segments[segments.length - 1]) !== undefined;
  operations.push({ op: there ? 'replace' : 'add', path: pointer(segments), value });
  return operations;
}

/** Patch that removes a field; none where it is not there. */
export function removeField({ object, given = object }: SourcedObject, field: string): PatchOperation[] {
  const segments = pathSegments(field);
  const found = segments.reduce<any>((inner, segment) => own(inner, segment), given);
  return found === undefined ? [] : [{ op: 'remove', path: pointer(segments) }];
}

/** JSON Pointer (RFC 6901). */
export function pointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

function own(parent: any, key: string | number): any {
  return parent !== undefined && parent !== null && Object.hasOwn(Object(parent), key) ? parent[key] : undefined;
}
