/**
 * Reads the part of RE2's syntax that nearly all rules keep to, and writes it for JavaScript's engine, which is ten
 * times faster: plain text, `.*` and `.+`, groups, and alternatives of plain text.
 *
 * Both engines prefer the same match (leftmost, earlier alternatives and longer repetitions first). To backtrack stays
 * cheap, because a branch may have one repetition and one group of alternatives at the most; whatever goes beyond is
 * left to RE2.
 */
export interface SimplePattern {
  /** The text, where the expression is nothing but plain text. */
  readonly literal: string | undefined;
  /** The expression for JavaScript, without anchors. */
  readonly source: string;
}

/** JavaScript's engine refuses expressions beyond a size that it does not tell. */
const LONGEST = 10_000;

/** @returns undefined if the expression goes beyond the simple part, or is no RE2 expression at all */
export function simplePattern(regex: string, dotMatchesNewline: boolean): SimplePattern | undefined {
  return regex.length > LONGEST ? undefined : new Reader(regex, dotMatchesNewline ? '[^]' : '[^\\n]').read();
}

/** A piece of plain text: characters without a meaning, or ASCII punctuation behind a backslash. */
const PLAIN = /(?:[^\\.*+?()|[\]{}^$\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff]|\\[!-/:-@[-`{-~])+/y;
const ALTERNATIVES = new RegExp(`\\((?:\\?:)?(${PLAIN.source}|)((?:\\|(?:${PLAIN.source}|))*)\\)`, 'y');
const ANY = /(\((?:\?:)?)\.([*+])\)|\.([*+])/y;

class Reader {
  private position = 0;
  private source = '';
  private literal: string | undefined = '';
  private repetitions = 0;
  private choices = 0;

  public constructor(
    private readonly regex: string,
    private readonly dot: string,
  ) {}

  public read(): SimplePattern | undefined {
    while (this.position < this.regex.length) {
      if (!this.readPiece() || /^[*+?{]/.test(this.regex.slice(this.position, this.position + 1))) {
        return undefined;
      }
    }
    return { literal: this.literal, source: this.source };
  }

  private readPiece(): boolean {
    const plain = this.take(PLAIN);
    if (plain) {
      const text = unescaped(plain[0]);
      this.source += escaped(text);
      this.literal = this.literal === undefined ? undefined : this.literal + text;
      return true;
    }
    this.literal = undefined;
    const isKnown = this.readBar() || this.readAny() || this.readAlternatives();
    return isKnown && this.repetitions <= 1 && this.choices <= 1;
  }

  private readBar(): boolean {
    if (this.regex[this.position] !== '|') {
      return false;
    }
    this.position += 1;
    this.source += '|';
    this.repetitions = 0;
    this.choices = 0;
    return true;
  }

  private readAny(): boolean {
    const any = this.take(ANY);
    if (!any) {
      return false;
    }
    const [, open, grouped, bare] = any;
    this.repetitions += 1;
    this.source += open === undefined ? `${this.dot}${bare}` : `${open}${this.dot}${grouped})`;
    return true;
  }

  private readAlternatives(): boolean {
    const group = this.take(ALTERNATIVES);
    if (!group) {
      return false;
    }
    const [whole, first, others] = group;
    this.choices += others === '' ? 0 : 1;
    const open = whole.startsWith('(?:') ? '(?:' : '(';
    this.source += `${open}${escaped(unescaped(first))}${bars(others)})`;
    return true;
  }

  private take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.position;
    const match = expression.exec(this.regex);
    this.position += match?.[0].length ?? 0;
    return match;
  }
}

/** Alternatives after the first, each behind its bar. A bar is never escaped here, and an escaped one is plain text. */
function bars(alternatives: string): string {
  return alternatives.replace(/\\[\s\S]|\||[^\\|]+/g, (piece) => (piece === '|' ? '|' : escaped(unescaped(piece))));
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
