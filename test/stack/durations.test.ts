import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { goDuration, parsePrometheusDuration, prometheusDuration } from '../../lib/stack/durations';

describe('durations', () => {
  test.each([
    [Duration.days(10), '10d'],
    [Duration.hours(2), '2h'],
    [Duration.hours(36), '1d12h'],
    [Duration.seconds(90), '1m30s'],
    [Duration.millis(1500), '1s500ms'],
    [Duration.seconds(0), '0s'],
  ])('become text for Prometheus (%#)', (duration, text) => {
    expect(prometheusDuration(duration)).toBe(text);
  });

  test('become text without days for Go', () => {
    expect(goDuration(Duration.days(5))).toBe('120h');
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
        const text = prometheusDuration(Duration.millis(milliseconds));
        expect(parsePrometheusDuration(text)?.toMilliseconds()).toBe(milliseconds);
      }),
    );
  });
});
