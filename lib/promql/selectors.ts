import type { Expression, Matcher, Part, Selector } from './expression';

/** Series that an expression asks for. */
export interface AskedSeries extends Part {
  /** Name of the metric, where exactly one is asked for. */
  readonly metric: string | undefined;
  /** All conditions but the name of the metric. */
  readonly matchers: readonly Matcher[];
  /** Whether it is about there being none of them: inside `absent` or `absent_over_time`. */
  readonly absent: boolean;
}

/** Every selector of an expression, in the order of the text. */
export function askedSeries(expression: Expression, absent = false): AskedSeries[] {
  switch (expression.kind) {
    case 'number':
    case 'string':
      return [];
    case 'selector':
      return [askedBy(expression, absent)];
    case 'binary':
      return [...askedSeries(expression.left, absent), ...askedSeries(expression.right, absent)];
    case 'call': {
      const within = absent || expression.name === 'absent' || expression.name === 'absent_over_time';
      return expression.args.flatMap((arg) => askedSeries(arg, within));
    }
    case 'aggregate':
      return expression.args.flatMap((arg) => askedSeries(arg, absent));
    default:
      return askedSeries(expression.of, absent);
  }
}

/** The series of one selector. */
export function askedBy({ from, to, name, matchers: all }: Selector, absent = false): AskedSeries {
  const exact = all.filter(({ label, op }) => label === '__name__' && op === '=');
  const metric = name ?? (exact.length === 1 ? exact[0].value : undefined);
  const matchers = all.filter((matcher) => metric === undefined || matcher !== exact[0]);
  return { from, to, metric, matchers, absent };
}
