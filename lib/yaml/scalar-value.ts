import { fraction, shortFloat, wholeNumber } from './go-number';
import { isTimestamp } from './timestamp';

/** A value that is neither map nor list. Infinite numbers and NaN are left for the caller to refuse. */
export type ScalarValue = string | number | boolean | null;

/** Either a value, or why there is none. */
export type Resolved = { readonly value: ScalarValue } | { readonly refused: string };

const STANDARD = 'tag:yaml.org,2002:';

const WORDS = new Map<string, number | boolean | null>();
for (const [value, words] of [
  [true, 'y Y yes Yes YES true True TRUE on On ON'],
  [false, 'n N no No NO false False FALSE off Off OFF'],
  [null, '~ null Null NULL'],
  [Number.NaN, '.nan .NaN .NAN'],
  [Number.POSITIVE_INFINITY, '.inf .Inf .INF +.inf +.Inf +.INF'],
  [Number.NEGATIVE_INFINITY, '-.inf -.Inf -.INF'],
] as const) {
  for (const word of words.split(' ')) {
    WORDS.set(word, value);
  }
}
WORDS.set('', null);

/** Per character code: the first character of a text that may be something other than text. */
const HINT = new Uint8Array(128);
for (const character of 'yYnNtTfFoO~') {
  HINT[character.charCodeAt(0)] = 1;
}
for (const character of '+-0123456789.') {
  HINT[character.charCodeAt(0)] = 2;
}

/**
 * The value of a plain scalar (one without quotes) as kubectl has it: YAML 1.1 as go-yaml v2 knows it. `yes`, `on` and
 * `n` are booleans, `0777` is octal, `1_000` is a number; there are no base-60 numbers, and a date stays text.
 *
 * Mirrors go.yaml.in/yaml/v2 v2.4.4, `resolve.go`, function `resolve`.
 */
export function plainValue(text: string): ScalarValue {
  const hint = text === '' ? 1 : HINT[text.charCodeAt(0)];
  if (!hint) {
    return text;
  }
  // No word is longer.
  const word = text.length > 5 ? undefined : WORDS.get(text);
  if (word !== undefined) {
    return word;
  }
  return hint === 1 ? text : (numberOf(text) ?? text);
}

/** The key that a plain scalar makes in JSON; the value itself where it can be none. */
export function plainKey(text: string): string | null {
  const value = plainValue(text);
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number') {
    const whole = Number.isFinite(value) && text[0] !== '.' ? wholeNumber(text) : undefined;
    // Beyond 63 bits sigs.k8s.io/yaml knows no text for a key.
    return whole === undefined ? shortFloat(value) : whole > 2n ** 63n - 1n ? null : `${whole}`;
  }
  return value === null ? null : `${value}`;
}

/** The value of a scalar with a tag, quoted or not. */
export function taggedValue(tag: string, text: string): Resolved {
  const name = tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : undefined;
  switch (name) {
    case 'str':
      return { value: text };
    case 'binary':
      return binary(text);
    case 'bool':
    case 'int':
    case 'float':
    case 'null':
    case 'timestamp':
      return typed(name, text);
    default:
      // Any other tag leaves the text as it is; nothing is ever run or built.
      return { value: text };
  }
}

function numberOf(text: string): number | undefined {
  if (text[0] === '.') {
    return fraction(text);
  }
  const whole = wholeNumber(text);
  return whole === undefined ? fraction(text) : Number(whole);
}

function typed(name: 'bool' | 'int' | 'float' | 'null' | 'timestamp', text: string): Resolved {
  const value = plainValue(text);
  const fits = {
    bool: typeof value === 'boolean',
    int: typeof value === 'number' && text[0] !== '.' && wholeNumber(text) !== undefined,
    float: typeof value === 'number' && !beyondSigned(text),
    null: value === null,
    timestamp: isTimestamp(text),
  }[name];
  return fits ? { value: name === 'timestamp' ? text : value } : { refused: `"${text}" is no value of !!${name}` };
}

/** go-yaml makes a fraction of a whole number of 63 bits only. */
function beyondSigned(text: string): boolean {
  return /^[-+\d]/.test(text) && (wholeNumber(text) ?? 0n) > 2n ** 63n - 1n;
}

/** As Go's `base64.StdEncoding`: line breaks are ignored, padding is needed. What is no UTF-8 is replaced. */
function binary(text: string): Resolved {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed)
    ? { value: Buffer.from(packed, 'base64').toString('utf8') }
    : { refused: 'the value of !!binary is not base64' };
}
