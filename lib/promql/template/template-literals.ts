import type { Item } from './template-lexer';

/**
 * Why Go cannot read a literal; `undefined` where it can.
 *
 * Mirrors: go 1.26 `text/template/parse/node.go`, `newNumber`; `strconv/quote.go`, `Unquote` and `UnquoteChar`.
 */
export function whyNoLiteral({ type, text }: Item): string | undefined {
  switch (type) {
    case 'string':
      return isWhole(text, ESCAPED('"')) ? undefined : `${text} holds an escape that Go does not know.`;
    case 'character':
      return isWhole(text, ESCAPED("'"), 1) ? undefined : `${text} is no single character.`;
    case 'number':
      return isNumber(text) ? undefined : `"${text}" is no number.`;
    default:
      return undefined;
  }
}

/** One character inside quotation marks, as it may be written. */
const ESCAPED = (quote: string): RegExp =>
  new RegExp(
    `\\\\(?:[abfnrtv\\\\${quote}]|x[0-9a-fA-F]{2}|[0-3][0-7]{2}|u(?:[0-9a-ce-fA-CE-F][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2})|U(?:0000(?:[0-9a-ce-fA-CE-F][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2})|000[1-9a-fA-F][0-9a-fA-F]{4}|0010[0-9a-fA-F]{4}))|[^\\\\${quote}\\n]`,
    'suy',
  );

function isWhole(text: string, one: RegExp, wanted?: number): boolean {
  let count = 0;
  for (one.lastIndex = 1; one.lastIndex < text.length - 1; count++) {
    if (!one.test(text)) {
      return false;
    }
  }
  return wanted === undefined || count === wanted;
}

const INTEGER = /^([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$/;
const DECIMAL =
  /^[+-]?(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/;
const HEXADECIMAL =
  /^[+-]?0[xX]_?(?:[0-9a-fA-F](?:_?[0-9a-fA-F])*\.?(?:[0-9a-fA-F](?:_?[0-9a-fA-F])*)?|\.[0-9a-fA-F]+)[pP][+-]?[0-9]+$/;

function isNumber(text: string): boolean {
  const [, real, imaginary] = /^(.*?[^eEpP+-])([+-].+i)$/.exec(text) ?? [];
  if (imaginary !== undefined) {
    return isFloat(real) && isFloat(imaginary.slice(0, -1));
  }
  if (text.endsWith('i')) {
    return isFloat(text.slice(0, -1));
  }
  return isInteger(text) || (/[.eEpP]/.test(text) && isFloat(text));
}

function isInteger(text: string): boolean {
  const [, sign, digits] = INTEGER.exec(text) ?? [];
  if (digits === undefined) {
    return false;
  }
  const plain = digits.replaceAll('_', '');
  const octal = /^0[0-7]+$/.test(plain) ? `0o${plain.slice(1)}` : plain.toLowerCase();
  const value = BigInt(octal);
  return sign === '' ? value < 2n ** 64n : sign === '+' ? value < 2n ** 63n : value <= 2n ** 63n;
}

function isFloat(text: string): boolean {
  return (DECIMAL.test(text) && Number.isFinite(Number(text.replaceAll('_', '')))) || HEXADECIMAL.test(text);
}
