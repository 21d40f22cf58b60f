import { type Size, SizeRoundingBehavior } from 'cdk8s';

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/**
 * Renders a size as Prometheus reads it, for example `40GiB`: a whole number of the largest unit that fits.
 * A part of a kibibyte counts as a whole one, since zero would mean no limit.
 *
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/types.go`, `ByteSize`.
 */
export function toPrometheusSize(size: Size): string {
  let amount = Math.ceil(size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }));
  let unit = 0;
  while (unit < UNITS.length - 1 && amount > 0 && amount % 1024 === 0) {
    amount /= 1024;
    unit += 1;
  }
  return `${amount}${UNITS[unit]}`;
}
