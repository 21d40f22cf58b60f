import { atLeast, compareVersions, formatVersion, parseVersion } from '../../../lib/simulator/versions/version';

describe('parseVersion', () => {
  test.each([
    ['v3.13.1', '3.13.1'],
    ['3.13.1', '3.13.1'],
    [' v2.45 ', '2.45.0'],
    ['3', '3.0.0'],
    ['v3.13.1-distroless', '3.13.1-distroless'],
    ['2.50.0-rc.1+build.5', '2.50.0-rc.1'],
    ['v03.013.1', '3.13.1'],
    ['0.93.0', '0.93.0'],
  ])('reads "%s" as %s', (text, expected) => {
    const version = parseVersion(text);
    expect(version && formatVersion(version)).toBe(expected);
  });

  test.each([
    '',
    'latest',
    'main',
    'v',
    '3.x',
    '3.1-rc.0',
    '3.1.0-',
    '3.1.0-rc..1',
    '3.1.0-01',
    '3.1.0+',
    '1.2.3.4',
    'vv3.1.0',
    '-1.0.0',
  ])('cannot read "%s"', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
});

describe('compareVersions', () => {
  test('sorts from old to new, with pre-releases before what they lead to', () => {
    const sorted = [
      '2.9.0',
      '2.10.0',
      '3.0.0-alpha',
      '3.0.0-alpha.1',
      '3.0.0-alpha.beta',
      '3.0.0-rc.2',
      '3.0.0-rc.10',
      '3.0.0',
      '3.0.1',
    ];
    const shuffled = [...sorted].reverse().map((text) => parseVersion(text));
    const texts = shuffled
      .filter((version) => version !== undefined)
      .sort(compareVersions)
      .map(formatVersion);
    expect(texts).toEqual(sorted);
  });
});

describe('atLeast', () => {
  test.each([
    ['3.0.0', '3.0.0', true],
    ['2.55.1', '3.0.0', false],
    ['3.0.0-distroless', '3.0.0', false],
    ['3.0.1-distroless', '3.0.0', true],
    ['3.0.0-rc.1', '3.0.0-rc.0', true],
  ])('of %s and %s is %s', (text, boundary, expected) => {
    const version = parseVersion(text);
    expect(version && atLeast(version, boundary)).toBe(expected);
  });

  test('refuses a boundary that is no version, which is a mistake of ours', () => {
    expect(() => atLeast({ major: 1, minor: 0, patch: 0, prerelease: [] }, 'soon')).toThrow('"soon" is no version');
  });
});
