import { sanitizeLabelName } from '../../../lib/simulator/discovery/meta-labels';
import { joinHostPort } from '../../../lib/simulator/discovery/symbolic';
import { atLeast } from '../../../lib/simulator/discovery/versions';

describe('sanitizeLabelName', () => {
  test.each([
    ['app.kubernetes.io/name', 'app_kubernetes_io_name'],
    ['a-b', 'a_b'],
    ['ä😀9', '__9'],
    ['__proto__', '__proto__'],
  ])('%s becomes %s', (key, name) => {
    expect(sanitizeLabelName(key)).toBe(name);
  });
});

describe('atLeast', () => {
  test.each([
    ['v3.11.0', 3, 11, true],
    ['3.9.1', 3, 11, false],
    ['2.55', 3, 0, false],
    ['4', 3, 11, true],
    ['3', 3, 11, false],
    ['v1.33.2-gke.100', 1, 33, true],
  ])('%s against %d.%d: %p', (version, major, minor, expected) => {
    expect(atLeast(version, major, minor)).toBe(expected);
  });

  test.each([undefined, '', 'latest'])('%p counts as the newest', (version) => {
    expect(atLeast(version, 99, 0)).toBe(true);
  });
});

describe('joinHostPort', () => {
  test('puts brackets around IPv6 alone', () => {
    expect([joinHostPort('10.0.0.1', 80), joinHostPort('fd00::1', 80)]).toEqual(['10.0.0.1:80', '[fd00::1]:80']);
  });
});
