import { Duration } from 'cdk8s';

/** Units from large to small; weeks and years are left out, since "7d" reads better than "1w". */
const UNITS: [unit: string, milliseconds: number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/** Milliseconds of the units that are read, in their order: y, w, d, h, m, s, ms. */
const PARSED_UNITS = [365 * 86_400_000, 7 * 86_400_000, ...UNITS.map(([, milliseconds]) => milliseconds)];

/**
 * Renders a duration as Prometheus reads it, for example `1h30m`.
 *
 * Source: prometheus/common `model/time.go`, `ParseDuration`: units from large to small, each at most once, whole
 * numbers only. (`Duration.toHumanString` of cdk8s is for people: it prints two hours as "1 hour 60 minutes".)
 *
 * @throws if the duration is not a whole number of milliseconds
 */
export function toPrometheusDuration(duration: Duration): string {
  let rest = wholeMilliseconds(duration);
  if (rest === 0) {
    return '0s';
  }
  let text = '';
  for (const [unit, milliseconds] of UNITS) {
    const count = Math.floor(rest / milliseconds);
    if (count > 0) {
      text += `${count}${unit}`;
      rest -= count * milliseconds;
    }
  }
  return text;
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
  return Duration.millis(PARSED_UNITS.reduce((sum, size, index) => sum + Number(match[index + 1] ?? 0) * size, 0));
}

/**
 * Milliseconds of a duration. What binary fractions add does not count: to cdk8s 1.1 hours are 3960000.0000000005 ms.
 *
 * @throws if the duration is not a whole number of milliseconds
 */
export function wholeMilliseconds(duration: Duration): number {
  const exact = duration.toMilliseconds({ integral: false });
  const whole = Math.round(exact);
  if (Math.abs(exact - whole) > 0.001) {
    throw new Error(`${exact} milliseconds is finer than Prometheus counts. Fix: use whole milliseconds.`);
  }
  return whole;
}
