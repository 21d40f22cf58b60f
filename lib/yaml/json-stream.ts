import { MAX_DEPTH, TOO_DEEP } from './nesting';
import type { Data, Extent } from './plain-data';
import { duplicateKey, MAX_REFUSALS, type Refusal } from './read-problem';

/** A JSON value that stands in a text. */
export interface JsonValue extends Extent {
  readonly data: Data;
  readonly refusals: readonly Refusal[];
  /** Whether the value could not be read to its end. */
  readonly broken?: boolean;
  /** Where the entries of `items` stand, if the value is a map that has such a list. */
  readonly items: readonly Extent[];
}

/** What Go's `unicode.IsSpace` takes for white space; a byte order mark is none. */
const SPACE = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/y;
const JSON_SPACE = /[ \t\r\n]*/y;
const WORD = /[^\s,:{}[\]"]*/y;

/** Whether kubectl tries a text as JSON first (k8s.io/apimachinery v0.37 `pkg/util/yaml/decoder.go`, `IsJSONBuffer`). */
export function looksLikeJson(text: string): boolean {
  return text[skip(SPACE, text, 0)] === '{';
}

/** The offset of the next value of a JSON stream. */
export function nextJson(text: string, from: number): number {
  return skip(JSON_SPACE, text, from);
}

/** Reads the JSON value that begins at an offset; undefined where there is none. Later documents may follow it. */
export function readJson(text: string, start: number): JsonValue | undefined {
  const scan = new JsonScan(text, start);
  if (!scan.run()) {
    return scan.tooDeep
      ? { start, end: scan.end, data: null, refusals: scan.refusals, broken: true, items: [] }
      : undefined;
  }
  try {
    const data = JSON.parse(text.slice(start, scan.end));
    return { start, end: scan.end, data, refusals: scan.refusals, items: scan.items };
  } catch {
    return undefined;
  }
}

interface Level {
  /** Places of the keys of a map; undefined in a list. */
  readonly keys?: Map<string, number>;
  /** Whether the next text is a key. */
  atKey: boolean;
}

/**
 * Finds the end of a JSON value, and what `JSON.parse` says nothing about: keys that stand twice, and where the entries
 * of a list stand. Looks at brackets and texts only; whether the rest is right is for `JSON.parse` to say.
 */
class JsonScan {
  public end: number;
  public tooDeep = false;
  public readonly refusals: Refusal[] = [];
  public readonly items: Extent[] = [];
  private readonly levels: Level[] = [];
  private rootKey: string | undefined;
  private itemStart = -1;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.end = start;
  }

  /** Whether the value has an end. */
  public run(): boolean {
    do {
      this.end = skip(JSON_SPACE, this.text, this.end);
      if (this.end >= this.text.length || !this.token(this.text[this.end])) {
        return false;
      }
    } while (this.levels.length > 0);
    return true;
  }

  private token(character: string): boolean {
    this.startItem(character);
    switch (character) {
      case '{':
      case '[':
        return this.open(character === '{');
      case '}':
      case ']':
        this.end++;
        this.endItem(1);
        this.levels.pop();
        return true;
      case ',':
        this.endItem(0);
        this.end++;
        this.atKey(true);
        return true;
      case ':':
        this.end++;
        this.atKey(false);
        return true;
      case '"':
        return this.string();
      default:
        return this.word();
    }
  }

  private open(isMap: boolean): boolean {
    if (this.levels.length >= MAX_DEPTH) {
      this.tooDeep = true;
      this.refusals.push({ offset: this.end, ...TOO_DEEP });
      return false;
    }
    this.levels.push({ keys: isMap ? new Map() : undefined, atKey: isMap });
    this.end++;
    return true;
  }

  private string(): boolean {
    const start = this.end;
    let close = this.text.indexOf('"', start + 1);
    while (close !== -1 && this.escaped(close)) {
      close = this.text.indexOf('"', close + 1);
    }
    if (close === -1) {
      return false;
    }
    this.end = close + 1;
    const level = this.levels.at(-1);
    if (level?.keys !== undefined && level.atKey) {
      this.key(this.text.slice(start, this.end), start, level.keys);
    }
    return true;
  }

  private key(raw: string, offset: number, keys: Map<string, number>): void {
    const key = raw.includes('\\') ? unescaped(raw) : raw.slice(1, -1);
    const other = keys.get(key);
    if (other !== undefined && this.refusals.length < MAX_REFUSALS) {
      this.refusals.push(duplicateKey(key, offset, other));
    } else {
      keys.set(key, offset);
    }
    if (this.levels.length === 1) {
      this.rootKey = key;
    }
  }

  private word(): boolean {
    const start = this.end;
    this.end = skip(WORD, this.text, start);
    const word = this.text.slice(start, Math.min(this.end, start + 400));
    if (/^-?\d+(\.\d+)?[eE]/.test(word) && !Number.isFinite(Number(word))) {
      this.refusals.push({ offset: start, message: `the number ${word} is too big` });
    }
    return this.end > start;
  }

  private escaped(quote: number): boolean {
    let slashes = 0;
    while (this.text[quote - 1 - slashes] === '\\') {
      slashes++;
    }
    return slashes % 2 === 1;
  }

  private atKey(value: boolean): void {
    const level = this.levels.at(-1);
    if (level?.keys !== undefined) {
      level.atKey = value;
    }
  }

  private startItem(character: string): void {
    if (this.levels.length === 2 && this.inItems() && this.itemStart === -1 && character !== ']' && character !== ',') {
      this.itemStart = this.end;
    }
  }

  private endItem(bracket: number): void {
    if (this.levels.length === 2 && this.inItems() && this.itemStart !== -1) {
      this.items.push({ start: this.itemStart, end: this.end - bracket });
      this.itemStart = -1;
    }
  }

  private inItems(): boolean {
    return this.rootKey === 'items' && this.levels[0].keys !== undefined && this.levels[1].keys === undefined;
  }
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
