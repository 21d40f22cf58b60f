import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';

/** YAML as Prometheus reads it after the Operator has read and written it. */
export type YamlNode =
  | { readonly kind: 'null' }
  /** `text` is what a field for texts gets. */
  | { readonly kind: 'scalar'; readonly type: 'text' | 'bool' | 'number'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
  /** Keys may come several times. */
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: YamlNode])[] }
  /** Something of which nothing is claimed. */
  | { readonly kind: 'unknown' };

const NULL: YamlNode = { kind: 'null' };
const UNKNOWN: YamlNode = { kind: 'unknown' };

/** Aliases may be nested so that no memory would hold what they stand for. */
const MOST_NODES = 20_000;

const BOOLS: { readonly [text: string]: string } = Object.fromEntries(
  [
    ['true', ['y', 'yes', 'true', 'on']],
    ['false', ['n', 'no', 'false', 'off']],
  ].flatMap(([value, words]) =>
    (words as string[]).flatMap((word) =>
      [word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()].map((text) => [text, value as string]),
    ),
  ),
);

/**
 * The content of a document as go.yaml.in/yaml v2 has it. What is merged into a map with `<<` gets lost on the way: the
 * Operator reads maps as lists of pairs, over which the merged ones are written.
 *
 * Source: go.yaml.in/yaml v2.4 `decode.go`, `decoder.scalar` and `decoder.mappingSlice`; `resolve.go`, `resolve`.
 *
 * @returns `undefined` where there is too much of it
 */
export function yamlNodeOf(document: Document): YamlNode | undefined {
  let count = 0;
  const read = (node: unknown): YamlNode => {
    count += 1;
    if (count > MOST_NODES) {
      throw new RangeError();
    }
    if (isAlias(node)) {
      const target = node.resolve(document as Document.Parsed);
      return target === undefined ? UNKNOWN : read(target);
    }
    if (isCollection(node) && node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      return UNKNOWN;
    }
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map(read) };
    }
    if (isMap(node)) {
      const pairs = node.items.map(({ key, value }) => [keyText(key), read(value ?? null)] as const);
      return pairs.some(([key]) => key === undefined)
        ? UNKNOWN
        : { kind: 'map', entries: (pairs as [string, YamlNode][]).filter(([key]) => key !== '<<') };
    }
    return isScalar(node) ? scalarOf(node) : node === null ? NULL : UNKNOWN;
  };
  try {
    return read(document.contents as Node | null);
  } catch {
    return undefined;
  }
}

function keyText(key: unknown): string | undefined {
  const node = isScalar(key) ? scalarOf(key) : UNKNOWN;
  if (isScalar(key) && key.type === 'PLAIN' && key.source === '<<') {
    return '<<';
  }
  return node.kind === 'scalar' ? node.text : undefined;
}

function scalarOf(node: Scalar): YamlNode {
  if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:str') {
    return node.type === 'PLAIN' && node.source !== undefined && node.tag.startsWith('tag:yaml.org,2002:')
      ? plainOf(node.source)
      : UNKNOWN;
  }
  const quoted = node.type !== 'PLAIN' || node.tag !== undefined;
  return quoted ? { kind: 'scalar', type: 'text', text: String(node.value ?? '') } : plainOf(node.source ?? '');
}

function plainOf(text: string): YamlNode {
  if (['', '~', 'null', 'Null', 'NULL'].includes(text)) {
    return NULL;
  }
  if (Object.hasOwn(BOOLS, text)) {
    return { kind: 'scalar', type: 'bool', text: BOOLS[text] };
  }
  if (/^[-+]?\d{1,15}$/.test(text) && !/^[-+]?0\d/.test(text)) {
    return { kind: 'scalar', type: 'number', text: String(Number(text)) };
  }
  // Other numbers are written in another form than they are read.
  const number = /^[-+]?(?:[\d_]+|0[xob][\da-fA-F_]+|\.\d+|\d[\d_]*\.[\d_]*)(?:[eE][-+]?\d+)?$|^[-+]?\.(?:inf|nan)$/i;
  return number.test(text) ? UNKNOWN : { kind: 'scalar', type: 'text', text };
}
