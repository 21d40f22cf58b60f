import { isPlainObject } from '../../private/plain-object';
import type { Values } from '../../stack/values';
import { describe } from '../bag/field-reader';

/** Parses a YAML text of one document; may throw. */
export type ParseYaml = (text: string) => any;

/** Levels of nesting and number of nodes beyond which values are no values that anyone wrote by hand. */
const MAX_DEPTH = 100;
const MAX_NODES = 200_000;

/** Values that were read, or why they could not be. */
export interface ReadValues {
  readonly values: Values;
  /** What is wrong, in words that follow a name; `undefined` where nothing is. */
  readonly problem?: string;
}

/** Reads a text of values. */
export function valuesOfText(text: string, parseYaml: ParseYaml): ReadValues {
  try {
    return plainValues(parseYaml(text));
  } catch (error) {
    return { values: {}, problem: `cannot be read as YAML: ${firstLine(error)}` };
  }
}

/** Takes over values that are data already; nothing at all counts as empty. */
export function plainValues(value: unknown): ReadValues {
  if (value === undefined || value === null) {
    return { values: {} };
  }
  if (!isPlainObject(value)) {
    return { values: {}, problem: `is ${describe(value)}, and must be a map of values` };
  }
  return tooMuch(value)
    ? { values: {}, problem: 'is nested too deeply, or holds itself, and cannot be read' }
    : { values: value };
}

/** Whether values are too deep or too many to walk through. Aliases of YAML can make much of little. */
function tooMuch(value: unknown): boolean {
  let level: unknown[] = [value];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) {
      return true;
    }
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return false;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0];
}
