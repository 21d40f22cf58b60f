import { isAlias, isMap, isNode, isSeq, type Node, type Pair, visit, type YAMLMap } from 'yaml';
import { isMergeKey, keyText } from './plain-data';

/** Offset of the field at a path: of its key, or of the entry of a list; or of the nearest parent that exists. */
export function offsetOfField(root: Node, steps: readonly (string | number)[]): number {
  const anchors = lazily(() => anchorsOf(root));
  let offset = root.range?.[0] ?? 0;
  let node: unknown = root;
  for (const step of steps) {
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
      break;
    }
  }
  return offset;
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
