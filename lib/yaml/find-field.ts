import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar, visit, type YAMLMap } from 'yaml';
import { parseDocument } from './parse-document';
import { isMergeKey, keyText } from './plain-data';

/**
 * Offset of the field at a path: of its key, or of the entry of a list; or of the nearest parent that exists. A path may
 * lead into a text that holds YAML itself, as values of Helm do in some objects.
 *
 * @param text what the tree was made of
 */
export function offsetOfField(root: Node, steps: readonly (string | number)[], text: string): number {
  const anchors = lazily(() => anchorsOf(root));
  let offset = root.range?.[0] ?? 0;
  let node: unknown = root;
  for (const [index, step] of steps.entries()) {
    const target = follow(node, anchors);
    if (isSeq(target) && typeof step === 'number') {
      node = target.items[step];
      if (!isNode(node)) {
        break;
      }
      offset = node.range?.[0] ?? offset;
    } else if (isMap(target)) {
      const pair = pairOf(target, String(step), anchors, new Set());
      if (pair === undefined) {
        break;
      }
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      return (isScalar(target) ? offsetInText(target, steps.slice(index), text) : undefined) ?? offset;
    }
  }
  return offset;
}

/** As `offsetOfField`, for a block whose lines are those of a document of its own. */
function offsetInText(block: Scalar, steps: readonly (string | number)[], text: string): number | undefined {
  if (block.type !== 'BLOCK_LITERAL' || typeof block.value !== 'string' || !block.range) {
    return undefined;
  }
  const parsed = parseDocument(block.value);
  if (!('tree' in parsed) || !parsed.tree) {
    return undefined;
  }
  const inner = offsetOfField(parsed.tree, steps, block.value);
  const before = block.value.slice(0, inner).split('\n');
  // The first line of the block follows the line of its sign.
  let start = text.indexOf('\n', block.range[0]) + 1;
  for (let line = 1; line < before.length; line += 1) {
    start = text.indexOf('\n', start) + 1;
  }
  const indent =
    text.slice(start).search(/[^ ]/) - block.value.slice(inner - before[before.length - 1].length).search(/[^ ]/);
  return start + indent + before[before.length - 1].length;
}

type Anchors = () => ReadonlyMap<string, Node>;

/** The last pair that sets a key, be it merged in. */
function pairOf(map: YAMLMap, key: string, anchors: Anchors, seen: Set<unknown>): Pair | undefined {
  seen.add(map);
  for (const pair of [...map.items].reverse()) {
    if (!isMergeKey(pair.key)) {
      if (keyText(follow(pair.key, anchors)) === key) {
        return pair;
      }
      continue;
    }
    const sources = isSeq(pair.value) ? pair.value.items : [pair.value];
    for (const source of sources) {
      const target = follow(source, anchors);
      const found = isMap(target) && !seen.has(target) ? pairOf(target, key, anchors, seen) : undefined;
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

function follow(node: unknown, anchors: Anchors): unknown {
  return isAlias(node) ? anchors().get(node.source) : node;
}

function anchorsOf(root: Node): Map<string, Node> {
  const anchors = new Map<string, Node>();
  visit(root, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return anchors;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
