const MILLISECONDS = [31_536_000_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1_000, 1];
const DURATION = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
/** Go counts durations in nanoseconds, in 64 bits with a sign. */
const LONGEST = (2 ** 63 - 1) / 1e6;

/**
 * Milliseconds of a duration as Prometheus writes it, such as `1h30m`; `undefined` for what Prometheus cannot read.
 *
 * Source: prometheus/common v0.70 `model/time.go`, `ParseDuration`.
 */
export function parseDuration(text: unknown): number | undefined {
  if (text === '0') {
    return 0;
  }
  const parts = typeof text === 'string' && text !== '' ? DURATION.exec(text) : null;
  if (!parts) {
    return undefined;
  }
  const total = MILLISECONDS.reduce((sum, unit, i) => sum + Number(parts[i + 1] ?? 0) * unit, 0);
  return total <= LONGEST ? total : undefined;
}
