import type { Expression, Selector } from './expression';

/**
 * Whether an expression yields something, going by which of its selectors can find series at all:
 *
 * - `never`: nothing ever, so that an alert on it never fires
 * - `always`: something at all times, so that an alert on it never stops
 * - `maybe`: that depends on the samples
 */
export type Yields = 'never' | 'always' | 'maybe';

/**
 * What an expression yields.
 *
 * Mirrors: prometheus v3.15 `promql/engine.go`: an aggregation, a function or an operator of nothing is nothing, but for
 * `absent` and `absent_over_time`, which are something just then, `or`, and what makes a vector of a number.
 *
 * @param isDead whether no series can ever meet a selector
 */
export function yieldsOf(expression: Expression, isDead: (selector: Selector) => boolean): Yields {
  switch (expression.kind) {
    case 'number':
    case 'string':
      return 'maybe';
    case 'selector':
      return isDead(expression) ? 'never' : 'maybe';
    case 'binary':
      return ofBinary(expression, isDead);
    case 'call':
      return ofCall(expression, isDead);
    case 'aggregate': {
      const of = yieldsOf(expression.args[expression.args.length - 1], isDead);
      // None of the best, or a limited part of them, may be nothing.
      return of === 'always' && !/^(?:topk|bottomk|limitk|limit_ratio)$/.test(expression.op) ? 'always' : neverOr(of);
    }
    default:
      return yieldsOf(expression.of, isDead);
  }
}

/** What of a number or a vector that is always there, or not, is left once something was done with it. */
function neverOr(yields: Yields): Yields {
  return yields === 'never' ? 'never' : 'maybe';
}

function ofCall(
  { name, args }: Expression & { readonly kind: 'call' },
  isDead: (selector: Selector) => boolean,
): Yields {
  switch (name) {
    case 'absent':
    case 'absent_over_time':
      return yieldsOf(args[0], isDead) === 'never' ? 'always' : 'maybe';
    // A number that is not there is NaN, which is a number.
    case 'scalar':
    case 'vector':
      return 'maybe';
    case 'info':
      return yieldsOf(args[0], isDead);
    default:
      return args.some((arg) => yieldsOf(arg, isDead) === 'never') ? 'never' : 'maybe';
  }
}

function ofBinary(
  { op, left, right, matching }: Expression & { readonly kind: 'binary' },
  isDead: (selector: Selector) => boolean,
): Yields {
  const [a, b] = [yieldsOf(left, isDead), yieldsOf(right, isDead)];
  switch (op) {
    case 'or':
      return a === 'always' || b === 'always' ? 'always' : a === 'never' && b === 'never' ? 'never' : 'maybe';
    case 'unless':
      return a === 'never' ? 'never' : b === 'never' ? a : 'maybe';
    case 'and':
      return a === 'never' || b === 'never' ? 'never' : 'maybe';
    default: {
      if (matching.fill) {
        return a === 'never' && b === 'never' ? 'never' : 'maybe';
      }
      // What is absent is 1, with which people like to compare it.
      const one = a === 'always' && right.kind === 'number' && holdsOfOne(op, right.value);
      return a === 'never' || b === 'never' ? 'never' : one ? 'always' : 'maybe';
    }
  }
}

function holdsOfOne(op: string, value: number): boolean {
  switch (op) {
    case '==':
      return value === 1;
    case '>':
      return value < 1;
    case '>=':
      return value <= 1;
    default:
      return op === '!=' && value !== 1;
  }
}
