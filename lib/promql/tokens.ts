import type { Dialect } from './dialect';

/** A word, a literal or a sign of an expression. */
export interface Token {
  readonly type: 'identifier' | 'keyword' | 'number' | 'duration' | 'string' | 'sign';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A fault in the text of an expression. */
export interface PromqlProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly fix?: string;
}

/** The tokens of an expression, up to the first fault. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly problem?: PromqlProblem;
}

/**
 * Splits an expression into tokens, without comments and spaces.
 *
 * Mirrors: prometheus `promql/parser/lex.go`, `lexStatements` and the states that it leads to, with what 2.53 does otherwise.
 */
export function tokenize(text: string, dialect: Dialect): Tokens {
  const lexer = new Lexer(text, dialect);
  try {
    lexer.run();
    return { tokens: lexer.tokens };
  } catch (error) {
    if (error instanceof Fault) {
      return { tokens: lexer.tokens, problem: error.problem };
    }
    throw error;
  }
}

class Fault extends Error {
  constructor(public readonly problem: PromqlProblem) {
    super(problem.message);
  }
}

const SPACE = /[ \t\n\r]/;
const ALPHA = /[A-Za-z_]/;
const WORD = /[A-Za-z0-9_]/;
const DIGIT = /[0-9]/;
const DURATION_WORDS = ['step', 'range', 'max_of', 'min_of'];

class Lexer {
  public readonly tokens: Token[] = [];
  private at = 0;
  private depth = 0;
  private readonly open: number[] = [];
  private inBraces = false;
  private inBrackets = false;
  /** Whether only what makes up a duration may follow, which ends with the first number. */
  private inDuration = false;
  private sawColon = false;
  /** Whether any range so far had a number; Prometheus does not ask for one in each. */
  private sawDuration = false;
  private bracket = 0;

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  public run(): void {
    for (;;) {
      this.skip();
      if (this.at >= this.text.length) {
        this.finish();
        return;
      }
      if (this.inBraces) {
        this.lexBraces();
      } else if (this.inDuration) {
        this.lexDuration();
      } else {
        this.lexStatement();
      }
    }
  }

  private finish(): void {
    if (this.inBraces) {
      this.fail(this.text.length, this.text.length, 'The "{" is not closed.', 'add "}".');
    }
    if (this.depth !== 0) {
      this.fail(this.open[this.open.length - 1], this.text.length, 'The "(" is not closed.', 'add ")".');
    }
    if (this.inBrackets) {
      this.fail(this.bracket, this.text.length, 'The "[" is not closed.', 'add "]".');
    }
  }

  private skip(): void {
    for (;;) {
      const char = this.peek();
      if (SPACE.test(char)) {
        this.at += 1;
      } else if (char === '#' && !this.inDuration) {
        while (this.at < this.text.length && !/[\r\n]/.test(this.peek())) {
          this.at += 1;
        }
      } else {
        return;
      }
    }
  }

  private peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  private emit(type: Token['type'], from: number, text = this.text.slice(from, this.at)): void {
    this.tokens.push({ type, text, from, to: this.at });
  }

  private sign(length: number, text?: string): void {
    const from = this.at;
    this.at += length;
    this.emit('sign', from, text);
  }

  private fail(from: number, to: number, message: string, fix?: string): never {
    throw new Fault({ from, to: Math.max(to, from), message, fix });
  }

  private unexpected(): never {
    const [char] = [...this.text.slice(this.at)];
    return this.fail(this.at, this.at + char.length, `"${char}" is not expected here.`);
  }

  private lexStatement(): void {
    const char = this.peek();
    const two = char + this.peek(1);
    if (['==', '!=', '<=', '>='].includes(two) || (this.dialect.trims && ['</', '>/'].includes(two))) {
      this.sign(2);
    } else if (two === '=~' || char === '!') {
      this.unexpected();
    } else if (two === '</' || two === '>/') {
      // Two operators, which are one for the grammar.
      this.fail(this.at, this.at + 2, `"${two}" came with Prometheus 3.11.`);
    } else if (',*/%+-^=<>@'.includes(char)) {
      this.sign(1);
    } else if (DIGIT.test(char) || (char === '.' && DIGIT.test(this.peek(1)))) {
      this.lexNumberOrDuration();
    } else if (`"'\``.includes(char)) {
      this.lexString();
    } else if (ALPHA.test(char) || char === ':') {
      this.lexWord();
    } else if (char === '(') {
      this.openParen();
    } else if (char === ')') {
      this.closeParen();
    } else if (char === '{') {
      this.sign(1);
      this.inBraces = true;
    } else if (char === '[') {
      if (this.inBrackets) {
        this.unexpected();
      }
      this.bracket = this.at;
      this.sign(1);
      this.inBrackets = true;
      this.inDuration = true;
      this.sawColon = false;
    } else if (char === ']' && this.inBrackets) {
      this.sign(1);
      this.inBrackets = false;
    } else {
      this.unexpected();
    }
  }

  private openParen(): void {
    this.open.push(this.at);
    this.depth += 1;
    this.sign(1);
  }

  private closeParen(): void {
    if (this.depth === 0) {
      this.fail(this.at, this.at + 1, 'This ")" closes nothing.', 'remove it, or add the "(".');
    }
    this.open.pop();
    this.depth -= 1;
    this.sign(1);
  }

  private lexWord(): void {
    const from = this.at;
    if (this.inBrackets) {
      // Prometheus 2.53 takes any letter for the colon of a subquery.
      const colon = this.peek() === ':' || !this.dialect.numbersAreDurations;
      if (colon) {
        if (this.sawColon) {
          this.unexpected();
        }
        this.sign(1, ':');
        this.sawColon = true;
        return;
      }
      this.lexDurationWord();
      return;
    }
    while (WORD.test(this.peek()) || this.peek() === ':') {
      this.at += 1;
    }
    const word = this.text.slice(from, this.at).toLowerCase();
    if (word === 'inf' || word === 'nan') {
      this.emit('number', from);
    } else if (this.dialect.keywords.has(word) && !(word.startsWith('fill') && !this.isBeforeParen())) {
      this.emit('keyword', from);
    } else {
      this.emit('identifier', from);
    }
  }

  private isBeforeParen(): boolean {
    return /^[ \t\n\r]*\(/.test(this.text.slice(this.at));
  }

  private lexDurationWord(): void {
    const from = this.at;
    while (ALPHA.test(this.peek())) {
      this.at += 1;
    }
    const word = this.text.slice(from, this.at).toLowerCase();
    if (!DURATION_WORDS.includes(word) || !this.dialect.keywords.has(word)) {
      this.fail(from, this.at, `"${this.text.slice(from, this.at)}" is no duration.`, 'write it as [5m].');
    }
    this.emit('keyword', from);
  }

  /** What follows `[`. */
  private lexDuration(): void {
    const char = this.peek();
    if (!this.dialect.durationExpressions) {
      this.inDuration = false;
      if (!DIGIT.test(char) && !(this.dialect.numbersAreDurations && char === '.')) {
        this.fail(this.at, this.at + 1, 'A duration is missing here.', 'write it as [5m].');
      }
      this.lexNumberOrDuration();
      return;
    }
    if (DIGIT.test(char) || (char === '.' && DIGIT.test(this.peek(1)))) {
      this.sawDuration = true;
      this.inDuration = false;
      this.lexNumberOrDuration();
    } else if (char === ']') {
      this.sign(1);
      this.inBrackets = false;
      this.inDuration = false;
      this.sawColon = false;
    } else if (char === ':') {
      if (!this.sawDuration || this.sawColon) {
        this.unexpected();
      }
      this.sign(1);
      this.sawColon = true;
    } else if (char === '(') {
      this.openParen();
    } else if (char === ')') {
      this.closeParen();
    } else if ('+-*/%^'.includes(char) || (char === ',' && this.dialect.keywords.has('max_of'))) {
      this.sign(1);
    } else if (ALPHA.test(char)) {
      this.lexDurationWord();
    } else {
      this.unexpected();
    }
  }

  private lexBraces(): void {
    const char = this.peek();
    const two = char + this.peek(1);
    if (ALPHA.test(char)) {
      const from = this.at;
      while (WORD.test(this.peek())) {
        this.at += 1;
      }
      this.emit('identifier', from);
    } else if (`"'\``.includes(char)) {
      this.lexString();
    } else if (['=~', '!~', '!='].includes(two)) {
      this.sign(2);
    } else if (char === '=' || char === ',') {
      this.sign(1);
    } else if (char === '}') {
      this.sign(1);
      this.inBraces = false;
    } else {
      this.unexpected();
    }
  }

  private lexString(): void {
    const from = this.at;
    const quote = this.peek();
    const raw = quote === '`';
    this.at += 1;
    for (;;) {
      const char = this.peek();
      if (char === '' || (char === '\n' && !raw)) {
        this.fail(from, this.at, `The text that begins with ${quote} is not closed.`, `add ${quote}.`);
      }
      if (char === '\uFFFD') {
        this.fail(this.at, this.at + 1, 'This is no valid character.', 'replace it.');
      }
      this.at += 1;
      if (char === quote) {
        this.emit('string', from);
        return;
      }
      if (char === '\\' && !raw) {
        this.lexEscape(quote);
      }
    }
  }

  private lexEscape(quote: string): void {
    const from = this.at - 1;
    const rest = this.text.slice(this.at);
    const [plain] = /^[abfnrtv\\]/.exec(rest) ?? (rest.startsWith(quote) ? [quote] : []);
    if (plain !== undefined) {
      this.at += 1;
      return;
    }
    const [code] =
      /^(?:[0-7]{3}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/.exec(rest) ??
      this.fail(
        from,
        from + 2,
        `"\\${rest.charAt(0)}" is no escape that PromQL knows.`,
        `write "\\\\${rest.charAt(0)}", with two backslashes, or quote the text with backticks.`,
      );
    const value = /^[xuU]/.test(code) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8);
    const most = /^[uU]/.test(code) ? 0x10_ff_ff : 255;
    if (value > most || (value >= 0xd8_00 && value < 0xe0_00)) {
      this.fail(from, from + 1 + code.length, `"\\${code}" is no character.`);
    }
    this.at += code.length;
  }

  private lexNumberOrDuration(): void {
    const from = this.at;
    const isNumber = this.dialect.numbersAreDurations ? this.scanNumber() : this.scanOldNumber();
    const duration = !this.dialect.numbersAreDurations && this.tokens[this.tokens.length - 1]?.text === '[';
    if (isNumber) {
      if (duration) {
        const number = this.text.slice(from, this.at);
        this.fail(from, this.at, `"${number}" lacks a unit.`, `write ${number}s.`);
      }
      this.emit('number', from);
    } else if (this.acceptDuration()) {
      this.emit('duration', from);
    } else {
      while (WORD.test(this.peek())) {
        this.at += 1;
      }
      const to = Math.max(this.at, from + 1);
      this.fail(
        from,
        to,
        `"${this.text.slice(from, to)}" is neither a number nor a duration.`,
        'write it as 5m or 1h30m.',
      );
    }
  }

  private accept(set: string): boolean {
    const char = this.peek();
    if (char !== '' && set.includes(char)) {
      this.at += 1;
      return true;
    }
    return false;
  }

  private acceptAll(set: string): void {
    while (this.accept(set)) {
      // Goes on.
    }
  }

  private acceptDuration(): boolean {
    if (!this.accept('smhdwy')) {
      return false;
    }
    this.accept('s');
    while (this.accept('0123456789')) {
      this.acceptAll('0123456789');
      if (!this.accept('smhdw')) {
        return false;
      }
      this.accept('s');
    }
    return !WORD.test(this.peek());
  }

  private scanOldNumber(): boolean {
    let digits = '0123456789';
    if (this.accept('0') && this.accept('xX')) {
      digits = '0123456789abcdefABCDEF';
    }
    this.acceptAll(digits);
    if (this.accept('.')) {
      this.acceptAll(digits);
    }
    if (this.accept('eE')) {
      this.accept('+-');
      this.acceptAll('0123456789');
    }
    return !WORD.test(this.peek());
  }

  private scanNumber(): boolean {
    const from = this.at;
    let digits = '0123456789';
    if (this.accept('0') && this.accept('xX')) {
      this.accept('_');
      digits = '0123456789abcdefABCDEF';
    }
    this.accept('.');
    this.accept(digits);
    let dot = false;
    let exponent = false;
    while (this.peek() !== '' && `${digits}._eE`.includes(this.peek())) {
      if ((dot && this.accept('.')) || (exponent && this.accept('eE'))) {
        return false;
      }
      if (this.accept('.')) {
        dot = true;
        if (this.accept('_.') || digits.length > 10) {
          return false;
        }
      } else if (this.accept('eE')) {
        exponent = true;
        this.accept('+-');
        if (this.accept('._eE') || this.peek() === '') {
          return false;
        }
      } else if (this.accept('_')) {
        if (this.accept('._eE') || this.peek() === '') {
          return false;
        }
      } else {
        this.acceptAll(digits);
      }
    }
    return this.at > from && !WORD.test(this.peek());
  }
}
