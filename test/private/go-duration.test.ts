import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { goDuration } from '../../lib/private/go-duration';
import { parsePrometheusDuration } from '../../lib/private/prometheus-duration';

describe('goDuration', () => {
  test.each([
    [Duration.days(5), '120h'],
    [Duration.minutes(90), '1h30m'],
    [Duration.seconds(90), '1m30s'],
    [Duration.hours(1.1), '1h6m'],
    [Duration.seconds(0), '0s'],
  ])('renders text without days (%#)', (duration, text) => {
    expect(goDuration(duration)).toBe(text);
  });

  test('can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (milliseconds) => {
        const text = goDuration(Duration.millis(milliseconds));
        expect(parsePrometheusDuration(text)?.toMilliseconds()).toBe(milliseconds);
      }),
    );
  });
});
