import { boundedMemo } from './bounded-memo';

/** Units from large to small with their milliseconds, in the order in which a duration must name them. */
const UNITS: readonly (readonly [unit: string, milliseconds: number])[] = [
  ['y', 31_536_000_000],
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];
const DURATION = new RegExp(`^${UNITS.map(([unit]) => `(?:(\\d+)${unit})?`).join('')}$`);

/** The longest that a Go duration can be: 2⁶³ nanoseconds, in milliseconds. */
const LONGEST = 2 ** 63 / 1e6;

/**
 * Milliseconds of a Prometheus duration, such as `1h30m`; `undefined` if it is none.
 *
 * Source: prometheus/common v0.71 `model/time.go`, `ParseDuration`.
 */
export const durationMilliseconds = boundedMemo((text: string): number | undefined => {
  if (text === '0') {
    return 0;
  }
  const match = text === '' ? null : DURATION.exec(text);
  const sum = match && UNITS.reduce((total, [, size], index) => total + Number(match[index + 1] ?? 0) * size, 0);
  return sum === null || sum >= LONGEST ? undefined : sum;
});

/** The same for a value that may be anything, as it comes out of a manifest. */
export function parseDuration(value: unknown): number | undefined {
  return typeof value === 'string' ? durationMilliseconds(value) : undefined;
}

/**
 * A duration as Prometheus writes it into `__scrape_interval__`: `90s` becomes `1m30s`. Years and weeks are used only
 * where nothing is left over. A text that is no duration stays as it is.
 *
 * Source: prometheus/common v0.71 `model/time.go`, `Duration.String`.
 */
export function canonicalDuration(text: string): string {
  let rest = durationMilliseconds(text);
  if (rest === undefined) {
    return text;
  }
  let result = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0 && !((unit === 'y' || unit === 'w') && rest % size !== 0)) {
      result += `${count}${unit}`;
      rest -= count * size;
    }
  }
  return result || '0s';
}
