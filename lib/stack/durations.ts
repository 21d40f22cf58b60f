import { Duration } from 'cdk8s';
import { toPrometheusDuration, wholeMilliseconds } from '../private/prometheus-duration';

const HOUR = 3_600_000;

/** Milliseconds of the units of a Prometheus duration, in their order: y, w, d, h, m, s, ms. */
const UNITS = [365 * 24 * HOUR, 7 * 24 * HOUR, 24 * HOUR, HOUR, 60_000, 1_000, 1];

/**
 * Text of a duration for Alertmanager, whose Go parser knows no days, for example `120h`.
 *
 * @throws if the duration is not a whole number of milliseconds
 */
export function goDuration(duration: Duration): string {
  const milliseconds = wholeMilliseconds(duration);
  const hours = Math.floor(milliseconds / HOUR);
  const rest = milliseconds % HOUR;
  const text = rest === 0 ? '' : toPrometheusDuration(Duration.millis(rest));
  return `${hours > 0 ? `${hours}h` : ''}${text}` || '0s';
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
  return Duration.millis(UNITS.reduce((sum, size, index) => sum + Number(match[index + 1] ?? 0) * size, 0));
}
