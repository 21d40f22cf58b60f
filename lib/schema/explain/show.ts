import { joinPath } from '../../simulator/operator/problem';
import { type FieldPath, isMap } from '../finding';
import type { SchemaNode } from '../schema-table';
import { isDuration } from './mend-duration';

/** `spec.endpoints[0].port`. */
export function showPath(path: FieldPath): string {
  return path.reduce<string>((text, key) => joinPath(text, key), '');
}

/** JSON Pointer, RFC 6901. */
export function pointer(path: FieldPath): string {
  return path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** A value in a sentence: text in quotes, shortened; maps and lists by name. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : 'a list';
  }
  if (isMap(value)) {
    return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  }
  return value === null || value === undefined ? 'nothing' : String(value);
}

const TYPES: { readonly [type: string]: string } = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  'integer-or-string': 'a whole number or text',
};

export function showType(node: SchemaNode): string {
  if (isDuration(node)) {
    return 'a duration with its unit, such as 30s';
  }
  return TYPES[node.type ?? ''] ?? 'a value';
}

export function typeOfValue(value: unknown): string {
  if (value === null || value === undefined) {
    return 'empty';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'a boolean';
    default:
      return isMap(value) ? 'a map' : 'text';
  }
}

/** A scalar as YAML has it on one line; text that YAML would read as something else is quoted. */
export function yaml(value: unknown): string {
  if (typeof value === 'string') {
    return /^[A-Za-z/][A-Za-z0-9 ./_-]*$/.test(value) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(value)
      ? value
      : JSON.stringify(value);
  }
  return show(value);
}

/** `a, b and c`. */
export function listing(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** Whether JSON can hold a value, and it is not too large to be repeated in a patch. */
export function isSmallJson(value: unknown): boolean {
  let left = 1000;
  const visit = (part: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > 20) {
      return false;
    }
    if (Array.isArray(part)) {
      return part.every((item) => visit(item, depth + 1));
    }
    if (isMap(part)) {
      return Object.values(part).every((item) => visit(item, depth + 1));
    }
    return part === null || ['string', 'boolean'].includes(typeof part) || Number.isFinite(part);
  };
  return visit(value, 0);
}
