import { RE2JS } from 're2js';
import { whyNoRe2 } from '../private/re2';
import type { Dialect } from './dialect';
import type { Expression, Matcher, Part } from './expression';
import { functionsOf, type PromqlFunction, RENAMED, type ValueType } from './functions';
import { nearestOf } from './nearest';
import type { PromqlProblem } from './tokens';

const WORDS: { readonly [type in ValueType]: string } = {
  scalar: 'a scalar',
  vector: 'an instant vector',
  matrix: 'a range vector',
  string: 'a text',
};

const SET_OPERATORS = ['and', 'or', 'unless'];
const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='];
const WITH_SCALAR = ['topk', 'bottomk', 'quantile', 'limitk', 'limit_ratio'];

/**
 * What of an expression fits its grammar, and not its types.
 *
 * Mirrors: prometheus `promql/parser/parse.go`, `checkAST`, `newAggregateExpr` and `newLabelMatcher`.
 */
export class TypeChecker {
  public readonly problems: PromqlProblem[] = [];
  private readonly functions: ReadonlyMap<string, PromqlFunction>;

  constructor(private readonly dialect: Dialect) {
    this.functions = functionsOf(dialect);
  }

  /** Checks an expression and what is in it; returns what it yields. */
  public check(expression: Expression): ValueType {
    switch (expression.kind) {
      case 'number':
        return 'scalar';
      case 'string':
        return 'string';
      case 'selector':
        this.checkSelector(expression);
        return 'vector';
      case 'matrix':
        this.check(expression.of);
        return 'matrix';
      case 'subquery': {
        const type = this.check(expression.of);
        if (type !== 'vector') {
          this.fail(expression, `A subquery needs an instant vector, and this is ${WORDS[type]}.`);
        }
        return 'matrix';
      }
      case 'paren':
        return this.check(expression.of);
      case 'unary': {
        const type = this.check(expression.of);
        if (type !== 'scalar' && type !== 'vector') {
          this.fail(expression, `A sign cannot stand before ${WORDS[type]}.`);
        }
        return type;
      }
      case 'binary':
        return this.checkBinary(expression);
      case 'call':
        return this.checkCall(expression);
      case 'aggregate':
        return this.checkAggregate(expression);
    }
  }

  private fail({ from, to }: Part, message: string, fix?: string): void {
    this.problems.push({ from, to, message, fix });
  }

  private checkSelector({ name, matchers, ...part }: Expression & { readonly kind: 'selector' }, bare = false): void {
    for (const matcher of matchers) {
      const reason = matcher.op === '=~' || matcher.op === '!~' ? whyNoRe2(matcher.value) : undefined;
      if (reason !== undefined) {
        this.fail(matcher, `The expression "${matcher.value}" of label "${matcher.label}" ${reason}.`);
        return;
      }
    }
    const named = name === undefined ? undefined : matchers.find(({ label }) => label === '__name__');
    if (named !== undefined) {
      this.fail(part, `The metric has two names, "${name}" and "${named.value}".`, 'keep one of the two.');
    } else if (name === undefined && !bare && matchers.every(takesNothing)) {
      this.fail(
        part,
        'The selector takes every series, also those without these labels, which Prometheus refuses.',
        'name a metric, or match a label with a text that is not empty.',
      );
    }
  }

  private checkBinary(expression: Expression & { readonly kind: 'binary' }): ValueType {
    const { op, opAt, bool, matching, left, right } = expression;
    const [lt, rt] = [this.check(left), this.check(right)];
    const comparison = COMPARISONS.includes(op);
    const set = SET_OPERATORS.includes(op);
    const shown = expression.op;
    if (bool && !comparison) {
      this.fail(opAt, `"bool" goes with comparisons only, and "${shown}" is none.`, 'remove bool.');
    }
    if (comparison && !bool && lt === 'scalar' && rt === 'scalar') {
      this.fail(opAt, 'A comparison of two scalars needs "bool".', `write ${shown} bool.`);
    }
    const twice = matching.on ? matching.labels.find((label) => matching.group?.includes(label)) : undefined;
    if (twice !== undefined) {
      this.fail(opAt, `Label "${twice}" stands in "on" and in the group.`, 'remove it from the group.');
    }
    for (const [side, type] of [
      [left, lt],
      [right, rt],
    ] as const) {
      if (type !== 'scalar' && type !== 'vector') {
        const hint = type === 'matrix' ? 'put rate(…) or the like around it.' : undefined;
        this.fail(side, `"${shown}" cannot be applied to ${WORDS[type]}.`, hint);
      }
    }
    if (lt !== 'vector' || rt !== 'vector') {
      if (matching.labels.length > 0) {
        this.fail(expression, 'Only two instant vectors can be matched by labels.', 'remove on (…) or ignoring (…).');
      }
      if (matching.fill) {
        this.fail(expression, 'Only between two instant vectors can something be filled in.');
      }
    } else if (set) {
      if (matching.group !== undefined) {
        this.fail(expression, `"${shown}" takes no group.`, 'remove group_left or group_right.');
      }
      if (matching.fill) {
        this.fail(expression, `"${shown}" takes no fill.`);
      }
    }
    if (set && (lt === 'scalar' || rt === 'scalar')) {
      this.fail(expression, `"${shown}" needs instant vectors on both sides.`, 'write vector(…) for a number.');
    }
    return lt === 'scalar' && rt === 'scalar' ? 'scalar' : 'vector';
  }

  private checkCall({ name, nameAt, args, ...part }: Expression & { readonly kind: 'call' }): ValueType {
    const found = this.functions.get(name);
    if (found === undefined) {
      const other = RENAMED[name] !== undefined && this.functions.has(RENAMED[name]) ? RENAMED[name] : undefined;
      const near = other ?? nearestOf(name, [...this.functions.keys()]);
      this.fail(
        nameAt,
        `There is no function "${name}" in this version of Prometheus.`,
        near && `did you mean ${near}?`,
      );
      return 'vector';
    }
    if (found.experimental && !this.dialect.features.has('promql-experimental-functions')) {
      this.fail(
        nameAt,
        `"${name}" is experimental, and not switched on.`,
        'enableFeatures: [promql-experimental-functions]',
      );
    }
    this.checkCount(found, args.length, part);
    if (name === 'info' && args.length > 1) {
      const [, labels] = args;
      if (labels.kind !== 'selector' || labels.name !== undefined) {
        this.fail(labels, 'The second argument of "info" can only be labels in braces.', 'write {label="value"}.');
      }
    }
    for (const [i, arg] of args.entries()) {
      if (i >= found.args.length && found.variadic === 0) {
        break;
      }
      const wanted = found.args[Math.min(i, found.args.length - 1)];
      if (name === 'info' && i === 1 && arg.kind === 'selector') {
        this.checkSelector(arg, true);
      } else {
        this.expect(arg, wanted, `Argument ${i + 1} of "${name}"`);
      }
    }
    return found.returns;
  }

  private checkCount({ name, args, variadic }: PromqlFunction, given: number, part: Part): void {
    const least = variadic === 0 ? args.length : args.length - 1;
    const most = variadic === 0 ? args.length : variadic < 0 ? Number.POSITIVE_INFINITY : least + variadic;
    if (given < least || given > most) {
      const wanted = least === most ? `${least}` : given < least ? `at least ${least}` : `at most ${most}`;
      const noun = wanted.endsWith(' 1') || wanted === '1' ? 'argument' : 'arguments';
      this.fail(part, `"${name}" takes ${wanted} ${noun}, and has ${given}.`);
    }
  }

  private checkAggregate({ op, args, ...part }: Expression & { readonly kind: 'aggregate' }): ValueType {
    const limit = op === 'limitk' || op === 'limit_ratio';
    if (limit && !this.dialect.features.has('promql-experimental-functions')) {
      this.fail(
        part,
        `"${op}" is experimental, and not switched on.`,
        'enableFeatures: [promql-experimental-functions]',
      );
      return 'vector';
    }
    const withText = op === 'count_values';
    const wanted = withText || WITH_SCALAR.includes(op) ? 2 : 1;
    if (args.length !== wanted) {
      const nouns = wanted === 1 ? '1 argument' : `${wanted} arguments`;
      this.fail(part, `"${op}" takes ${nouns}, and has ${args.length}.`);
      return 'vector';
    }
    if (wanted === 2) {
      this.expect(args[0], withText ? 'string' : 'scalar', `The first argument of "${op}"`);
    }
    this.expect(args[wanted - 1], 'vector', wanted === 1 ? `What "${op}" adds up` : `The second argument of "${op}"`);
    return 'vector';
  }

  private expect(arg: Expression, wanted: ValueType, what: string): void {
    const type = this.check(arg);
    if (type !== wanted) {
      this.fail(arg, `${what} has to be ${WORDS[wanted]}, and is ${WORDS[type]}.`, hintFor(wanted, type));
    }
  }
}

function hintFor(wanted: ValueType, type: ValueType): string | undefined {
  if (wanted === 'matrix' && type === 'vector') {
    return 'add a range, such as [5m].';
  }
  return wanted === 'vector' && type === 'matrix'
    ? 'remove the range, or put rate(…) or the like around it.'
    : undefined;
}

/** Whether a matcher also takes series that lack its label. */
function takesNothing({ op, value }: Matcher): boolean {
  switch (op) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    default: {
      const matches = RE2JS.compile(`^(?s:${value})$`).matches('');
      return op === '=~' ? matches : !matches;
    }
  }
}
