import type { Token } from './tokens';

/** A node of the tree that the grammar makes. */
export interface GrammarNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly type: { readonly isError: boolean };
  readonly firstChild: GrammarNode | null;
  readonly nextSibling: GrammarNode | null;
}

/** As much of the grammar as is used; its types are those of an ES module, which code like this cannot import. */
interface Grammar {
  readonly parser: { parse(text: string): { readonly topNode: GrammarNode } };
}

/** Functions that the grammar does not know, and ones that it does, of the same length. */
const STAND_INS: { readonly [name: string]: string } = {
  holt_winters: 'day_of_month',
  max_of: 'absent',
  min_of: 'absent',
};

/**
 * Parses tokens with the grammar of Prometheus' own editor. It gets a text of the same length as the expression, in which
 * what it reads otherwise than Prometheus has been replaced: literals by plain ones, and names by `xxx`.
 */
export function parseTokens(tokens: readonly Token[], length: number): GrammarNode {
  const { parser }: Grammar = require('@prometheus-io/lezer-promql');
  let text = '';
  let operandBefore = false;
  let inBrackets = false;
  /** Of each open parenthesis, whether it holds labels to match by, or a number to fill in. */
  const matching: boolean[] = [];
  for (const [i, token] of tokens.entries()) {
    const called = tokens[i + 1]?.text === '(';
    const duration = inBrackets || isOffset(tokens[i - 1]) || (isSign(tokens[i - 1]) && isOffset(tokens[i - 2]));
    text = text.padEnd(token.from) + plain(token, called && !duration, operandBefore);
    if (token.type === 'sign') {
      if (token.text === '(') {
        matching.push(MATCHING.includes(tokens[i - 1]?.text.toLowerCase()));
      }
      operandBefore = token.text === ')' ? matching.pop() === false : ']}'.includes(token.text);
      inBrackets = token.text === '[' || (inBrackets && token.text !== ']');
    } else {
      operandBefore = !isOperatorWord(token, operandBefore);
    }
  }
  return parser.parse(text.padEnd(length)).topNode;
}

/** The nodes right below one. */
export function childrenOf(node: GrammarNode): GrammarNode[] {
  const children: GrammarNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'LineComment') {
      children.push(child);
    }
  }
  return children;
}

/** The first place that the grammar could make nothing of. */
export function firstErrorIn(node: GrammarNode): GrammarNode | undefined {
  if (node.type.isError) {
    return node;
  }
  for (const child of childrenOf(node)) {
    const error = firstErrorIn(child);
    if (error !== undefined) {
      return error;
    }
  }
  return undefined;
}

function plain({ type, text }: Token, called: boolean, operandBefore: boolean): string {
  const { length } = text;
  switch (type) {
    case 'string':
      return `"${'a'.repeat(length - 2)}"`;
    case 'duration':
      return '1'.repeat(length);
    case 'number':
      return /^[a-z]/i.test(text) ? text.toLowerCase() : `${text.startsWith('.') ? '.' : '1'}${'1'.repeat(length - 1)}`;
    case 'identifier':
      return called ? (STAND_INS[text] ?? text) : 'x'.repeat(length);
    case 'keyword': {
      // The grammar takes this word for a modifier wherever it stands.
      const isName = text.toLowerCase() === 'offset' && !operandBefore;
      return isName ? 'x'.repeat(length) : called && text in STAND_INS ? STAND_INS[text] : lower(text, called);
    }
    default:
      return text;
  }
}

/** Keywords have any case, but names of functions do not. */
function lower(text: string, called: boolean): string {
  return called && /^(?:start|end|step|range)$/i.test(text) ? text : text.toLowerCase();
}

function isOffset(token: Token | undefined): boolean {
  return token?.type === 'keyword' && token.text.toLowerCase() === 'offset';
}

function isSign(token: Token | undefined): boolean {
  return token !== undefined && ['+', '-'].includes(token.text);
}

/** Whether a word stands between two operands, where it can. */
function isOperatorWord({ type, text }: Token, operandBefore: boolean): boolean {
  const word = text.toLowerCase();
  return (
    type === 'keyword' &&
    (MATCHING.includes(word) || word === 'bool' || (operandBefore && ['and', 'or', 'unless', 'atan2'].includes(word)))
  );
}

/** What may stand between an operator and its right side. */
const MATCHING = ['on', 'ignoring', 'group_left', 'group_right', 'fill', 'fill_left', 'fill_right'];
