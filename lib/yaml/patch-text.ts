import { isMap, isScalar, isSeq, type Node, type Pair, stringify } from 'yaml';
import type { PatchOperation } from '../report/finding';
import { type Extent, keyText } from './plain-data';

/** Text for an extent; what follows its line breaks is still to be indented. */
export interface Replacement extends Extent {
  readonly text: string;
}

/**
 * What one step of a JSON Patch changes in a text: a single value that is replaced, or a key that is added to a map.
 * Undefined for all else, and where tags, anchors, aliases or merge keys are on the way: the change could mean more there
 * than it says.
 *
 * @param text what the tree was made of
 */
export function replacementOf(root: Node, { op, path, value }: PatchOperation, text: string): Replacement | undefined {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = steps.pop();
  if (key === undefined || (op !== 'add' && op !== 'replace')) {
    return undefined;
  }
  let parent: unknown = root;
  for (const step of steps) {
    parent = childOf(parent, step);
  }
  const child = childOf(parent, key);
  if (child !== undefined && !(op === 'add' && isSeq(parent))) {
    return overwritten(child, value);
  }
  return op === 'add' ? added(parent, key, value, text) : undefined;
}

function childOf(node: unknown, step: string): unknown {
  if (!isPlain(node)) {
    return undefined;
  }
  if (isSeq(node)) {
    return /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
  }
  const pairs = isMap(node) ? node.items.filter((pair) => keyText(pair.key) === step) : [];
  return pairs.length === 1 ? pairs[0].value : undefined;
}

function overwritten(node: unknown, value: unknown): Replacement | undefined {
  const text = scalarText(value);
  if (!isPlain(node) || !isScalar(node) || !node.range || text === undefined || node.type?.startsWith('BLOCK')) {
    return undefined;
  }
  const [start, end] = node.range;
  // A value that is left empty has no place of its own.
  return start === end ? undefined : { start, end, text };
}

function added(node: unknown, key: string, value: unknown, text: string): Replacement | undefined {
  const first: Pair | undefined = isMap(node) && isPlain(node) ? node.items[0] : undefined;
  const start = isPlain(first?.key) ? first?.key.range?.[0] : undefined;
  if (!isMap(node) || start === undefined || node.items.some((pair) => keyText(pair.key) === key)) {
    return undefined;
  }
  if (node.flow) {
    return { start, end: start, text: `${JSON.stringify(key)}: ${JSON.stringify(value)}, ` };
  }
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!/^[ -]*$/.test(before)) {
    return undefined;
  }
  // Go reads YAML 1.1, where `on` and `yes` are no texts.
  return { start, end: start, text: stringify({ [key]: value }, { version: '1.1', lineWidth: 0 }) };
}

/** A single value for one line; in quotes where it is no word, so that it may stand anywhere. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const plain = stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd();
  return plain === value && /^[\w./-]+$/.test(value) ? value : JSON.stringify(value);
}

function isPlain(node: unknown): node is Node {
  const { range, anchor, tag, source } = (node ?? {}) as {
    range?: unknown;
    anchor?: string;
    tag?: string;
    source?: string;
  };
  return range !== undefined && anchor === undefined && tag === undefined && !(source !== undefined && !isScalar(node));
}
