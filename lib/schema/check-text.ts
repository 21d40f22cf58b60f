import { RE2JS } from 're2js';
import type { Walk } from './finding';
import type { SchemaNode } from './schema-table';

/** Above this length only RE2 is safe: JavaScript's engine takes time that grows with the square. */
const LONG = 1000;

export function compileText(node: SchemaNode): (value: unknown, walk: Walk) => void {
  const allowed = node.enum && new Set(node.enum);
  const pattern = node.pattern === undefined ? undefined : matcher(node.pattern);
  return (value, walk) => {
    if (typeof value !== 'string') {
      // YAML readers make dates of some texts, kubectl does not
      if (!(value instanceof Date)) {
        walk.report('wrong-type', node, value);
      }
      return;
    }
    if (node.minLength !== undefined && value.length < node.minLength) {
      walk.report('out-of-bounds', node, value, { limit: node.minLength });
    } else if (node.maxLength !== undefined && value.length > node.maxLength) {
      walk.report('out-of-bounds', node, value, { limit: node.maxLength });
    } else if (allowed && !allowed.has(value)) {
      walk.report('not-allowed', node, value);
    } else if (pattern && !pattern(value)) {
      walk.report('pattern', node, value);
    }
  };
}

const matchers = new Map<string, (value: string) => boolean>();

/** Patterns match anywhere in the text, as Go's `MatchString` has it. */
export function matcher(pattern: string): (value: string) => boolean {
  let known = matchers.get(pattern);
  if (!known) {
    // a flag in the midst of the expression: JavaScript has none
    const plain = /\(\?[a-z]/.test(pattern) ? undefined : new RegExp(pattern);
    let re2: RE2JS | undefined;
    known = (value) => {
      if (plain && value.length < LONG) {
        return plain.test(value);
      }
      re2 ??= RE2JS.compile(pattern);
      return re2.matcher(value).find();
    };
    matchers.set(pattern, known);
  }
  return known;
}
