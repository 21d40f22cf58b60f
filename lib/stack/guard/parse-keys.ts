import type { ClosedMap, ValueNode, ValueType } from './key-tree';

interface Growing extends ClosedMap {
  readonly children: Map<string, ValueNode>;
  others: ValueNode | undefined;
}

/**
 * Reads a table of keys. Its lines are
 *
 * - a type (several, joined by `|`) and keys of that type: `number port targetPort`. A `+` behind a key marks one that the
 *   default values of the chart do not list
 * - a shape, whose name begins with a capital, and keys that are maps of this shape: `Image image`
 * - a word alone, a key that is a map; its keys follow, indented by two more spaces
 * - `...Shape`, all keys of that shape at this place
 *
 * `*` stands for any key. Of two lines about one key the later one counts.
 *
 * @param shapes maps with names; without them, those that the table itself begins with
 */
export function parseKeys(text: string, shapes?: ClosedMap): ClosedMap {
  const root = closedMap();
  const shapeOf = (name: string) => (shapes ?? root).children.get(name) as ClosedMap;
  const open: Growing[] = [root];
  for (const line of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const depth = (line.length - line.trimStart().length) / 2;
    const [first, ...keys] = line.trim().split(' ');
    const parent = open[depth];
    if (first.startsWith('...')) {
      spread(parent, shapeOf(first.slice(3)));
    } else if (keys.length === 0) {
      const child = closedMap();
      grow(parent, first, child);
      open.length = depth + 1;
      open.push(child);
    } else if (/^[A-Z]/.test(first)) {
      for (const key of keys) {
        grow(parent, key, shapeOf(first));
      }
    } else {
      const types = first.split('|') as ValueType[];
      for (const key of keys) {
        const unlisted = key.endsWith('+');
        grow(parent, unlisted ? key.slice(0, -1) : key, { types, unlisted });
      }
    }
  }
  return root;
}

function closedMap(): Growing {
  return { children: new Map(), others: undefined };
}

function spread(parent: Growing, { children, others = parent.others }: ClosedMap): void {
  for (const [key, node] of children) {
    parent.children.set(key, node);
  }
  parent.others = others;
}

function grow(parent: Growing, key: string, node: ValueNode): void {
  if (key === '*') {
    parent.others = node;
  } else {
    parent.children.set(key, node);
  }
}
