import { Duration } from 'cdk8s';

/** Units of a Prometheus duration below the week, largest first, in milliseconds. */
const UNITS: ReadonlyArray<readonly [unit: string, milliseconds: number]> = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/** Units that a pattern accepts beyond `UNITS`. */
const LARGE_UNITS: ReadonlyArray<readonly [unit: string, milliseconds: number]> = [
  ['y', 365 * 86_400_000],
  ['w', 7 * 86_400_000],
];

/** Prometheus text of a duration, for example `1d12h`. */
export function prometheusDuration(duration: Duration): string {
  return textOf(duration, UNITS);
}

/** The same without days, which Alertmanager's Go parser does not know. */
export function goDuration(duration: Duration): string {
  return textOf(duration, UNITS.slice(1));
}

/**
 * Reads a Prometheus duration; `undefined` if it is none.
 *
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/types.go`, `Duration`.
 */
export function parsePrometheusDuration(text: string): Duration | undefined {
  if (text === '0') {
    return Duration.millis(0);
  }
  const match = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(text);
  if (!match || text === '') {
    return undefined;
  }
  const units = [...LARGE_UNITS, ...UNITS];
  return Duration.millis(units.reduce((sum, [, size], index) => sum + Number(match[index + 1] ?? 0) * size, 0));
}

function textOf(duration: Duration, units: ReadonlyArray<readonly [string, number]>): string {
  let rest = duration.toMilliseconds({ integral: false });
  let text = '';
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    text += count > 0 ? `${count}${unit}` : '';
  }
  return text === '' ? '0s' : text;
}
