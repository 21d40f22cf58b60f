/** What a piece of a template is. */
export type ItemType =
  | ('text' | 'left' | 'right' | 'space' | 'pipe' | 'open' | 'close' | 'assign' | 'declare' | 'char' | 'end of text')
  | ('identifier' | 'field' | 'dot' | 'variable' | 'bool' | 'nil' | 'number' | 'character' | 'string' | 'raw')
  | ('block' | 'break' | 'continue' | 'define' | 'else' | 'end' | 'if' | 'range' | 'template' | 'with');

/** A piece of a template, with its place. */
export interface Item {
  readonly type: ItemType;
  readonly text: string;
  readonly from: number;
}

/** Why a template cannot be read. */
export class TemplateError extends Error {
  constructor(
    message: string,
    public readonly from: number,
    public readonly to: number,
    public readonly fix?: string,
  ) {
    super(message);
  }
}

const KEYWORDS = ['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'nil', 'range', 'template', 'with'];
const WORD = /[_\p{L}\p{Nd}]/u;

/**
 * Cuts a template into pieces, one at a time, since an error counts only once it is reached.
 *
 * Mirrors: go 1.26 `text/template/parse/lex.go`.
 */
export class TemplateLexer {
  private at = 0;
  private inside = false;
  private depth = 0;

  constructor(private readonly text: string) {}

  public next(): Item {
    return this.inside ? this.insideAction() : this.outside();
  }

  private outside(): Item {
    for (;;) {
      const start = this.at;
      const open = this.text.indexOf('{{', start);
      const to = open < 0 ? this.text.length : open;
      const trims = open >= 0 && /^-[ \t\r\n]/.test(this.text.slice(open + 2, open + 4));
      const kept = this.text.slice(start, to);
      const shown = trims ? kept.replace(/[ \t\r\n]+$/, '') : kept;
      this.at = to;
      if (shown !== '') {
        return { type: 'text', text: shown, from: start };
      }
      if (open < 0) {
        return { type: 'end of text', text: '', from: to };
      }
      const behind = open + (trims ? 4 : 2);
      if (!this.text.startsWith('/*', behind)) {
        this.inside = true;
        this.depth = 0;
        this.at = behind;
        return { type: 'left', text: '{{', from: open };
      }
      this.skipComment(open, behind);
    }
  }

  private skipComment(open: number, behind: number): void {
    const close = this.text.indexOf('*/', behind + 2);
    if (close < 0) {
      throw new TemplateError('A comment is not closed.', open, this.text.length, 'close it with */}}.');
    }
    const [whole] = /^(?:[ \t\r\n]-)?\}\}/.exec(this.text.slice(close + 2)) ?? [];
    if (whole === undefined) {
      throw new TemplateError('Between the end of a comment and }} stands something.', open, close + 2);
    }
    this.at = close + 2 + whole.length;
    this.trimBehind(whole);
  }

  private trimBehind(right: string): void {
    if (right.length > 2) {
      const [blank] = /^[ \t\r\n]*/.exec(this.text.slice(this.at)) as RegExpExecArray;
      this.at += blank.length;
    }
  }

  private insideAction(): Item {
    const from = this.at;
    const rest = this.text.slice(from);
    const [right] = /^(?:[ \t\r\n]-)?\}\}/.exec(rest) ?? [];
    if (right !== undefined) {
      if (this.depth > 0) {
        throw new TemplateError('A parenthesis is not closed.', from, from + right.length, 'close it with ).');
      }
      this.inside = false;
      this.at += right.length;
      this.trimBehind(right);
      return { type: 'right', text: '}}', from };
    }
    if (rest === '') {
      throw new TemplateError('An action is not closed.', this.text.lastIndexOf('{{'), from, 'close it with }}.');
    }
    return this.piece(rest, from);
  }

  private piece(rest: string, from: number): Item {
    const [space] = /^[ \t\r\n]+/.exec(rest) ?? [];
    if (space !== undefined) {
      // The last of them belongs to a trim marker.
      const marker = rest.startsWith('-}}', space.length) ? 1 : 0;
      return this.take('space', space.length - marker, from);
    }
    const sign = SIGNS[rest[0]];
    if (sign !== undefined) {
      this.depth += sign === 'open' ? 1 : sign === 'close' ? -1 : 0;
      if (this.depth < 0) {
        throw new TemplateError('A ")" closes nothing.', from, from + 1, 'remove it.');
      }
      return this.take(sign, 1, from);
    }
    switch (true) {
      case rest.startsWith(':='):
        return this.take('declare', 2, from);
      case rest.startsWith(':'):
        throw new TemplateError('":" stands alone.', from, from + 1, 'write :=.');
      case rest.startsWith('"'):
        return this.quoted(rest, from, /^"(?:\\[^\n]|[^"\\\n])*"/su, 'string');
      case rest.startsWith('`'):
        return this.quoted(rest, from, /^`[^`]*`/, 'raw');
      case rest.startsWith("'"):
        return this.quoted(rest, from, /^'(?:\\[^\n]|[^'\\\n])*'/su, 'character');
      case rest.startsWith('$'):
        return this.word(rest, from, 'variable');
      case /^\.(?![0-9])/.test(rest) && rest.length > 1:
        return this.word(rest, from, 'field');
      case /^[.+\-0-9]/.test(rest):
        return this.number(rest, from);
      case WORD.test(firstOf(rest)):
        return this.word(rest, from, 'identifier');
      case /^[ -~]/.test(rest):
        return this.take('char', 1, from);
      default:
        throw new TemplateError(`"${firstOf(rest)}" cannot stand in an action.`, from, from + firstOf(rest).length);
    }
  }

  private take(type: ItemType, length: number, from: number): Item {
    this.at = from + length;
    return { type, text: this.text.slice(from, this.at), from };
  }

  private quoted(rest: string, from: number, pattern: RegExp, type: ItemType): Item {
    const [whole] = pattern.exec(rest) ?? [];
    if (whole === undefined) {
      const line = rest.split('\n')[0];
      throw new TemplateError('A quotation is not closed.', from, from + line.length, `close it with ${rest[0]}.`);
    }
    return this.take(type, whole.length, from);
  }

  private word(rest: string, from: number, kind: 'variable' | 'field' | 'identifier'): Item {
    const prefix = kind === 'identifier' ? '' : rest[0];
    const [letters] = /^[_\p{L}\p{Nd}]*/u.exec(rest.slice(prefix.length)) as RegExpExecArray;
    const word = `${prefix}${letters}`;
    const behind = firstOf(rest.slice(word.length));
    if (behind !== '' && !/[ \t\r\n.,|:)(]/.test(behind) && !rest.startsWith('}}', word.length)) {
      const to = from + word.length;
      const fix = BARE_LABEL.test(rest) ? 'write index $labels "…" for a label with such a name.' : undefined;
      throw new TemplateError(`Behind "${word}" stands "${behind}".`, to, to + behind.length, fix);
    }
    if (word === '.') {
      return this.take('dot', 1, from);
    }
    if (kind !== 'identifier') {
      return this.take(kind, word.length, from);
    }
    const type = word === 'true' || word === 'false' ? 'bool' : KEYWORDS.includes(word) ? word : 'identifier';
    return this.take(type as ItemType, word.length, from);
  }

  private number(rest: string, from: number): Item {
    const one = numberAt(rest);
    let length = one;
    if (/^[+-]/.test(rest.slice(length))) {
      length += numberAt(rest.slice(length));
      if (rest[length - 1] !== 'i') {
        length = -1;
      }
    }
    const next = firstOf(rest.slice(length));
    if (length < 0 || (next !== '' && WORD.test(next))) {
      const [bad] = /^[^\s})|]*/.exec(rest) as RegExpExecArray;
      throw new TemplateError(`"${bad}" is no number.`, from, from + bad.length);
    }
    return this.take('number', length, from);
  }
}

/** Anything between braces that begins with a variable of Prometheus. */
const BARE_LABEL = /^[.$\w]+-/;

const SIGNS: { readonly [sign: string]: ItemType } = { '=': 'assign', '|': 'pipe', '(': 'open', ')': 'close' };

function firstOf(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Length of what looks like a number; whether it is one is seen later. */
function numberAt(text: string): number {
  const pattern =
    /^[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/;
  return (pattern.exec(text) as RegExpExecArray)[0].length;
}
