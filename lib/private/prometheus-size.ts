import type { Size } from 'cdk8s';

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/**
 * Renders a size as Prometheus reads it, for example `40GiB`: a whole number of the largest unit that fits.
 *
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/types.go`, `ByteSize`.
 */
export function toPrometheusSize(size: Size): string {
  let amount = size.toKibibytes();
  let unit = 0;
  while (unit < UNITS.length - 1 && amount > 0 && amount % 1024 === 0) {
    amount /= 1024;
    unit += 1;
  }
  return `${amount}${UNITS[unit]}`;
}
