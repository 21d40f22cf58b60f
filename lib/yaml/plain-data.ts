import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, Scalar, type YAMLMap } from 'yaml';
import { AliasBudget } from './alias-budget';
import type { Tree } from './parse-document';
import { duplicateKey, MAX_REFUSALS, type Refusal } from './read-problem';
import { plainKey, plainValue, type ScalarValue, taggedValue } from './scalar-value';

/** Data of JSON. A map that an alias repeats is one and the same object. */
export type Data = ScalarValue | Data[] | { [key: string]: Data };

/** What a syntax tree holds. */
export interface PlainData {
  readonly data: Data;
  readonly refusals: readonly Refusal[];
  /** Where each map stands in the text. */
  readonly origins: ReadonlyMap<Data, Extent>;
}

/** A stretch of text. */
export interface Extent {
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
}

const ESCAPE = /\\(u[\da-fA-F]{4}|[\s\S])/g;

/** What is refused as a whole unwinds from any depth. */
class Stop extends Error {
  constructor(public readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/**
 * Plain data of a syntax tree, as sigs.k8s.io/yaml makes it of what go-yaml v2 decodes; with the refusals that there
 * are. Data is to be used only where there are none.
 *
 * @param text what the tree was parsed from
 */
export function plainData(tree: Tree, text: string): PlainData {
  const builder = new Builder(text);
  try {
    const data = builder.build(tree);
    return { data, refusals: builder.refusals, origins: builder.origins };
  } catch (error) {
    if (error instanceof Stop) {
      return { data: null, refusals: [...builder.refusals, error.refusal], origins: builder.origins };
    }
    throw error;
  }
}

/** Sets an own property, whatever the key is called. */
export function setOwn(map: { [key: string]: Data }, key: string, value: Data): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    map[key] = value;
  }
}

/** Whether a key is one of YAML's merge keys (go.yaml.in/yaml/v2, `decode.go`, `isMerge`). */
export function isMergeKey(key: unknown): boolean {
  return (
    isScalar(key) &&
    key.value === '<<' &&
    (key.tag === 'tag:yaml.org,2002:merge' || key.tag === '!' || (key.type === Scalar.PLAIN && key.tag === undefined))
  );
}

/** The text of a scalar key, or undefined where a key can be no text in JSON. */
export function keyText(key: unknown): string | undefined {
  if (key === null) {
    return undefined;
  }
  if (!isScalar(key)) {
    return undefined;
  }
  const text = String(key.value ?? '');
  if (key.tag === undefined) {
    return key.type === Scalar.PLAIN || key.type === undefined ? (plainKey(text) ?? undefined) : text;
  }
  const resolved = key.tag === '!' ? { value: text } : taggedValue(key.tag, text);
  if ('refused' in resolved || resolved.value === null) {
    return undefined;
  }
  return typeof resolved.value === 'number' ? (plainKey(text) ?? undefined) : `${resolved.value}`;
}

interface Anchored {
  readonly node: ParsedNode;
  /** Undefined until the node is read to its end: an alias before that would hold itself. */
  built?: { readonly data: Data; readonly weight: number };
}

class Builder {
  public readonly refusals: Refusal[] = [];
  public readonly origins = new Map<Data, Extent>();
  private readonly anchors = new Map<string, Anchored>();
  private readonly budget = new AliasBudget();
  private readonly hasEscapes: boolean;
  /** Brackets that are open. */
  private flows = 0;

  constructor(private readonly text: string) {
    this.hasEscapes = text.includes('\\');
  }

  public build(node: Tree | undefined, isKey = false): Data {
    const before = this.budget.weight;
    this.count(node, 1);
    if (node === null || node === undefined) {
      return null;
    }
    if (isAlias(node)) {
      return this.alias(node.source, node).data;
    }
    const anchored: Anchored | undefined = node.anchor === undefined ? undefined : { node };
    if (anchored && node.anchor !== undefined) {
      if (!/^[\w-]+$/.test(node.anchor)) {
        this.refuse(node, `the anchor "${node.anchor}" has characters other than A-Z, a-z, 0-9, "_" and "-"`);
      }
      this.anchors.set(node.anchor, anchored);
    }
    const flow = !isScalar(node) && node.flow === true ? 1 : 0;
    this.flows += flow;
    const data = isMap(node)
      ? this.map(node)
      : isSeq(node)
        ? node.items.map((item) => this.build(item as ParsedNode))
        : this.scalar(node as Scalar.Parsed, isKey);
    this.flows -= flow;
    if (anchored) {
      anchored.built = { data, weight: this.budget.weight - before };
    }
    return data;
  }

  private map(node: YAMLMap): Data {
    const map: { [key: string]: Data } = {};
    this.origins.set(map, { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });
    const places = new Map<string, number>();
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      if (isMergeKey(pair.key)) {
        this.merge(pair, map);
        continue;
      }
      if (isAlias(pair.key)) {
        const { data } = this.alias(pair.key.source, pair.key);
        this.entry(pair, typeof data === 'object' ? undefined : `${data}`, map, places);
      } else {
        if (isScalar(pair.key)) {
          // For its anchor and its refusals.
          this.build(pair.key, true);
        }
        this.entry(pair, keyText(pair.key), map, places);
      }
    }
    return map;
  }

  private entry(
    pair: Pair<ParsedNode, ParsedNode | null>,
    key: string | undefined,
    map: { [key: string]: Data },
    places: Map<string, number>,
  ): void {
    const value = this.build(pair.value);
    if (key === undefined) {
      this.refuse(pair.key, `a key of a map must be text, and this one is ${kindOfKey(pair.key)}`, 'put it in quotes');
      return;
    }
    const other = places.get(key);
    if (other !== undefined) {
      this.add(duplicateKey(key, offsetOf(pair.key), other));
      return;
    }
    places.set(key, offsetOf(pair.key));
    setOwn(map, key, value);
  }

  /** As go-yaml v2 has it, the order counts: what is merged in replaces what stands before it. */
  private merge(pair: Pair<ParsedNode, ParsedNode | null>, map: { [key: string]: Data }): void {
    const source = pair.value;
    const several = isSeq(source);
    const nodes = several ? (source.items as ParsedNode[]) : [source];
    const parts = nodes.map((node) => {
      const data = this.build(node);
      const target = isAlias(node) ? this.anchors.get(node.source)?.node : node;
      if (!isMap(target) || typeof data !== 'object' || data === null || Array.isArray(data)) {
        throw new Stop({
          offset: offsetOf(node ?? pair.key),
          message: '"<<" merges maps, and this is none',
          fix: 'give it a map, an alias of a map, or a list of these; to have a key called "<<", put it in quotes',
        });
      }
      return data;
    });
    // The first of a list wins.
    for (const part of parts.reverse()) {
      for (const key of Object.keys(part)) {
        setOwn(map, key, part[key]);
      }
    }
  }

  private alias(name: string, node: unknown): { readonly data: Data } {
    const anchored = this.anchors.get(name);
    if (anchored === undefined) {
      throw new Stop({
        offset: offsetOf(node),
        message: `the alias "*${name}" has no anchor "&${name}" before it in this document`,
        fix: `if it is meant as text, put it in quotes: "*${name}"`,
      });
    }
    if (anchored.built === undefined) {
      throw new Stop({ offset: offsetOf(node), message: `the anchor "&${name}" holds itself` });
    }
    this.count(node, anchored.built.weight, true);
    return anchored.built;
  }

  private scalar(node: Scalar.Parsed, isKey: boolean): ScalarValue {
    const text = this.withoutAddedLine(node, String(node.value ?? ''));
    const quoted = node.type !== Scalar.PLAIN && node.type !== undefined;
    let value: ScalarValue = text;
    this.syntaxOfGo(node, text);
    if (node.tag === undefined) {
      value = quoted ? text : plainValue(text);
    } else if (node.tag !== '!') {
      const resolved = taggedValue(node.tag, text);
      if ('refused' in resolved) {
        this.refuse(node, resolved.refused);
        return null;
      }
      value = resolved.value;
    }
    if (typeof value === 'number' && !Number.isFinite(value) && !isKey) {
      this.refuse(node, `${text} is no number that JSON knows, and Kubernetes takes JSON`, 'put it in quotes');
      return null;
    }
    // There is no negative zero among whole numbers.
    return value === 0 ? 0 : value;
  }

  /** The parser ends a block of text with a line break even where the text ends without one; go-yaml does not. */
  private withoutAddedLine(node: Scalar.Parsed, text: string): string {
    const last = node.type?.startsWith('BLOCK') && node.range[1] >= this.text.length && !this.text.endsWith('\n');
    return last && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  /** What go-yaml v2 refuses, and the parser does not. */
  private syntaxOfGo(node: Scalar.Parsed, text: string): void {
    if (node.type === Scalar.PLAIN && this.flows > 0 && (text.includes('?') || text.startsWith(':'))) {
      const sign = text.startsWith(':') ? ':' : '?';
      this.refuse(node, `between brackets, kubectl takes "${sign}" for a part of YAML here`, 'put the text in quotes');
    }
    if (node.type === Scalar.QUOTE_DOUBLE && this.hasEscapes) {
      for (const [sequence, letter] of this.text.slice(node.range[0], node.range[1]).matchAll(ESCAPE)) {
        if (letter === '/' || /^[dD][89a-fA-F]/.test(letter.slice(1))) {
          this.refuse(node, `kubectl does not know the escape "${sequence}" in YAML`, 'write the character itself');
          return;
        }
      }
    }
  }

  private count(node: unknown, weight: number, aliased = false): void {
    if (!this.budget.spend(weight, aliased)) {
      throw new Stop({
        offset: offsetOf(node),
        message: 'aliases repeat so much here that kubectl refuses the document',
        fix: 'write the repeated parts out, or split the document',
      });
    }
  }

  private add(refusal: Refusal): void {
    if (this.refusals.length < MAX_REFUSALS) {
      this.refusals.push(refusal);
    }
  }

  private refuse(node: unknown, message: string, fix?: string): void {
    this.add({ offset: offsetOf(node), message, fix });
  }
}

function offsetOf(node: unknown): number {
  return (node as ParsedNode | null | undefined)?.range?.[0] ?? 0;
}

function kindOfKey(key: unknown): string {
  return isMap(key) ? 'a map' : isSeq(key) ? 'a list' : isAlias(key) ? 'an alias of no text' : `${key}`;
}
