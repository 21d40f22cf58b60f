import fc from 'fast-check';
import {
  isPortNumber,
  whyNoDnsLabel,
  whyNoLabelKey,
  whyNoLabelValue,
  whyNoPortName,
} from '../../lib/private/kubernetes-names';

describe('port names', () => {
  test.each(['http', 'a', 'http-metrics', '8080-tcp', 'x'.repeat(15)])('accepts "%s"', (name) => {
    expect(whyNoPortName(name)).toBeUndefined();
  });

  test.each([
    ['x'.repeat(16), 'has 16 characters, and Kubernetes takes at most 15 for a port name'],
    ['8080', 'has no letter, so Kubernetes would take it for a number; a monitor refers to the name of a port'],
    ['', 'may hold only lower-case letters, digits and single hyphens, with a letter or digit at both ends'],
    ['Metrics', 'may hold only lower-case letters'],
    ['http_metrics', 'may hold only lower-case letters'],
    ['http--metrics', 'single hyphens'],
    ['-http', 'at both ends'],
    ['http-', 'at both ends'],
    ['http\n', 'may hold only lower-case letters'],
  ])('refuses "%s"', (name, why) => {
    expect(whyNoPortName(name)).toContain(why);
  });

  test('agrees with the rules of Kubernetes, read one by one', () => {
    const accepted = (name: string) =>
      name.length >= 1 &&
      name.length <= 15 &&
      [...name].every((c) => 'abcdefghijklmnopqrstuvwxyz0123456789-'.includes(c)) &&
      [...name].some((c) => c >= 'a' && c <= 'z') &&
      !name.includes('--') &&
      !name.startsWith('-') &&
      !name.endsWith('-');
    const names = fc.string({ unit: fc.constantFrom('a', 'z', '0', '9', '-', 'A', '_', '.'), maxLength: 17 });
    fc.assert(fc.property(names, (name) => (whyNoPortName(name) === undefined) === accepted(name)));
  });
});

describe('DNS labels', () => {
  test.each(['web', 'a', '1web', 'web-1', 'x'.repeat(63)])('accepts "%s"', (name) => {
    expect(whyNoDnsLabel(name)).toBeUndefined();
  });

  test.each([
    ['', 'is empty'],
    ['x'.repeat(64), 'has 64 characters, and Kubernetes takes at most 63'],
    ['Web', 'may hold only lower-case letters, digits and hyphens, with a letter or digit at both ends'],
    ['my.app', 'may hold only'],
    ['web-', 'at both ends'],
    ['-web', 'at both ends'],
    ['web\n', 'may hold only'],
  ])('refuses "%s"', (name, why) => {
    expect(whyNoDnsLabel(name)).toContain(why);
  });

  test('asks for a letter in front where a Service has the name', () => {
    expect(whyNoDnsLabel('1web', true)).toBe('must begin with a letter, since a Service has this name');
    expect(whyNoDnsLabel('web', true)).toBeUndefined();
  });
});

describe('label values', () => {
  test.each(['', 'v1.2.3', 'A_b-c.d', 'x'.repeat(63)])('accepts "%s"', (value) => {
    expect(whyNoLabelValue(value)).toBeUndefined();
  });

  test.each([
    ['x'.repeat(64), 'has 64 characters, and Kubernetes takes at most 63 for a label value'],
    ['-a', 'may hold only letters, digits, hyphens, underscores and dots, with a letter or digit at both ends'],
    ['a b', 'may hold only'],
    ['v1+build', 'may hold only'],
    ['a.', 'at both ends'],
  ])('refuses "%s"', (value, why) => {
    expect(whyNoLabelValue(value)).toContain(why);
  });
});

describe('label keys', () => {
  test.each(['app', 'app.kubernetes.io/name', 'A_b-c.d', 'example.com/Team', 'x'.repeat(63)])('accepts "%s"', (key) => {
    expect(whyNoLabelKey(key)).toBeUndefined();
  });

  test.each([
    ['', 'must be a name of 1 to 63 letters, digits, hyphens, underscores and dots'],
    ['x'.repeat(64), 'must be a name of 1 to 63 letters'],
    ['example.com/', 'must be a name of 1 to 63 letters'],
    ['my team', 'must be a name of 1 to 63 letters'],
    ['a/b/c', 'holds more than one slash'],
    ['Example.com/team', 'has the prefix "Example.com", which is no DNS name'],
    ['/team', 'has the prefix "", which is no DNS name'],
  ])('refuses "%s"', (key, why) => {
    expect(whyNoLabelKey(key)).toContain(why);
  });
});

test.each([
  [1, true],
  [65535, true],
  [0, false],
  [65536, false],
  [80.5, false],
  [-1, false],
  [Number.NaN, false],
])('%d as a port number: %s', (port, expected) => {
  expect(isPortNumber(port)).toBe(expected);
});
