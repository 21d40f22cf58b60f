import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { parsePrometheusDuration, toPrometheusDuration } from '../../lib/private/prometheus-duration';

/** The pattern of `Duration` and `NonEmptyDuration` in the CRDs of the Operator. */
const CRD_PATTERN = /^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$/;

/** Reads a Prometheus duration by the words of its documentation, independent of the renderer. */
function parse(text: string): number {
  const units: { [unit: string]: number } = { ms: 1, s: 1000, m: 60 * 1000, h: 3600 * 1000, d: 24 * 3600 * 1000 };
  let total = 0;
  for (const [, count, unit] of text.matchAll(/([0-9]+)([a-z]+)/g)) {
    total += Number(count) * units[unit];
  }
  return total;
}

describe('toPrometheusDuration', () => {
  test.each([
    ['nothing', Duration.seconds(0), '0s'],
    ['two hours, which cdk8s calls "1 hour 60 minutes"', Duration.hours(2), '2h'],
    ['ninety minutes', Duration.minutes(90), '1h30m'],
    ['ninety seconds', Duration.seconds(90), '1m30s'],
    ['a second and a half', Duration.millis(1500), '1s500ms'],
    ['a week, in days', Duration.days(7), '7d'],
    ['half an hour, given as a fraction', Duration.hours(0.5), '30m'],
    ['a fraction that is not exact in binary', Duration.hours(1.1), '1h6m'],
    ['the same, from below', Duration.seconds(1.001), '1s1ms'],
    ['a day and a millisecond, without the units between', Duration.millis(86_400_001), '1d1ms'],
  ])('renders %s', (_title, duration, expected) => {
    expect(toPrometheusDuration(duration)).toBe(expected);
  });

  test('parses back to what was given, in the pattern of the CRDs, and never as an empty text', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 * 86_400_000 }), (millis) => {
        const text = toPrometheusDuration(Duration.millis(millis));
        expect(text).toMatch(CRD_PATTERN);
        expect(text).not.toBe('');
        expect(parse(text)).toBe(millis);
      }),
    );
  });

  test('refuses what is finer than a millisecond', () => {
    expect(() => toPrometheusDuration(Duration.millis(0.5))).toThrow(
      '0.5 milliseconds is finer than Prometheus counts. Fix: use whole milliseconds.',
    );
  });
});

describe('parsePrometheusDuration', () => {
  test.each([
    ['1w', 604_800_000],
    ['1y', 31_536_000_000],
    ['1h30m', 5_400_000],
    ['0', 0],
  ])('reads %s', (text, milliseconds) => {
    expect(parsePrometheusDuration(text)?.toMilliseconds()).toBe(milliseconds);
  });

  test.each([[''], ['30'], ['1.5h'], ['30m1h'], ['-1m'], ['1 m'], ['1D']])('does not read %j', (text) => {
    expect(parsePrometheusDuration(text)).toBeUndefined();
  });

  test('reads what toPrometheusDuration renders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (milliseconds) => {
        const text = toPrometheusDuration(Duration.millis(milliseconds));
        expect(parsePrometheusDuration(text)?.toMilliseconds()).toBe(milliseconds);
      }),
    );
  });
});
