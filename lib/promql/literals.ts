/**
 * Value of a number; `undefined` where Prometheus cannot read it.
 *
 * Source: prometheus `promql/parser/parse.go`, `number`, with Go `strconv.ParseInt` and `ParseFloat`.
 */
export function numberOf(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === 'inf' || lower === 'nan') {
    return lower === 'inf' ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  if (/^0x(?:_?[0-9a-f])+$/.test(lower)) {
    const value = BigInt(lower.replaceAll('_', ''));
    // Go reads no whole number that is larger, and as a float a hexadecimal one needs an exponent.
    return value < 2n ** 63n ? Number(value) : undefined;
  }
  if (/^0(?:_?[0-7])+$/.test(lower)) {
    return Number.parseInt(lower.replaceAll('_', ''), 8);
  }
  if (/^[1-9](?:_?[0-9])*$/.test(lower) && BigInt(lower.replaceAll('_', '')) < 2n ** 63n) {
    return Number(lower.replaceAll('_', ''));
  }
  if (/^(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:e[+-]?[0-9](?:_?[0-9])*)?$/.test(lower)) {
    const value = Number(lower.replaceAll('_', ''));
    return Number.isFinite(value) ? value : undefined;
  }
  return undefined;
}

const UNITS: readonly [unit: string, milliseconds: bigint][] = [
  ['y', 365n * 86_400_000n],
  ['w', 7n * 86_400_000n],
  ['d', 86_400_000n],
  ['h', 3_600_000n],
  ['m', 60_000n],
  ['s', 1_000n],
  ['ms', 1n],
];

/** Nanoseconds that a duration of Go can hold, in milliseconds. */
const MOST = 2n ** 63n / 1_000_000n;

/**
 * Seconds of a duration; `undefined` where Prometheus cannot read it.
 *
 * Source: prometheus/common v0.70.1 `model/time.go`, `ParseDuration`.
 */
export function secondsOf(text: string): number | undefined {
  let rest = text;
  let last = -1;
  let sum = 0n;
  while (rest !== '') {
    const [whole, digits, unit] = /^(\d+)([a-z]+)/.exec(rest) ?? [];
    const index = UNITS.findIndex(([name]) => name === unit);
    if (whole === undefined || index <= last) {
      return undefined;
    }
    sum += BigInt(digits) * UNITS[index][1];
    last = index;
    rest = rest.slice(whole.length);
    if (sum > MOST) {
      return undefined;
    }
  }
  return text === '' ? undefined : Number(sum) / 1000;
}

const ESCAPES: { readonly [letter: string]: string } = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text that a quoted one stands for. */
export function unquote(quoted: string): string {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) {
    return inner;
  }
  return inner.replace(
    /\\(?:([0-7]{3})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs,
    (_, octal, hex, short, long, letter: string) =>
      letter === undefined
        ? String.fromCodePoint(
            octal === undefined ? Number.parseInt(hex ?? short ?? long, 16) : Number.parseInt(octal, 8),
          )
        : (ESCAPES[letter] ?? letter),
  );
}
