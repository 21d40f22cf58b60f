import type { Expression, Matcher } from '../../promql/expression';
import { exactly, type KnownLabels, valueIn, withLabel } from './known-labels';

const ANYTHING: KnownLabels = { values: {}, unknown: new Set(), open: true };

/** Aggregations that pick series and leave them as they are. */
const PICKING = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

/** Functions whose result has no labels. */
const BARE = new Set(['scalar', 'time', 'vector', 'pi']);

/**
 * The labels that series of an expression surely have, and surely have not.
 *
 * Source: prometheus v3.15 `promql/engine.go`, `resultMetric` and `aggregation`; `promql/functions.go`,
 * `createLabelsForAbsentFunction`.
 *
 * @param text the text of the whole expression
 */
export function expressionLabels(expression: Expression, text: string): KnownLabels {
  const of = (one: Expression): KnownLabels => expressionLabels(one, text);
  switch (expression.kind) {
    case 'number':
    case 'string':
      return exactly({});
    case 'selector':
      return { ...ANYTHING, values: equalsOf(expression.matchers) };
    case 'binary':
      return ofBinary(expression, of, text);
    case 'call':
      return ofCall(expression, of);
    case 'aggregate':
      return ofAggregate(expression, of, text.slice(expression.from, expression.to));
    default:
      return of(expression.of);
  }
}

/** A condition on equality holds for each series; that with an empty value says that there is no such label. */
function equalsOf(matchers: readonly Matcher[]): { [name: string]: string } {
  const equal = matchers.filter(({ op, label }) => op === '=' && label !== '__name__');
  return Object.fromEntries(equal.map(({ label, value }) => [label, value]));
}

function ofCall(
  { name, args }: Extract<Expression, { kind: 'call' }>,
  of: (one: Expression) => KnownLabels,
): KnownLabels {
  const [first, second] = args;
  if (BARE.has(name)) {
    return exactly({});
  }
  if (name === 'absent' || name === 'absent_over_time') {
    const selector = bareSelector(first);
    return exactly(selector === undefined ? {} : absentLabels(selector.matchers));
  }
  if (name === 'label_replace' || name === 'label_join') {
    return second?.kind === 'string' ? withLabel(of(first), second.value, undefined) : ANYTHING;
  }
  const vectors = args.filter(({ kind }) => kind !== 'number' && kind !== 'string');
  return vectors.length === 1 && name !== 'info' ? of(vectors[0]) : ANYTHING;
}

function bareSelector(expression: Expression | undefined): Extract<Expression, { kind: 'selector' }> | undefined {
  switch (expression?.kind) {
    case 'selector':
      return expression;
    case 'matrix':
    case 'paren':
      return bareSelector(expression.of);
    default:
      return undefined;
  }
}

/** A condition that follows one on equality takes the label away again. */
function absentLabels(matchers: readonly Matcher[]): { [name: string]: string } {
  const labels = new Map<string, string>();
  const seen = new Set<string>();
  for (const { label, op, value } of matchers.filter((matcher) => matcher.label !== '__name__')) {
    if (op === '=' && !seen.has(label)) {
      labels.set(label, value);
      seen.add(label);
    } else {
      labels.delete(label);
    }
  }
  return Object.fromEntries(labels);
}

function ofAggregate(
  { op, args }: Extract<Expression, { kind: 'aggregate' }>,
  of: (one: Expression) => KnownLabels,
  text: string,
): KnownLabels {
  const inner = of(args[args.length - 1]);
  if (PICKING.has(op.toLowerCase())) {
    return inner;
  }
  const grouping = GROUPING.exec(text) ?? GROUPING_BEHIND.exec(text);
  const names = (grouping?.[2] ?? '')
    .split(',')
    .map((name) => name.trim().replace(/^["']|["']$/g, ''))
    .filter((name) => name !== '');
  const grouped = grouping?.[1].toLowerCase() === 'without' ? without(inner, names) : only(inner, names);
  const [label] = args;
  return op.toLowerCase() === 'count_values' && label.kind === 'string'
    ? withLabel(grouped, label.value, undefined)
    : grouped;
}

const GROUPING = /^\w+\s*(by|without)\s*\(([^)]*)\)/i;

const GROUPING_BEHIND = /\)\s*(by|without)\s*\(([^)]*)\)\s*$/i;

function only(labels: KnownLabels, names: readonly string[]): KnownLabels {
  return names.reduce((kept, name) => withLabel(kept, name, valueIn(labels, name)), exactly({}));
}

function without(labels: KnownLabels, names: readonly string[]): KnownLabels {
  return names.reduce((kept, name) => withLabel(kept, name, ''), labels);
}

function ofBinary(
  { op, opAt, matching, left, right }: Extract<Expression, { kind: 'binary' }>,
  of: (one: Expression) => KnownLabels,
  text: string,
): KnownLabels {
  if (isScalar(left) || isScalar(right)) {
    return of(isScalar(left) ? right : left);
  }
  switch (op.toLowerCase()) {
    case 'and':
    case 'unless':
      return of(left);
    case 'or':
      return common(of(left), of(right));
  }
  if (matching.group !== undefined) {
    const side = /group_right/i.test(text.slice(opAt.to, right.from)) ? right : left;
    return matching.group.reduce((labels, name) => withLabel(labels, name, undefined), of(side));
  }
  return matching.on ? only(of(left), matching.labels) : without(of(left), matching.labels);
}

function isScalar(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'paren':
    case 'unary':
      return isScalar(expression.of);
    case 'call':
      return ['scalar', 'time', 'pi'].includes(expression.name);
    case 'binary':
      return isScalar(expression.left) && isScalar(expression.right);
    default:
      return false;
  }
}

/** What holds for both. */
function common(a: KnownLabels, b: KnownLabels): KnownLabels {
  const names = new Set([...Object.keys(a.values), ...Object.keys(b.values), ...a.unknown, ...b.unknown]);
  return [...names].reduce(
    (labels, name) => {
      const [one, other] = [valueIn(a, name), valueIn(b, name)];
      return withLabel(labels, name, one === other ? one : undefined);
    },
    { values: {}, unknown: new Set<string>(), open: a.open || b.open } as KnownLabels,
  );
}
