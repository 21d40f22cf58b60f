import * as fc from 'fast-check';
import { canonicalDuration, durationMilliseconds } from '../../lib/simulator/duration-text';

test.each([
  ['60s', '1m'],
  ['90s', '1m30s'],
  ['7d', '1w'],
  ['8d', '8d'],
  ['365d', '1y'],
  ['36h', '1d12h'],
  ['1500ms', '1s500ms'],
  ['0', '0s'],
  ['never', 'never'],
])('%s is written %s', (text, canonical) => {
  expect(canonicalDuration(text)).toBe(canonical);
});

test.each(['', '1', '1s1m', '1.5s', '-1s', '300y', ' 1s'])('%j is no duration', (text) => {
  expect(durationMilliseconds(text)).toBeUndefined();
});

test('the way Prometheus writes a duration keeps its length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (milliseconds) => {
      expect(durationMilliseconds(canonicalDuration(`${milliseconds}ms`))).toBe(milliseconds);
    }),
  );
});
