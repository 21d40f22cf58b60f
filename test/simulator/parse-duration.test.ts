import { parseDuration } from '../../lib/simulator/duration-text';

describe('parseDuration', () => {
  test.each([
    ['30s', 30_000],
    ['1h30m', 5_400_000],
    ['15s500ms', 15_500],
    ['1y2w3d', 31_536_000_000 + 2 * 604_800_000 + 3 * 86_400_000],
    ['0', 0],
    ['0s', 0],
  ])('reads "%s" as %d milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  test.each(['', '30', '1.5m', '1m1h', '-5s', ' 5s', '9999999999y', undefined, 30])('cannot read %p', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
