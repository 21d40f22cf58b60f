import {
  APOSTROPHE,
  BACKSLASH,
  BAR,
  CLOSE_LIST,
  COLON,
  COMMA,
  DASH,
  HASH,
  INDICATOR,
  isPrintable,
  KEY,
  NEWLINE,
  OPEN_LIST,
  OPEN_MAP,
  PLUS,
  QUOTE,
  SPACE,
  TAB,
  WORD,
} from './plain-characters';
import type { Data, Extent } from './plain-data';
import { plainKey, plainValue } from './scalar-value';

/** A document that was read without a syntax tree. */
export interface PlainBlock {
  readonly data: { [key: string]: Data };
  /** Offset of the first key. */
  readonly start: number;
  /** Where the maps in the list `items` of the document stand. */
  readonly items: readonly (Extent | undefined)[];
}

/**
 * Reads a document in the simple style that nearly all manifests are written in, many times faster than a parser that
 * knows all of YAML: maps and lists by indentation, values on one line each, blocks of text, one-line lists of words.
 *
 * Gives up (undefined) at anything else, be it YAML or not. Never says what is wrong, and never reads what the parser
 * would read in another way: the tests hold the two against each other.
 *
 * @param text lines of it end in `\n`
 * @param start offset of the first line
 * @param end offset behind the last line
 */
export function readPlainBlock(text: string, start: number, end: number): PlainBlock | undefined {
  const reader = new BlockReader(text, end);
  try {
    return reader.read(start);
  } catch (error) {
    if (error === GIVE_UP) {
      return undefined;
    }
    throw error;
  }
}

const GIVE_UP = Symbol('no plain block');
const MAX_DEPTH = 60;
/** YAML itself ends at 1024. */
const MAX_KEY = 500;

class BlockReader {
  /** Offset of the first character of the line that is not white, or within the line. */
  private at = 0;
  /** How far that character is indented; -1 at the end. */
  private indent = 0;
  private depth = 0;
  private readonly items: (Extent | undefined)[] = [];
  private listsItems = false;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  public read(from: number): PlainBlock | undefined {
    this.nextLine(from);
    const start = this.at;
    if (this.indent === -1 || !this.isKey(start)) {
      return undefined;
    }
    const data = this.map(this.indent);
    return this.indent === -1 ? { data, start, items: this.items } : undefined;
  }

  private code(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : NEWLINE;
  }

  /** Goes to the next line that has more than a comment. */
  private nextLine(from: number): void {
    let lineStart = from;
    while (lineStart < this.end) {
      let at = lineStart;
      while (this.code(at) === SPACE) {
        at++;
      }
      const code = this.code(at);
      if (code !== NEWLINE && code !== HASH) {
        this.at = at;
        this.indent = at - lineStart;
        return;
      }
      lineStart = this.restOfLine(at);
    }
    this.at = this.end;
    this.indent = -1;
  }

  /** Offset of the line behind a comment, or behind nothing. */
  private restOfLine(from: number): number {
    let at = from;
    if (this.code(at) === HASH) {
      while (this.code(at) !== NEWLINE) {
        this.printable(at++);
      }
    }
    return this.code(at) === NEWLINE ? at + 1 : giveUp();
  }

  /** Goes on behind a value: to the next line, which must not belong to the value. */
  private endOfValue(from: number, indent: number): void {
    let at = from;
    while (this.code(at) === SPACE) {
      at++;
    }
    if (this.code(at) === HASH && at === from) {
      giveUp();
    }
    this.nextLine(this.restOfLine(at));
    if (this.indent > indent) {
      giveUp();
    }
  }

  private printable(at: number): void {
    if (!isPrintable(this.text.charCodeAt(at))) {
      giveUp();
    }
  }

  private block(): Data {
    return this.isDash(this.at) ? this.list(this.indent) : this.map(this.indent);
  }

  private isDash(at: number): boolean {
    const next = this.code(at + 1);
    return this.code(at) === DASH && (next === SPACE || next === NEWLINE);
  }

  private enter(): void {
    if (++this.depth > MAX_DEPTH) {
      giveUp();
    }
  }

  private map(indent: number): { [key: string]: Data } {
    this.enter();
    const map: { [key: string]: Data } = {};
    do {
      const key = this.key();
      // What prototypes have counts too; it is rare enough to leave it to the parser.
      if (key in map) {
        giveUp();
      }
      this.listsItems = this.depth === 1 && key === 'items';
      map[key] = this.valueOfKey(indent);
      this.listsItems = false;
    } while (this.indent === indent);
    this.depth--;
    return this.indent > indent ? giveUp() : map;
  }

  private list(indent: number): Data[] {
    this.enter();
    const list: Data[] = [];
    const noted = this.listsItems;
    this.listsItems = false;
    while (this.indent === indent && this.isDash(this.at)) {
      const dash = this.at;
      let at = dash + 1;
      while (this.code(at) === SPACE) {
        at++;
      }
      const value = this.entry(dash, at, indent, noted);
      list.push(value);
    }
    this.depth--;
    return this.indent > indent ? giveUp() : list;
  }

  private entry(dash: number, at: number, indent: number, noted: boolean): Data {
    let start = at;
    let value: Data = null;
    if (this.code(at) === NEWLINE) {
      this.nextLine(at + 1);
      start = this.at;
      if (this.indent > indent) {
        value = this.block();
      }
    } else if (this.isDash(at) || this.isKey(at)) {
      this.at = at;
      this.indent = indent + at - dash;
      value = this.block();
    } else {
      value = this.value(at, indent);
    }
    if (noted) {
      const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
      this.items.push(isMap ? { start, end: this.indent === -1 ? this.end : this.at - this.indent } : undefined);
    }
    return value;
  }

  /** Offset behind the colon of a key, or -1. */
  private endOfKey(at: number): number {
    let end = at;
    if (this.code(at) === QUOTE) {
      end = this.endOfQuote(at);
      if (end === -1) {
        return -1;
      }
    } else {
      if (KEY[this.code(at)] !== 1) {
        return -1;
      }
      do {
        end++;
      } while (KEY[this.code(end)]);
    }
    const next = this.code(end + 1);
    return this.code(end) === COLON && (next === SPACE || next === NEWLINE) && end - at < MAX_KEY ? end + 1 : -1;
  }

  private isKey(at: number): boolean {
    return this.endOfKey(at) !== -1;
  }

  private key(): string {
    const start = this.at;
    const end = this.endOfKey(start);
    if (end === -1) {
      return giveUp();
    }
    this.at = end;
    return this.code(start) === QUOTE
      ? this.text.slice(start + 1, end - 2)
      : (plainKey(this.text.slice(start, end - 1)) ?? giveUp());
  }

  private valueOfKey(indent: number): Data {
    let at = this.at;
    while (this.code(at) === SPACE) {
      at++;
    }
    const code = this.code(at);
    if (code !== NEWLINE && code !== HASH) {
      return this.value(at, indent);
    }
    this.nextLine(this.restOfLine(at));
    if (this.indent > indent) {
      return this.block();
    }
    return this.indent === indent && this.isDash(this.at) ? this.list(indent) : null;
  }

  /** A value that begins in the middle of a line. */
  private value(at: number, indent: number): Data {
    switch (this.code(at)) {
      case QUOTE:
      case APOSTROPHE: {
        const end = this.endOfQuote(at);
        if (end === -1) {
          return giveUp();
        }
        this.endOfValue(end, indent);
        return this.text.slice(at + 1, end - 1);
      }
      case BAR:
        return this.literal(at, indent);
      case OPEN_LIST:
        return this.words(at, indent);
      case OPEN_MAP:
        if (!this.text.startsWith('{}', at)) {
          return giveUp();
        }
        this.endOfValue(at + 2, indent);
        return {};
      default:
        return this.plain(at, indent);
    }
  }

  /** Offset behind a quoted text without escapes, or -1. */
  private endOfQuote(start: number): number {
    const quote = this.text.charCodeAt(start);
    let at = start + 1;
    // Not by `indexOf`: where the quote is not closed, that would search all documents to come.
    for (let code = this.code(at); code !== quote; code = this.code(++at)) {
      if (code === NEWLINE || (code === BACKSLASH && quote === QUOTE)) {
        return -1;
      }
      this.printable(at);
    }
    return this.code(at + 1) === quote ? -1 : at + 1;
  }

  private plain(start: number, indent: number): Data {
    const first = this.code(start);
    if (INDICATOR[first] || this.isDash(start)) {
      return giveUp();
    }
    let at = start;
    let end = start;
    for (let code = first; code !== NEWLINE; code = this.code(++at)) {
      if (code === SPACE) {
        if (this.code(at + 1) === HASH) {
          break;
        }
        continue;
      }
      if (code === COLON) {
        const next = this.code(at + 1);
        if (next === SPACE || next === NEWLINE) {
          return giveUp();
        }
      } else {
        this.printable(at);
      }
      end = at + 1;
    }
    this.endOfValue(end, indent);
    return finite(plainValue(this.text.slice(start, end)));
  }

  /** A list of words and quoted texts on one line. */
  private words(open: number, indent: number): Data[] {
    const list: Data[] = [];
    let at = this.spaces(open + 1);
    while (this.code(at) !== CLOSE_LIST || list.length > 0) {
      const start = at;
      const code = this.code(at);
      if (code === QUOTE || code === APOSTROPHE) {
        at = this.endOfQuote(at);
        if (at === -1) {
          return giveUp();
        }
        list.push(this.text.slice(start + 1, at - 1));
      } else {
        while (WORD[this.code(at)]) {
          at++;
        }
        const word = this.text.slice(start, at);
        if (word === '' || (code === DASH && !KEY[this.code(start + 1)])) {
          return giveUp();
        }
        list.push(finite(plainValue(word)));
      }
      at = this.spaces(at);
      if (this.code(at) === CLOSE_LIST) {
        break;
      }
      if (this.code(at) !== COMMA) {
        return giveUp();
      }
      at = this.spaces(at + 1);
    }
    this.endOfValue(at + 1, indent);
    return list;
  }

  private spaces(from: number): number {
    let at = from;
    while (this.code(at) === SPACE) {
      at++;
    }
    return at;
  }

  /** A block of text behind `|`, `|-` or `|+`. */
  private literal(bar: number, indent: number): string {
    const chomp = this.code(bar + 1);
    let lineStart = this.spaces(bar + (chomp === DASH || chomp === PLUS ? 2 : 1)) + 1;
    const own = this.spaces(lineStart) - lineStart;
    if (this.code(lineStart - 1) !== NEWLINE || own <= indent || this.code(lineStart + own) === NEWLINE) {
      return giveUp();
    }
    const lines: string[] = [];
    let used = 0;
    while (lineStart < this.end) {
      const first = this.spaces(lineStart);
      const newline = this.text.indexOf('\n', first);
      const lineEnd = newline === -1 || newline > this.end ? this.end : newline;
      if (first === lineEnd) {
        if (first - lineStart > own) {
          return giveUp();
        }
        lines.push('');
      } else if (first - lineStart < own) {
        break;
      } else {
        for (let at = first; at < lineEnd; at++) {
          if (this.text.charCodeAt(at) !== TAB || at === first) {
            this.printable(at);
          }
        }
        lines.push(this.text.slice(lineStart + own, lineEnd));
        used = lines.length;
      }
      lineStart = lineEnd + 1;
    }
    this.nextLine(lineStart);
    if (this.indent > indent) {
      giveUp();
    }
    const trailing = chomp === PLUS ? lines.length - used : 0;
    const content = lines.length > used ? lines.slice(0, used) : lines;
    return `${content.join('\n')}${chomp === DASH ? '' : '\n'.repeat(1 + trailing)}`;
  }
}

function finite(value: Data): Data {
  return typeof value !== 'number' ? value : !Number.isFinite(value) ? giveUp() : value === 0 ? 0 : value;
}

function giveUp(): never {
  throw GIVE_UP;
}
