import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { toPrometheusDuration } from '../../lib/private/prometheus-duration';
import { goDuration, parsePrometheusDuration } from '../../lib/stack/durations';

describe('durations', () => {
  test.each([
    [Duration.days(5), '120h'],
    [Duration.minutes(90), '1h30m'],
    [Duration.seconds(90), '1m30s'],
    [Duration.hours(1.1), '1h6m'],
    [Duration.seconds(0), '0s'],
  ])('become text without days for Go (%#)', (duration, text) => {
    expect(goDuration(duration)).toBe(text);
  });

  test.each([
    ['1w', 604_800_000],
    ['1y', 31_536_000_000],
    ['1h30m', 5_400_000],
    ['0', 0],
  ])('are read from %s', (text, milliseconds) => {
    expect(parsePrometheusDuration(text)?.toMilliseconds()).toBe(milliseconds);
  });

  test.each([[''], ['30'], ['1.5h'], ['30m1h'], ['-1m'], ['1 m'], ['1D']])('are not read from %j', (text) => {
    expect(parsePrometheusDuration(text)).toBeUndefined();
  });

  test('survive the way to text and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (milliseconds) => {
        const duration = Duration.millis(milliseconds);
        for (const text of [toPrometheusDuration(duration), goDuration(duration)]) {
          expect(parsePrometheusDuration(text)?.toMilliseconds()).toBe(milliseconds);
        }
      }),
    );
  });
});
