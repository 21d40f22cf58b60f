/*
 * Numbers as Go's `strconv` reads them, with the rules that go-yaml v2 puts on top (go.yaml.in/yaml/v2, `resolve.go`,
 * function `resolve`). A value beyond 2^53 becomes the nearest number that JavaScript has; kubectl keeps 64 bits.
 */

const DIGITS: { readonly [base: number]: RegExp } = { 2: /^[01]+$/, 8: /^[0-7]+$/, 10: /^\d+$/, 16: /^[\da-fA-F]+$/ };
const PREFIX: { readonly [base: number]: string } = { 2: '0b', 8: '0o', 10: '', 16: '0x' };
const MIN = -(2n ** 63n);
const MAX_SIGNED = 2n ** 63n - 1n;
const MAX_UNSIGNED = 2n ** 64n - 1n;
const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
/** Behind a leading dot, Go's own rule for underscores holds: between digits only. */
const FLOAT_FROM_DOT = /^\.\d+(_\d+)*([eE][-+]?\d+(_\d+)*)?$/;

/** A whole number of 64 bits, or undefined where the text is none. Takes text that begins with a digit or a sign. */
export function wholeNumber(text: string): bigint | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  return literal(plain) ?? oddBinary(plain);
}

/** A number that is no whole number, or undefined. Takes text that begins with a digit, a sign or a dot. */
export function fraction(text: string): number | undefined {
  if (text.startsWith('.')) {
    return FLOAT_FROM_DOT.test(text) ? finite(text.replaceAll('_', '')) : undefined;
  }
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  return FLOAT.test(plain) ? finite(plain) : undefined;
}

/** As `strconv.FormatFloat(value, 'g', -1, 32)`, which is how a fraction becomes a key. */
export function shortFloat(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) {
    return Number.isNaN(single) ? '.nan' : single > 0 ? '.inf' : '-.inf';
  }
  if (single === 0) {
    return Object.is(single, -0) ? '-0' : '0';
  }
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toExponential(digits - 1))) !== single) {
    digits++;
  }
  const [mantissa, power] = single.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 6) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return Number(`${mantissa}e${exponent}`).toFixed(Math.max(0, digits - 1 - exponent));
}

/** `strconv.ParseInt(text, 0, 64)`, and where that is too small `strconv.ParseUint`. */
function literal(text: string): bigint | undefined {
  const sign = text[0] === '-' || text[0] === '+' ? text[0] : '';
  let digits = sign === '' ? text : text.slice(1);
  let base = 10;
  if (digits.length > 1 && digits[0] === '0') {
    const letter = digits[1].toLowerCase();
    base = letter === 'x' ? 16 : letter === 'b' ? 2 : 8;
    digits = digits.slice(base === 8 && letter !== 'o' ? 1 : 2);
  }
  return ranged(sign, digits, base);
}

/** go-yaml reads what follows `0b` once more, sign and all. */
function oddBinary(text: string): bigint | undefined {
  const found = /^0b([-+])(.*)$/.exec(text);
  return found ? ranged(found[1], found[2], 2) : undefined;
}

function ranged(sign: string, digits: string, base: number): bigint | undefined {
  // No number of 64 bits has more digits; the bound keeps huge texts from becoming huge numbers.
  if (!DIGITS[base].test(digits)) {
    return undefined;
  }
  const short = digits.replace(/^0+(?=.)/, '');
  if (short.length > 64) {
    return undefined;
  }
  const magnitude = BigInt(`${PREFIX[base]}${short}`);
  const value = sign === '-' ? -magnitude : magnitude;
  return value >= MIN && value <= (sign === '' ? MAX_UNSIGNED : MAX_SIGNED) ? value : undefined;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
