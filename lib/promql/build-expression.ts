import type { Dialect } from './dialect';
import type { Expression, Matcher, Matching, Modifiers, Part } from './expression';
import { childrenOf, type GrammarNode } from './grammar';
import { numberOf, secondsOf, unquote } from './literals';
import type { PromqlProblem, Token } from './tokens';

/** Operators by how tightly they bind. Source: prometheus `promql/parser/generated_parser.y`, the list of `%left`. */
const BINDING: { readonly [op: string]: number } = {
  ...{ or: 1, and: 2, unless: 2 },
  ...{ '==': 3, '>=': 3, '>': 3, '<': 3, '<=': 3, '!=': 3, '</': 3, '>/': 3 },
  ...{ '+': 4, '-': 4, '*': 5, '/': 5, '%': 5, atan2: 5, '^': 6 },
};
const UNARY = 5;

/** Most seconds that a duration of Go holds. */
const MOST_SECONDS = 2 ** 63 / 1e9;

type Item =
  | { readonly what: 'operand'; readonly node: GrammarNode }
  | { readonly what: 'unary'; readonly node: GrammarNode }
  | { readonly what: 'binary'; readonly op: GrammarNode; readonly modifiers: readonly GrammarNode[] }
  | { readonly what: 'postfix'; readonly node: GrammarNode; readonly parts: readonly GrammarNode[] };

const CHAINED = /^(?:Binary|Unary|Offset|Subquery|StepInvariant|Anchored|Smoothed)Expr$|^MatrixSelector$/;

/**
 * Makes the expression that Prometheus reads of a tree of the grammar without error nodes.
 *
 * The grammar lets `offset`, `@` and ranges bind weaker than operators; Prometheus has them belong to the selector in front
 * of them. So the operands, operators and modifiers are taken in the order of the text, and put together anew.
 *
 * Mirrors: prometheus `promql/parser/generated_parser.y` and `promql/parser/parse.go`, `addOffset`, `setTimestamp`,
 * `setAnchored` and the like.
 */
export class ExpressionBuilder {
  public readonly problems: PromqlProblem[] = [];
  private readonly tokenAt: ReadonlyMap<number, Token>;

  constructor(
    private readonly text: string,
    tokens: readonly Token[],
    private readonly dialect: Dialect,
  ) {
    this.tokenAt = new Map(tokens.map((token) => [token.from, token]));
  }

  public build(node: GrammarNode): Expression {
    const chain = new Chain(itemsOf(node), this);
    return chain.expression(0);
  }

  public fail(part: Part, message: string, fix?: string): void {
    this.problems.push({ from: part.from, to: part.to, message, fix });
  }

  public get numbersAreDurations(): boolean {
    return this.dialect.numbersAreDurations;
  }

  public get strictRanges(): boolean {
    return this.dialect.strictRanges;
  }

  public hasFeature(feature: string): boolean {
    return this.dialect.features.has(feature);
  }

  public wordOf(node: Part): string {
    return this.text.slice(node.from, node.to);
  }

  public operand(node: GrammarNode): Expression {
    const { from, to } = node;
    const children = childrenOf(node);
    switch (node.name) {
      case 'NumberDurationLiteral':
        return { kind: 'number', from, to, value: this.number(node) };
      case 'StringLiteral':
        return { kind: 'string', from, to, value: unquote(this.wordOf(node)) };
      case 'ParenExpr':
        return { kind: 'paren', from, to, of: this.build(children[0]) };
      case 'VectorSelector':
        return this.selector(node, children);
      case 'FunctionCall': {
        const [name, body] = children;
        const args = childrenOf(body).map((child) => this.build(child));
        return { kind: 'call', from, to, name: this.wordOf(name), nameAt: name, args };
      }
      default:
        return this.aggregate(node, children);
    }
  }

  private aggregate({ from, to }: GrammarNode, children: readonly GrammarNode[]): Expression {
    const of = (name: string) => children.find((child) => child.name === name);
    const modifier = of('AggregateModifier');
    if (modifier !== undefined) {
      this.labels(childrenOf(modifier)[1]);
    }
    const args = childrenOf(of('FunctionCallBody') as GrammarNode).map((child) => this.build(child));
    return { kind: 'aggregate', from, to, op: this.wordOf(children[0]).toLowerCase(), args };
  }

  private selector({ from, to }: GrammarNode, children: readonly GrammarNode[]): Expression {
    const [first] = children;
    const name = first?.name === 'Identifier' ? this.wordOf(first) : undefined;
    const token = first === undefined ? undefined : this.tokenAt.get(first.from);
    if (name !== undefined && token?.type === 'keyword' && NO_METRIC.includes(name.toLowerCase())) {
      this.fail(
        first,
        `"${name}" is an operator of PromQL, and stands where a metric is expected.`,
        `write {"${name}"}.`,
      );
    }
    const braces = children.find((child) => child.name === 'LabelMatchers');
    const matchers = braces === undefined ? [] : childrenOf(braces).map((child) => this.matcher(child));
    return { kind: 'selector', from, to, name, matchers, modifiers: noModifiers() };
  }

  private matcher(node: GrammarNode): Matcher {
    const { from, to } = node;
    const [label, op, value] = childrenOf(node);
    if (node.name === 'QuotedLabelName') {
      return { from, to, label: '__name__', op: '=', value: unquote(this.wordOf(node)) };
    }
    const name = node.name === 'QuotedLabelMatcher' ? unquote(this.wordOf(label)) : this.wordOf(label);
    return { from, to, label: name, op: this.wordOf(op) as Matcher['op'], value: unquote(this.wordOf(value)) };
  }

  /** Source: `grouping_label`, which knows some keywords that may be labels. */
  private labels(node: GrammarNode): string[] {
    return childrenOf(node).map((label) => {
      const word = this.wordOf(label);
      const token = this.tokenAt.get(label.from);
      if (label.name === 'QuotedLabelName') {
        if (!this.dialect.quotedLabels) {
          this.fail(label, 'Quoted labels came with Prometheus 2.55.', `write ${unquote(word)}.`);
        } else if (unquote(word) === '') {
          this.fail(label, 'A label without a name.', 'write its name.');
        }
        return unquote(word);
      }
      const isName = token?.type === 'identifier' || (token?.type === 'keyword' && word.toLowerCase() !== 'without');
      if (!isName || (!this.dialect.quotedLabels && word.includes(':'))) {
        this.fail(
          label,
          `"${word}" cannot be a label here.`,
          this.dialect.quotedLabels ? `write "${word}", in quotes.` : undefined,
        );
      }
      return word;
    });
  }

  /** What stands between a binary operator and its right side. */
  public matching(nodes: readonly GrammarNode[]): { readonly bool: boolean; readonly matching: Matching } {
    const clause = nodes.find(({ name }) => name === 'MatchingModifierClause');
    const parts = clause === undefined ? [] : childrenOf(clause);
    const group = parts.findIndex(({ name }) => /^Group(?:Left|Right)$/.test(name));
    const included = group < 0 ? undefined : parts[group + 1];
    const fill = nodes.find(({ name }) => name === 'FillModifier');
    for (const value of fill === undefined ? [] : childrenOf(fill)) {
      const number = childrenOf(value).find(({ name }) => name === 'NumberDurationLiteral');
      if (number !== undefined) {
        this.number(number);
      }
    }
    if (fill !== undefined && !this.dialect.features.has('promql-binop-fill-modifiers')) {
      this.fail(fill, '"fill" is experimental, and not switched on.', 'enableFeatures: [promql-binop-fill-modifiers]');
    }
    return {
      bool: nodes.some(({ name }) => name === 'BoolModifier'),
      matching: {
        on: parts[0]?.name === 'On',
        labels: parts.length === 0 ? [] : this.labels(parts[1]),
        group: group < 0 ? undefined : included === undefined ? [] : this.labels(included),
        fill: fill !== undefined,
      },
    };
  }

  /** Reads a number, which may have a sign. */
  public number(node: GrammarNode, mayBeDuration = this.dialect.numbersAreDurations): number {
    const word = this.wordOf(node);
    const [, sign, digits] = /^([+-]?)[^A-Za-z0-9.]*(.*)$/s.exec(word) as RegExpExecArray;
    const token = this.tokenAt.get(node.to - digits.length);
    const isDuration = token?.type === 'duration';
    if (isDuration && !mayBeDuration) {
      this.fail(node, `"${word}" is a duration, where Prometheus before 2.54 expects a number.`, 'write the seconds.');
    }
    const value = isDuration ? secondsOf(digits) : numberOf(digits);
    if (value === undefined) {
      this.fail(
        node,
        `"${word}" is no ${isDuration ? 'duration' : 'number'} that Prometheus can read.`,
        isDuration ? 'write the units from large to small, each once, such as 1h30m.' : undefined,
      );
    }
    return (sign === '-' ? -1 : 1) * (value ?? Number.NaN);
  }

  /**
   * Reads a duration.
   *
   * @param signed whether it may be negative, as behind `offset`
   * @returns `undefined` where only running the expression tells
   */
  public duration(node: GrammarNode, signed: boolean): number | undefined {
    const [first, second, ...more] = childrenOf(node);
    if (
      first?.name === 'NumberDurationLiteralInDurationContext' &&
      second === undefined &&
      this.wordOf(node) === this.wordOf(first)
    ) {
      const value = this.number(first, true);
      const token = this.tokenAt.get(first.from);
      if (!this.dialect.numbersAreDurations && token?.type === 'number') {
        this.fail(first, `"${this.wordOf(first)}" lacks a unit.`, `write ${this.wordOf(first)}s.`);
      }
      if (Math.abs(value) > MOST_SECONDS) {
        this.fail(node, `"${this.wordOf(first)}" is longer than Prometheus can count.`);
      }
      return value;
    }
    if (first?.name === 'UnaryOp' && more.length === 0) {
      const minus = this.wordOf(first) === '-';
      const value = this.duration(second, signed);
      if (!this.dialect.numbersAreDurations && (!signed || !minus || childrenOf(second)[0]?.name === 'UnaryOp')) {
        this.fail(node, 'Only one minus may stand before an offset.');
      }
      return value === undefined ? undefined : minus ? -value : value;
    }
    if (!this.dialect.durationExpressions) {
      this.fail(node, 'Durations cannot be computed before Prometheus 3.4.', 'write it as 5m or 1h30m.');
    } else if (!this.dialect.features.has('promql-duration-expr')) {
      this.fail(node, 'To compute durations is experimental, and not switched on.', 'write it as 5m or 1h30m.');
    } else {
      this.computed([first, second, ...more].filter((child) => child !== undefined));
    }
    return undefined;
  }

  private computed(parts: readonly GrammarNode[]): void {
    const [, op, right] = parts;
    for (const part of parts) {
      if (part.name === 'NumberDurationLiteralInDurationContext') {
        this.number(part);
      } else if (part.name === 'DurationExpr' || part.name === 'OffsetDurationExpr') {
        const value = this.duration(part, true);
        if (part === right && value === 0 && ['/', '%'].includes(this.wordOf(op))) {
          this.fail(part, 'A division by zero.');
        }
      }
    }
  }
}

const NO_METRIC = ['atan2', 'bool', 'on', 'ignoring', 'group_left', 'group_right'];

function noModifiers(): Modifiers {
  return { offset: false, at: false, extended: undefined };
}

/** Operands, operators and modifiers in the order of the text. */
function itemsOf(node: GrammarNode): Item[] {
  if (!CHAINED.test(node.name)) {
    return [{ what: 'operand', node }];
  }
  const [first, ...rest] = childrenOf(node);
  if (node.name === 'UnaryExpr') {
    return [{ what: 'unary', node: first }, ...itemsOf(rest[0])];
  }
  if (node.name === 'BinaryExpr') {
    return [
      ...itemsOf(first),
      { what: 'binary', op: rest[0], modifiers: rest.slice(1, -1) },
      ...itemsOf(rest[rest.length - 1]),
    ];
  }
  return [...itemsOf(first), { what: 'postfix', node, parts: rest }];
}

/** Puts items together by how tightly they bind. */
class Chain {
  private at = 0;

  constructor(
    private readonly items: readonly Item[],
    private readonly builder: ExpressionBuilder,
  ) {}

  public expression(least: number): Expression {
    let left = this.prefixed();
    for (;;) {
      const item = this.items[this.at];
      if (item?.what !== 'binary') {
        return left;
      }
      const op = this.builder.wordOf(item.op).toLowerCase();
      const binding = BINDING[op] ?? 0;
      if (binding < least) {
        return left;
      }
      this.at += 1;
      const modifiers = this.builder.matching(item.modifiers);
      // All but the power bind to the left.
      const right = this.expression(op === '^' ? binding : binding + 1);
      left = { kind: 'binary', from: left.from, to: right.to, op, opAt: item.op, ...modifiers, left, right };
    }
  }

  private prefixed(): Expression {
    const item = this.items[this.at];
    this.at += 1;
    if (item.what === 'unary') {
      const of = this.expression(UNARY + 1);
      return { kind: 'unary', from: item.node.from, to: of.to, of };
    }
    let expression = this.builder.operand((item as { readonly node: GrammarNode }).node);
    for (let next = this.items[this.at]; next?.what === 'postfix'; next = this.items[this.at]) {
      this.at += 1;
      expression = new Postfix(this.builder, next.node, next.parts).of(expression);
      this.checkGoesOn(next);
    }
    return expression;
  }

  /** Behind an offset in parentheses, or with two signs, Prometheus takes an operator for part of the duration. */
  private checkGoesOn({ node, parts }: Item & { readonly what: 'postfix' }): void {
    const [next, right] = this.items.slice(this.at);
    const offset = parts[parts.length - 1];
    const computed = node.name === 'OffsetExpr' && /^(?:\(|[+-]\s*[+-])/.test(this.builder.wordOf(offset));
    if (computed && next?.what === 'binary' && '+-*/%^'.includes(this.builder.wordOf(next.op))) {
      const duration =
        right?.what === 'operand' &&
        (right.node.name === 'NumberDurationLiteral' ||
          /^[\d.smhdwy()+*/%^ -]+$/.test(this.builder.wordOf(right.node)));
      if (!duration || next.modifiers.length > 0) {
        this.builder.fail(
          next.op,
          'Prometheus takes this operator for part of the offset.',
          'put the selector in parentheses.',
        );
      }
    }
  }
}

/** Something behind an operand. */
class Postfix {
  constructor(
    private readonly builder: ExpressionBuilder,
    private readonly node: GrammarNode,
    private readonly parts: readonly GrammarNode[],
  ) {}

  public of(operand: Expression): Expression {
    const { name } = this.node;
    switch (name) {
      case 'MatrixSelector':
      case 'SubqueryExpr':
        return this.range(operand);
      case 'OffsetExpr':
        return this.offset(operand);
      case 'StepInvariantExpr':
        return this.timestamp(operand);
      default:
        return this.extended(operand, name === 'AnchoredExpr' ? 'anchored' : 'smoothed');
    }
  }

  private range(operand: Expression): Expression {
    const to = this.node.to;
    for (const part of this.parts) {
      const seconds = this.builder.duration(part, false);
      if (seconds !== undefined && !(seconds > 0)) {
        this.builder.fail(part, `"${this.builder.wordOf(part)}" is no range: it has to be longer than 0.`);
      }
    }
    const [first] = this.parts;
    if (this.node.name === 'SubqueryExpr') {
      return { kind: 'subquery', from: operand.from, to, of: operand, modifiers: noModifiers() };
    }
    const place = { from: first.from - 1, to };
    if (operand.kind !== 'selector') {
      this.builder.fail(
        place,
        'Only a selector can have a range.',
        `write [${this.builder.wordOf(first)}:], with a colon, for a subquery.`,
      );
    } else if (operand.modifiers.offset) {
      this.builder.fail(place, '"offset" stands before the range.', 'put it behind the range.');
    } else if (operand.modifiers.at) {
      this.builder.fail(place, '"@" stands before the range.', 'put it behind the range.');
    }
    const modifiers = operand.kind === 'selector' ? operand.modifiers : noModifiers();
    return { kind: 'matrix', from: operand.from, to, of: operand, modifiers };
  }

  private offset(operand: Expression): Expression {
    const seconds = this.builder.duration(this.parts[this.parts.length - 1], true);
    const modifiers = this.modifiersOf(operand, 'offset');
    if (seconds === 0 && !this.builder.numbersAreDurations) {
      this.builder.fail(this.parts[this.parts.length - 1], 'An offset of 0 says nothing.', 'remove it.');
    }
    if (modifiers?.offset) {
      this.builder.fail(this.node, '"offset" stands there twice.', 'keep one of the two.');
    } else if (modifiers !== undefined) {
      // An offset of nothing is none.
      modifiers.offset = seconds === undefined ? this.builder.strictRanges : Math.round(seconds * 1e9) !== 0;
    }
    return { ...operand, to: this.node.to };
  }

  private timestamp(operand: Expression): Expression {
    const [, value] = this.parts;
    const modifiers = this.modifiersOf(operand, '@');
    const isNumber = value.name === 'NumberDurationLiteral';
    if (isNumber) {
      const seconds = this.builder.number(value);
      if (!(Math.abs(seconds) < 2 ** 63)) {
        this.builder.fail(value, `"${this.builder.wordOf(value)}" is no time that Prometheus can count.`);
      }
    }
    if (modifiers?.at) {
      this.builder.fail(this.node, '"@" stands there twice.', 'keep one of the two.');
    } else if (modifiers !== undefined) {
      modifiers.at = isNumber || this.builder.strictRanges;
    }
    return { ...operand, to: this.node.to };
  }

  private extended(operand: Expression, word: 'anchored' | 'smoothed'): Expression {
    if (!this.builder.hasFeature('promql-extended-range-selectors')) {
      this.builder.fail(
        this.node,
        `"${word}" is experimental, and not switched on.`,
        'enableFeatures: [promql-extended-range-selectors]',
      );
    } else if (operand.kind !== 'selector' && operand.kind !== 'matrix') {
      this.builder.fail(this.node, `"${word}" can only follow a selector.`);
    } else if (operand.modifiers.extended !== undefined && operand.modifiers.extended !== word) {
      this.builder.fail(this.node, '"anchored" and "smoothed" exclude each other.', 'keep one of the two.');
    } else {
      operand.modifiers.extended = word;
    }
    return { ...operand, to: this.node.to };
  }

  private modifiersOf(operand: Expression, word: string): Modifiers | undefined {
    if (operand.kind === 'selector' || operand.kind === 'matrix' || operand.kind === 'subquery') {
      return operand.modifiers;
    }
    this.builder.fail(
      this.node,
      `"${word}" can only follow a selector, a range or a subquery.`,
      operand.kind === 'call' || operand.kind === 'aggregate' ? 'put it inside, right behind the selector.' : undefined,
    );
    return undefined;
  }
}
