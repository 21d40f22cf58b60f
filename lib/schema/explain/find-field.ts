import { resolve, TWINS } from '../compile-check';
import { type FieldPath, isMap } from '../finding';
import type { SchemaNode } from '../schema-table';
import type { Subject } from './explanation';

/** A place where the schema has a field; `[]` stands for the items of a list. */
export interface Place {
  /** Struct that has the field; concrete as far as the path of the finding goes. */
  readonly parent: FieldPath;
  readonly node: SchemaNode;
}

/** Steps up and down in total: farther away, a field of the same name is another thing. */
const FAR = 3;
const FAR_UP = 2;

/** Names that so many structs have that only the nearest can be meant. */
const COMMON = new Set(['enabled', 'key', 'kind', 'name', 'optional', 'type', 'url', 'value', 'values', 'version']);

/** The nearest places for a field that a struct does not have, none if these are many. */
export function findPlaces(subject: Subject, parent: FieldPath, name: string, value: unknown): Place[] {
  const chain = structsAlong(subject, parent);
  const far = COMMON.has(name) ? 1 : FAR;
  for (let cost = 1; cost <= far; cost += 1) {
    const found: Place[] = [];
    for (let up = 0; up <= Math.min(cost, FAR_UP, chain.length - 1); up += 1) {
      const start = chain[chain.length - 1 - up];
      for (const place of below(subject, start, cost - up)) {
        const field = place.node.fields?.[name];
        if (field && fits(resolve(subject.table, field), value)) {
          found.push(place);
        }
      }
    }
    if (found.length > 0) {
      return found.length > 3 ? [] : found;
    }
  }
  return [];
}

/** The structs from the object itself to a path. */
export function structsAlong(subject: Subject, path: FieldPath): Place[] {
  let node: SchemaNode | undefined = subject.root;
  const chain: Place[] = [{ parent: [], node }];
  path.forEach((key, i) => {
    node = node && resolve(subject.table, node);
    if (typeof key === 'number') {
      node = node?.items;
    } else {
      // a map stands where a list belongs
      const struct: SchemaNode | undefined =
        node?.type === 'array' && node.items ? resolve(subject.table, node.items) : node;
      node = struct?.fields?.[key] ?? struct?.fields?.[TWINS[key]] ?? struct?.values;
    }
    const resolved = node && resolve(subject.table, node);
    if (resolved?.type === 'object') {
      chain.push({ parent: path.slice(0, i + 1), node: resolved });
    }
  });
  return chain;
}

/** Structs that are a number of steps below one; a list of structs is one step. */
function below(subject: Subject, start: Place, depth: number): Place[] {
  if (depth === 0) {
    return [start];
  }
  return Object.entries(start.node.fields ?? {}).flatMap(([name, field]) => {
    const node = resolve(subject.table, field);
    const item = node.items && resolve(subject.table, node.items);
    if (node.type === 'object') {
      return below(subject, { parent: [...start.parent, name], node }, depth - 1);
    }
    return item?.type === 'object'
      ? below(subject, { parent: [...start.parent, name, '[]'], node: item }, depth - 1)
      : [];
  });
}

function fits(node: SchemaNode, value: unknown): boolean {
  switch (node.type) {
    case 'object':
      return isMap(value) || value === null;
    case 'array':
      return Array.isArray(value) || value === null;
    default:
      return !isMap(value) && !Array.isArray(value);
  }
}
