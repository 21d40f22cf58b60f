import { atLeast, type Version } from '../../simulator/versions/version';
import { nearestOf } from '../nearest';
import { type Item, type ItemType, TemplateError, TemplateLexer } from './template-lexer';
import { whyNoLiteral } from './template-literals';

/** What is wrong with a template. */
export interface TemplateProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly fix?: string;
}

/** Functions of every template. Source: go 1.26 `text/template/funcs.go`, `builtins`. */
const BUILTINS = 'and call html index slice js len not or print printf println urlquery eq ge gt le lt ne'.split(' ');

/** Source: prometheus `template/template.go`, `NewTemplateExpander`, of 2.53.3. */
const OWN = [
  ...['args', 'externalURL', 'first', 'graphLink', 'humanize', 'humanize1024', 'humanizeDuration'],
  ...['humanizePercentage', 'humanizeTimestamp', 'label', 'match', 'pathPrefix', 'query', 'reReplaceAll'],
  ...['safeHtml', 'sortByLabel', 'strvalue', 'tableLink', 'title', 'toLower', 'toUpper', 'value'],
];

/** Those that came later, with the version. Source: prometheus `CHANGELOG.md`, and the same file of 2.53.3 to 3.15. */
const NEWER = {
  ...{ parseDuration: '2.32.0', stripPort: '2.33.0', stripDomain: '2.36.0', toTime: '2.38.0' },
  ...{ now: '3.6.0', toDuration: '3.6.0', urlQueryEscape: '3.8.0' },
} as const;

/** Variables that Prometheus sets in front of the templates of alerts. */
const VARIABLES = ['$labels', '$externalLabels', '$externalURL', '$value'];

/** Names of the functions that templates of a version have. */
export function templateFunctions(version: Version): string[] {
  const release = { ...version, prerelease: [] };
  const newer = Object.entries(NEWER).filter(([, since]) => atLeast(release, since));
  return [...BUILTINS, ...OWN, ...newer.map(([name]) => name)];
}

/**
 * Why Prometheus refuses the template of a label or annotation of an alert; `undefined` where it takes it.
 *
 * Mirrors: prometheus v3.15 `model/rulefmt/rulefmt.go`, `testTemplateParsing`, with go 1.26 `text/template/parse/parse.go`:
 * the template is parsed and not executed, so that fields that do not exist count as fine.
 */
export function checkTemplate(text: string, version: Version): TemplateProblem | undefined {
  if (!text.includes('{{')) {
    return undefined;
  }
  try {
    new TemplateParser(text, new Set(templateFunctions(version))).parse();
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateError)) {
      throw error;
    }
    const { from, to, message, fix } = error;
    return { from, to, message, fix };
  }
}

type Closing = 'end' | 'else';
/** What a term is, as far as it matters for what may stand behind it. */
type Term = 'value' | 'literal' | 'callable';

class TemplateParser {
  private readonly lexer: TemplateLexer;
  /** Pieces that were looked at and not taken yet. */
  private readonly ahead: Item[] = [];
  private variables = ['$', ...VARIABLES];
  private rangeDepth = 0;
  private readonly defined = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    this.lexer = new TemplateLexer(text);
  }

  public parse(): void {
    while (this.peek().type !== 'end of text') {
      if (this.peek().type === 'left') {
        const left = this.take();
        const blanks: Item[] = [];
        while (this.peek().type === 'space') {
          blanks.push(this.take());
        }
        if (this.peek().type === 'define') {
          this.take();
          this.definition();
          continue;
        }
        this.ahead.unshift(left, ...blanks);
      }
      const closing = this.textOrAction();
      if (closing !== undefined) {
        this.fail(closing.item, `"${closing.kind}" closes nothing.`, 'remove it.');
      }
    }
  }

  private peek(): Item {
    if (this.ahead.length === 0) {
      this.ahead.push(this.lexer.next());
    }
    return this.ahead[0];
  }

  private take(): Item {
    const item = this.peek();
    this.ahead.shift();
    return item;
  }

  private skipSpace(): Item {
    while (this.peek().type === 'space') {
      this.take();
    }
    return this.peek();
  }

  private takeNext(): Item {
    this.skipSpace();
    return this.take();
  }

  private fail({ from, text }: Pick<Item, 'from' | 'text'>, message: string, fix?: string): never {
    throw new TemplateError(message, from, from + text.length, fix);
  }

  private unexpected(item: Item, where: string): never {
    const what = item.type === 'end of text' ? 'The template ends' : `"${item.text}" stands`;
    this.fail(item, `${what} in ${where}, where something else is expected.`);
  }

  private expect(type: ItemType, where: string): Item {
    const item = this.takeNext();
    return item.type === type ? item : this.unexpected(item, where);
  }

  /** Up to an `end` or `else`, which is returned. */
  private list(): { readonly kind: Closing; readonly item: Item } {
    while (this.skipSpace().type !== 'end of text') {
      const closing = this.textOrAction();
      if (closing !== undefined) {
        return closing;
      }
    }
    return this.fail(this.peek(), 'An "if", "range", "with", "block" or "define" is not closed.', 'add {{ end }}.');
  }

  private textOrAction(): { readonly kind: Closing; readonly item: Item } | undefined {
    const item = this.takeNext();
    if (item.type === 'text') {
      return undefined;
    }
    return item.type === 'left' ? this.action() : this.unexpected(item, 'the text');
  }

  private action(): { readonly kind: Closing; readonly item: Item } | undefined {
    const item = this.skipSpace();
    switch (item.type) {
      case 'end':
        this.take();
        this.expect('right', 'an "end"');
        return { kind: 'end', item };
      case 'else':
        this.take();
        if (!['if', 'with'].includes(this.skipSpace().type)) {
          this.expect('right', 'an "else"');
        }
        return { kind: 'else', item };
      case 'if':
      case 'range':
      case 'with':
        this.take();
        this.control(item.type);
        return undefined;
      case 'break':
      case 'continue':
        this.take();
        this.expect('right', `a "${item.type}"`);
        if (this.rangeDepth === 0) {
          this.fail(item, `"${item.type}" stands outside of a range.`);
        }
        return undefined;
      case 'template':
      case 'block':
        this.take();
        this.named(item.type);
        return undefined;
      default:
        this.pipeline('a command', 'right');
        return undefined;
    }
  }

  private control(kind: 'if' | 'range' | 'with'): void {
    const before = this.variables.length;
    this.pipeline(`"${kind}"`, 'right', kind === 'range');
    this.rangeDepth += kind === 'range' ? 1 : 0;
    const closing = this.list();
    this.rangeDepth -= kind === 'range' ? 1 : 0;
    if (closing.kind === 'else') {
      if (kind !== 'range' && this.peek().type === kind) {
        this.take();
        this.control(kind);
      } else {
        const end = this.list();
        if (end.kind === 'else') {
          this.fail(end.item, 'A second "else" stands where "end" is expected.', 'write {{ end }}.');
        }
      }
    }
    this.variables.length = before;
  }

  private named(kind: 'template' | 'block'): void {
    const name = this.name(this.takeNext(), kind);
    if (kind === 'template' && this.skipSpace().type === 'right') {
      this.take();
      return;
    }
    this.pipeline(`"${kind}"`, 'right');
    if (kind === 'block') {
      this.body(name, 'block');
    }
  }

  private definition(): void {
    const name = this.name(this.takeNext(), 'define');
    this.expect('right', 'a "define"');
    this.body(name, 'define');
  }

  /** A template of its own, which does not know the variables around it. */
  private body(name: string, kind: string): void {
    const { variables, rangeDepth } = this;
    this.variables = ['$'];
    this.rangeDepth = 0;
    const from = this.peek().from;
    const closing = this.list();
    if (closing.kind === 'else') {
      this.fail(closing.item, `An "else" stands in a "${kind}".`, 'remove it.');
    }
    this.variables = variables;
    this.rangeDepth = rangeDepth;
    // One that holds nothing but blanks may be defined again.
    const body = this.text.slice(from, closing.item.from).replace(/\{\{[^{}]*$/, '');
    if (body.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, '').trim() === '') {
      return;
    }
    if (this.defined.has(name)) {
      this.fail(closing.item, `Template "${name}" is defined twice.`, 'give one of them another name.');
    }
    this.defined.add(name);
  }

  private name(item: Item, kind: string): string {
    if (item.type !== 'string' && item.type !== 'raw') {
      return this.unexpected(item, `a "${kind}", where a name in quotes is expected`);
    }
    this.checkLiteral(item);
    return item.text.slice(1, -1);
  }

  private pipeline(where: string, end: 'right' | 'close', isRange = false): void {
    this.declarations(where, isRange);
    let stage = 0;
    let literal: Item | undefined;
    for (;;) {
      const item = this.skipSpace();
      if (item.type === end) {
        if (stage === 0) {
          this.fail(item, `A value is missing in ${where}.`);
        }
        if (literal !== undefined) {
          this.fail(literal, `"${literal.text}" stands behind a "|", and is no function.`);
        }
        this.take();
        return;
      }
      if (!STARTS.has(item.type)) {
        this.unexpected(item, where);
      }
      stage += 1;
      if (this.command() === 'literal' && stage > 1) {
        literal ??= item;
      }
    }
  }

  private declarations(where: string, isRange: boolean): void {
    for (let count = 1; this.skipSpace().type === 'variable'; count++) {
      const variable = this.take();
      const blanks: Item[] = [];
      while (this.peek().type === 'space') {
        blanks.push(this.take());
      }
      const next = this.peek();
      if (next.type === 'assign' || next.type === 'declare') {
        this.take();
        this.variables.push(variable.text);
        return;
      }
      if (next.type !== 'char' || next.text !== ',') {
        this.ahead.unshift(variable, ...blanks);
        return;
      }
      this.take();
      this.variables.push(variable.text);
      if (!isRange || count > 1) {
        this.fail(variable, `${where} declares too many variables.`);
      }
      if (!['variable', 'right', 'close'].includes(this.skipSpace().type)) {
        this.fail(this.peek(), 'A range can declare variables only.');
      }
    }
  }

  /** Operands with blanks between them, up to a `|` or the end; returns what the first is. */
  private command(): Term {
    let first: Term | undefined;
    for (;;) {
      this.skipSpace();
      const term = this.operand();
      first ??= term;
      const item = this.take();
      switch (item.type) {
        case 'space':
          continue;
        case 'right':
        case 'close':
          this.ahead.unshift(item);
          break;
        case 'pipe':
          break;
        default:
          this.unexpected(item, 'an operand');
      }
      return first ?? this.fail(item, 'A command is empty.');
    }
  }

  private operand(): Term | undefined {
    const start = this.peek();
    const term = this.term();
    if (term !== undefined && this.peek().type === 'field') {
      if (term === 'literal') {
        this.fail(this.peek(), `"${start.text}" has no fields.`);
      }
      while (this.peek().type === 'field') {
        this.take();
      }
      return 'callable';
    }
    return term;
  }

  private term(): Term | undefined {
    const item = this.peek();
    switch (item.type) {
      case 'identifier':
        this.take();
        this.checkFunction(item);
        return 'callable';
      case 'variable':
        this.take();
        this.checkVariable(item);
        return 'callable';
      case 'field':
        this.take();
        return 'callable';
      case 'open':
        this.take();
        this.pipeline('parentheses', 'close');
        return 'callable';
      case 'dot':
      case 'nil':
      case 'bool':
        this.take();
        return 'literal';
      case 'number':
      case 'character':
      case 'string':
      case 'raw':
        this.take();
        this.checkLiteral(item);
        return 'literal';
      default:
        return undefined;
    }
  }

  private checkLiteral(item: Item): void {
    const reason = whyNoLiteral(item);
    if (reason !== undefined) {
      this.fail(item, reason);
    }
  }

  private checkFunction(item: Item): void {
    const { text } = item;
    if (this.functions.has(text)) {
      return;
    }
    const variable = VARIABLES.find((name) => name === `$${text}`);
    const newer = NEWER[text as keyof typeof NEWER];
    const near = nearestOf(text, [...this.functions]);
    this.fail(
      item,
      newer === undefined
        ? `There is no function "${text}".`
        : `Function "${text}" came with Prometheus ${newer.replace(/\.0$/, '')}.`,
      variable === undefined ? near && `did you mean ${near}?` : `write ${variable}.`,
    );
  }

  private checkVariable(item: Item): void {
    const { text } = item;
    if (this.variables.includes(text)) {
      return;
    }
    const near = nearestOf(text, this.variables.slice(1));
    this.fail(item, `There is no variable "${text}" here.`, near === undefined ? undefined : `did you mean ${near}?`);
  }
}

const STARTS: ReadonlySet<ItemType> = new Set([
  ...([
    'bool',
    'character',
    'dot',
    'field',
    'identifier',
    'number',
    'nil',
    'raw',
    'string',
    'variable',
    'open',
  ] as const),
]);
