import { Duration } from 'cdk8s';
import { toPrometheusDuration, wholeMilliseconds } from './prometheus-duration';

const HOUR = 3_600_000;

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
