import type { Version } from '../simulator/versions/version';
import { ExpressionBuilder } from './build-expression';
import { TypeChecker } from './check-types';
import { type Dialect, dialectOf, type PromqlFeature } from './dialect';
import type { Expression } from './expression';
import { functionsOf } from './functions';
import { childrenOf, firstErrorIn, parseTokens } from './grammar';
import { type AskedSeries, askedSeries } from './selectors';
import { type PromqlProblem, type Token, tokenize } from './tokens';

/** Which Prometheus is asked. */
export interface ExpressionOptions {
  readonly version: Version;
  /** What is switched on there. */
  readonly features?: readonly (PromqlFeature | string)[];
}

/** What there is to say about an expression. */
export interface CheckedExpression {
  /** Why Prometheus refuses it, in the order of the text; empty where it takes it. */
  readonly problems: readonly PromqlProblem[];
  /** What it asks for; empty where it cannot be read. */
  readonly series: readonly AskedSeries[];
  /** What was read; `undefined` where Prometheus refuses it. */
  readonly expression?: Expression;
}

/**
 * Whether Prometheus takes an expression, and which series it asks for.
 *
 * Mirrors: prometheus `promql/parser/parse.go`, `ParseExpr`, of 2.53 to 3.15. The grammar is `@prometheus-io/lezer-promql`,
 * that of Prometheus' own editor, which is more tolerant: what it lacks is added here.
 */
export function checkExpression(text: string, { version, features = [] }: ExpressionOptions): CheckedExpression {
  const dialect = dialectOf(version, features);
  const { tokens, problem } = tokenize(text, dialect);
  if (problem !== undefined) {
    return refused(problem);
  }
  if (tokens.length === 0) {
    return refused({ from: 0, to: text.length, message: 'The expression is empty.', fix: 'write one.' });
  }
  const misnamed = unknownFunction(tokens, dialect);
  if (misnamed !== undefined) {
    return refused(misnamed);
  }
  const top = parseTokens(tokens, text.length);
  const error = firstErrorIn(top);
  const [root] = childrenOf(top);
  if (error !== undefined || root === undefined) {
    return refused(syntaxProblem(error?.from ?? 0, tokens, text));
  }
  const builder = new ExpressionBuilder(text, tokens, dialect);
  const expression = builder.build(root);
  const types = new TypeChecker(dialect);
  types.check(expression);
  const problems = [...builder.problems, ...types.problems].sort((a, b) => a.from - b.from);
  return problems.length > 0 ? { problems, series: [] } : { problems, series: askedSeries(expression), expression };
}

function refused(problem: PromqlProblem): CheckedExpression {
  return { problems: [problem], series: [] };
}

/** A word in front of parentheses that is no function; the grammar would only say that something is wrong. */
function unknownFunction(tokens: readonly Token[], dialect: Dialect): PromqlProblem | undefined {
  const functions = functionsOf(dialect);
  const token = tokens.find(
    ({ type, text }, i) => type === 'identifier' && tokens[i + 1]?.text === '(' && !functions.has(text),
  );
  if (token === undefined) {
    return undefined;
  }
  const types = new TypeChecker(dialect);
  const { from, to, text: name } = token;
  const call: Expression = { kind: 'call', from, to, name, nameAt: token, args: [] };
  types.check(call);
  return types.problems[0];
}

function syntaxProblem(at: number, tokens: readonly Token[], text: string): PromqlProblem {
  const token = tokens.find(({ to }) => to > at);
  const before = tokens.filter(({ to }) => to <= at).pop();
  const behind = before === undefined ? '' : ` behind "${before.text}"`;
  return token === undefined
    ? { from: text.length, to: text.length, message: `Something is missing${behind}.` }
    : { from: token.from, to: token.to, message: `"${token.text}" is not expected${behind}.` };
}
